import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEntitlementVault, sealAccount } from '../src/benefits/index.ts';
import type { House } from '../src/composition/assemble.ts';
import { openHouse } from '../src/composition/open-caller.ts';
import { type RoleName, roles } from '../src/identity/index.ts';
import { areaCode } from '../src/language/index.ts';
import {
  type Actor,
  createFieldCipher,
  createRandomBytes,
  readSettings,
  settleCity,
} from '../src/platform/index.ts';
import {
  type Line,
  machine,
  option,
  publishSection,
  quiet,
  seconds,
  table,
  timed,
  whole,
} from './measure.ts';

/**
 * Usage: `npm run bench:payments -- [--scale S] [--folder F]`. Lists of 617,800 people times the scale: built,
 * approved, written for the bank, the answer read and every fen reconciled, through the executor that serves every
 * face. Nobody of the register is needed: the entitlements are planted.
 */
const SCALE = Number(option('scale') ?? 1);
const GOAL = 60;
const say = (words: string) => process.stderr.write(`${words}\n`);
const kept = option('folder');
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jiahu-bench-'));
if (!existsSync(join(folder, 'postgres'))) chmodSync(folder, 0o711);

const inRole = (role: RoleName): Actor => ({
  accountId: `bench-${role}`,
  name: `bench-${role}`,
  role,
  area: areaCode('5107'),
  purpose: roles[role].purpose,
  permissions: new Set(roles[role].permissions),
});
const [accountant, head] = [inRole('benefits-accountant'), inRole('benefits-supervisor')];

const programmes = [
  { programme: 'special-support', variant: 'loss', persons: 9000, quarter: 4, from: '2013-10-01' },
  { programme: 'rural-reward', variant: 'standard', persons: 88_467, quarter: 4, from: '2013-01-01' },
  { programme: 'only-child-reward', variant: 'standard', persons: 520_333, quarter: 4, from: '2013-10-01' },
] as const;
const PAGE = 20_000;

/** Entitlements of a quarter, with accounts that are sealed as those of anybody. */
async function plant({ ground }: House): Promise<number> {
  const { owner } = ground.database;
  const vault = createEntitlementVault(createFieldCipher(ground.keyring, createRandomBytes()));
  const id = (column: string, salt: string) =>
    `overlay(overlay(md5(${column} || '${salt}') placing '7' from 13) placing '8' from 17)::uuid`;
  let planted = 0;
  for (const { programme, variant, persons, from } of programmes) {
    const count = Math.round(persons * SCALE);
    await owner.query(
      `INSERT INTO benefits_entitlements
       SELECT ${id('n::text', `${programme} p`)}, ${id('n::text', `${programme} e`)}, $1, NULL, 'active', NULL, $2::date, 1, 2013,
         v.code, $2::date, 'bench', 1, v.code
       FROM generate_series(1, $3::integer) AS g (n)
       JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS all
             FROM areas_divisions WHERE level = 'village' AND valid_to IS NULL) v ON v.at = g.n % v.all`,
      [programme, from, count],
    );
    await owner.query(
      `INSERT INTO benefits_segments
       SELECT person_id, entitlement_id, $2::date, NULL, $2::date, programme, $3, area_code, false, area_scope
       FROM benefits_entitlements WHERE programme = $1 ORDER BY person_id`,
      [programme, from, variant],
    );
    planted += count;
  }
  for (let start = 0; start < planted; start += PAGE) {
    const { rows } = await owner.query<{ p: string; e: string; s: string }>(
      `SELECT person_id AS p, entitlement_id AS e, area_scope AS s FROM benefits_entitlements ORDER BY 1, 2 LIMIT ${String(PAGE)} OFFSET ${String(start)}`,
    );
    const sealed = rows.map((row, index) => ({
      ...row,
      a: sealAccount(
        vault,
        { entitlementId: row.e, version: 1 },
        { number: String(start + index).padStart(19, '0'), holder: '测试人员' },
      ),
    }));
    await owner.query(
      `INSERT INTO benefits_accounts SELECT p, e, 1, 'bank-account', a, now(), 'bench', s
       FROM json_to_recordset($1::json) AS r (p uuid, e uuid, a text, s text)`,
      [JSON.stringify(sealed)],
    );
  }
  await owner.query('ANALYZE');
  return planted;
}

/** What a bank answers: one line in five hundred fails. */
function answerTo(content: string): string {
  const [, ...lines] = Buffer.from(content, 'base64').toString('utf8').trimEnd().split('\r\n');
  const rows = lines.map((line, index) => {
    const [reference = '', , , yuan = ''] = line.split(',');
    return index % 500 === 0
      ? `${reference},${yuan},失败,账号户名不符,2014-01-10`
      : `${reference},${yuan},成功,,2014-01-10`;
  });
  return Buffer.from(['业务编号,金额,处理结果,原因,处理日期', ...rows, ''].join('\r\n')).toString('base64');
}

const { house, close } = await openHouse({
  settings: { ...readSettings({}), dataDir: folder },
  progress: quiet,
  locale: 'en',
});
// Rates that no source gives are there in a made-up city alone.
await house.asOperator((context) => settleCity(context, { kind: 'synthetic', area: areaCode('5107') }));
const call = async (name: string, input: object, actor: Actor) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
const steps = { built: 0, approved: 0, exported: 0, read: 0, reconciled: 0 };
async function step<T>(name: keyof typeof steps, work: () => Promise<T>): Promise<T> {
  const { took, result } = await timed(work);
  steps[name] += took;
  return result;
}

try {
  const { took: planting, result: planted } = await timed(() => plant(house));
  say(`${whole(planted)} entitlements planted in ${seconds(planting)}`);
  let fen = 0;
  for (const { programme, quarter } of programmes) {
    const asked = { programme, year: 2013, quarter, area: '5107' };
    const list = await step('built', () => call('benefits/create-batch', asked, accountant));
    const { batchId } = list;
    say(`${programme}: ${whole(Number(list['lines']))} lines`);
    await step('approved', () => call('benefits/approve-batch', { batchId }, head));
    const file = await step('exported', () => call('benefits/export-batch', { batchId }, accountant));
    const content = answerTo(String(file['content']));
    await step('read', () => call('benefits/read-return-file', { batchId, content }, accountant));
    const done = await step('reconciled', () => call('benefits/reconcile-batch', { batchId }, accountant));
    if (done['balanced'] !== true || done['state'] !== 'reconciled') throw new Error(JSON.stringify(done));
    fen += Number(done['approvedFen']);
  }
  const checked = await timed(() => call('benefits/check-ledger', {}, accountant));
  if (checked.result['balanced'] !== true) throw new Error(JSON.stringify(checked.result));
  const all = Object.values(steps).reduce((sum, one) => sum + one, 0);
  const lines: Line[] = [
    { what: 'built: months claimed, rates of each month, lines', measured: seconds(steps.built) },
    { what: 'approved by another person, and booked', measured: seconds(steps.approved) },
    { what: 'written for the bank, every account opened', measured: seconds(steps.exported) },
    { what: 'answer of the bank read, line by line', measured: seconds(steps.read) },
    { what: 'reconciled to the fen', measured: seconds(steps.reconciled) },
    {
      what: `built, approved, answer read and reconciled: ${whole(planted)} people, ${whole(fen / 100)} yuan`,
      measured: seconds(all - steps.exported),
      goal: `≤ ${String(Math.round(GOAL * SCALE * 10) / 10)} s`,
    },
    { what: 'and written for the bank', measured: seconds(all) },
    { what: 'check of all books of the city', measured: seconds(checked.took) },
  ];
  const report = `${machine()}, scale ${String(SCALE)}, one run through the executor that serves every face (permission,
row-level security and audit included); written by \`npm run bench:payments\`

${table(lines)}`;
  process.stdout.write(`${report}\n`);
  if (SCALE === 1) publishSection('Payments, full city', report);
} finally {
  await close();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
