import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../policy/services/index.ts';
import { assemble, sealedTables } from '../src/composition/assemble.ts';
import { areaCode } from '../src/language/index.ts';
import {
  type Actor,
  createFieldCipher,
  type Keyring,
  projectRoot,
  resealTables,
  sealedTable,
  settleCity,
} from '../src/platform/index.ts';
import { type Answer, fuchengTownship } from './support/case-desk.ts';
import { fine, healthDesk, inRole, people } from './support/health-desk.ts';
import { newIdNumber } from './support/register-desk.ts';

const { house, run, open, file, consent, rows, today } = await healthDesk();
const { ground } = house;
const { owner } = ground.database;
const second = randomBytes(32);
const longer: Keyring = { newest: 2, keys: new Map([...ground.keyring.keys, [2, second]]) };
const alone: Keyring = { newest: 2, keys: new Map([[2, second]]) };

/** The same house after the key was added, and one that has lost the old key. */
const within = (keyring: Keyring) => assemble({ ...ground, keyring }, () => false);
const call =
  (keyring: Keyring) =>
  async (name: string, input: object, actor: Actor): Promise<Answer> => {
    const { registry, execute } = within(keyring);
    const operation = registry.get(name);
    if (!operation) throw new Error(name);
    return (await execute(operation, input, { actor })) as Answer;
  };

const clerk = inRole('case-supervisor', '510703');
const neighbour = inRole('case-supervisor', '510704');
const registrar = inRole('registrar', '510703');
const phone = '13912345678';
const contact = { phone, address: '滨江路12号3栋' };
const said = { matter: '只有测试知道的事', subject: 'staff', township: fuchengTownship, phone };
const planted: Record<string, string> = {};

async function plantPerson() {
  const born = { name: '秀英', sex: 'female', birthDate: '1990-02-01', date: '2015-01-05' };
  const places = { registeredVillage: '510703001003', residentVillage: '510703001003' };
  const enrolled = { ...born, ...places, idNumber: newIdNumber() };
  const { personId } = await run('register/enrol-person', enrolled, registrar);
  await run('register/change-contact', { personId, date: '2020-01-01', ...contact }, registrar);
  const document = { documentKind: 'passport', documentNumber: 'GBR123456789' };
  const foreign = { ...born, ...places, name: '安娜', ...document };
  await run('register/enrol-person', foreign, registrar);
  const { events } = (await run('register/read-person', { personId }, registrar)) as { events: Answer[] };
  const { eventId } = events[0] ?? {};
  const { answers } = await run('register/read-form', { personId, eventId }, registrar);
  const asked = { personId, eventId, form: { ...(answers as object), idNumber: newIdNumber() } };
  const request = { ...asked, reason: '与证件不符' };
  const { requestId } = await run('register/request-correction', request, registrar);
  Object.assign(planted, { personId, requestId, idNumber: enrolled.idNumber });
}

async function plantCases() {
  const act = (caseId: unknown, action: string, answers: object = {}) =>
    run('casework/act-on-case', { caseId, action, answers }, clerk);
  const complaint = await run('casework/file-case', { service: 'complaint', answers: said }, people.anybody);
  const { caseId, number, code } = complaint;
  await act(caseId, 'accept');
  await act(caseId, 'resolve', { answer: '只有测试知道的答复' });
  const rating = { number, code, satisfied: 'neutral', solved: 'partly', remark: '慢了些' };
  await run('casework/rate-case', rating, people.anybody);
  const birth = await file('birth-registration');
  const shared = await run('casework/file-case', { service: 'enquiry', answers: said }, people.anybody);
  await act(shared['caseId'], 'share', { unit: '510704', question: '贵区怎么办理？' });
  const { parts } = (await run('casework/list-parts', {}, neighbour)) as { parts: Answer[] };
  const { partId } = parts[0] ?? {};
  await run('casework/answer-part', { caseId: shared['caseId'], partId, answer: '在二楼办理' }, neighbour);
  const begun = { service: 'enquiry', answers: { matter: '写了一半' } };
  const { token } = await run('casework/keep-draft', begun, people.anybody);
  Object.assign(planted, { complaint: caseId, birth: birth.caseId, shared: shared['caseId'], token });
}

async function plantHealth() {
  const stationId = await open({ capacity: 50 });
  const recorded = async () => {
    const { caseId } = await file();
    await consent(caseId);
    await run('health/record-results', { caseId, subject: 'woman', stationId, day: today, results: fine });
    return caseId;
  };
  planted['health'] = await recorded();
  planted['withheld'] = await recorded();
  await run('health/withdraw-consent', { caseId: planted['withheld'], subject: 'woman' });
  const happened = { stationId, kind: 'medicine', happenedOn: today, affected: 1, account: '标签贴错' };
  const { incidentId } = await run('health/report-incident', happened);
  await run('health/follow-incident', { stationId, incidentId, day: today, account: '已更换' });
}

/** An entitlement with an account and a reason, an objection with a finding, and a record with its details. */
async function plantBenefits() {
  await house.asOperator((context) => settleCity(context, { kind: 'synthetic', area: areaCode('5107') }));
  const head = inRole('benefits-supervisor', '510703');
  const officer = inRole('benefits-officer', '510703');
  const act = (caseId: unknown, action: string, answers: object, actor = officer) =>
    run('casework/act-on-case', { caseId, action, answers }, actor);
  const born = { name: '秀英', sex: 'female', birthDate: '1990-02-01', date: '2015-01-05' };
  const places = { registeredVillage: '510703001003', residentVillage: '510703001003' };
  const idNumber = newIdNumber();
  const { personId } = await run('register/enrol-person', { ...born, ...places, idNumber }, registrar);
  const asked = { ...samples['only-child-reward']?.answers, name: '秀英', idNumber };
  const filed = { service: 'only-child-reward', answers: asked };
  const { caseId } = await run('casework/file-case', filed, people.anybody);
  await act(caseId, 'accept', {});
  await act(caseId, 'pass-up', { opinion: '符合' });
  await act(caseId, 'confirm', { fromMonth: '2020-01-01', opinion: '同意' }, head);
  const { rows: list } = (await run('benefits/list-entitlements', { personId }, head)) as { rows: Answer[] };
  const [{ entitlementId } = {}] = list;
  const pause = { action: 'pause', answers: { fromMonth: '2021-01-01', reason: '核实情况' } };
  await run('benefits/act-on-entitlement', { personId, entitlementId, ...pause }, head);
  const village = { ...samples['rural-reward-support']?.answers, village: '510703001003' };
  const rural = { service: 'rural-reward-support', answers: village };
  const { caseId: posted } = await run('casework/file-case', rural, people.anybody);
  await act(posted, 'accept', {});
  await run('benefits/post-notice', { caseId: posted }, officer);
  const objected = { caseId: posted, account: '有异议' };
  const { objectionId } = await run('benefits/record-objection', objected, officer);
  await run('benefits/answer-objection', { caseId: posted, objectionId, finding: '不成立' }, officer);
  const base = { project: 'livelihood-base', day: '2020-01-01', area: '510703', amounts: { bases: 1 } };
  await run('benefits/record-project', { ...base, details: '某合作社' }, officer);
  Object.assign(planted, { entitled: personId, entitlementId });
}

/** Columns, with their tables, in which a value stands that the first key sealed. */
async function sealedByFirstKey(): Promise<readonly string[]> {
  const columns = await rows(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const hits = await rows(
      `SELECT 1 FROM ${String(table)} WHERE ${String(column)}::text ~ '[[:<:]]1[.][A-Za-z0-9_-]{38,}' LIMIT 1`,
    );
    if (hits.length > 0) found.push(`${String(table)}.${String(column)}`);
  }
  return found.toSorted();
}

const declared = sealedTables
  .flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`))
  .toSorted();
/** A known value sealed by every key that was ever in use: it proves that a key is at hand. */
const proofs = 'platform_key_checks.check_value';

/** The columns whose type in a room's `tables.ts` says that they are sealed. */
function typedAsSealed(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/^type (\w+) = [^{]*\{(.*?)^\};/gms)].flatMap(([, type = '', body = '']) => {
    const table = new RegExp(`^  (\\w+): ${type};`, 'm').exec(source)?.[1];
    return [...body.matchAll(/^ {2}(\w+): .*\bSealed/gm)].map(([, column]) => `${table}.${column}`);
  });
}

beforeAll(async () => {
  await plantPerson();
  await plantCases();
  await plantHealth();
  await plantBenefits();
});

describe('a sealed column', () => {
  it('is declared by its room: a value is found in every declared column and in no other', async () => {
    expect((await sealedByFirstKey()).filter((one) => one !== proofs)).toEqual(declared);
  });

  it('is declared when its type says that it is sealed', () => {
    const typed = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('tables.ts'))
      .flatMap((name) => typedAsSealed(join(projectRoot, 'src', name)));
    expect(typed).toContain('casework_parts.answer');
    expect(typed).toContain('benefits_accounts.account');
    for (const column of typed) expect(declared).toContain(column);
  });

  it('of JSON is declared, or known to hold nothing sealed', async () => {
    const clear = [
      'benefits_batches.rates',
      'benefits_records.amounts',
      'casework_certificates.shown',
      'health_assessments.findings',
      'health_stations.offers',
      'platform_audit.detail',
      'platform_idempotency.response',
      'platform_snapshots.rows',
      'publishing_documents.body',
      'publishing_editions.content',
      'statistics_return_steps.amounts',
      'statistics_returns.amounts',
    ];
    const json = await rows(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'jsonb' ORDER BY 1`,
    );
    expect(json.map(({ name }) => name).filter((name) => !declared.includes(String(name)))).toEqual(clear);
  });
});

describe('a change of keys', () => {
  const reseal = (progress?: () => void) => {
    const { registry, execute, operator } = within(longer);
    const operation = registry.get('register/reseal-fields');
    if (!operation) throw new Error('register/reseal-fields');
    return execute(operation, {}, { actor: operator, ...(progress ? { progress } : {}) }) as Promise<Answer>;
  };

  it('stopped in the middle and run again does the rest, and then nothing', async () => {
    let batches = 0;
    const stop = () => {
      batches += 1;
      if (batches === 9) throw new Error('stopped');
    };
    await expect(reseal(stop)).rejects.toThrow();
    expect(batches).toBe(9);
    const left = (await sealedByFirstKey()).filter((one) => one !== proofs);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(declared.length);
    expect((await reseal())['resealed']).toBeGreaterThan(5);
    expect(await reseal()).toEqual({ resealed: 0 });
  });

  it('leaves nothing behind that only the old key opens', async () => {
    expect((await sealedByFirstKey()).filter((one) => one !== proofs)).toEqual([]);
  });

  it('opens the register with the newest key alone, with what is asked for', async () => {
    const { personId, requestId, idNumber } = planted;
    const copy = { personId, reason: '本人持身份证到场' };
    expect(await call(alone)('register/export-person-file', copy, registrar)).toMatchObject({
      person: { idNumber, ...contact },
    });
    const reviewer = inRole('reviewer', '510703');
    const decided = { personId, requestId, approve: true };
    await call(alone)('register/decide-request', decided, reviewer);
  });

  it('opens cases with the newest key alone', async () => {
    const read = (caseId: string | undefined) => call(alone)('casework/read-case', { caseId }, clerk);
    const complaint = JSON.stringify(await read(planted['complaint']));
    for (const clear of [said.matter, '只有测试知道的答复']) expect(complaint).toContain(clear);
    expect(await read(planted['shared'])).toMatchObject({
      parts: [{ question: '贵区怎么办理？', answer: '在二楼办理' }],
    });
    const revealed = { caseId: planted['birth'], key: 'phone', reason: '核对联系方式' };
    expect(await call(alone)('casework/reveal-answer', revealed, clerk)).toMatchObject({
      value: '13800000001',
    });
    const draft = { token: planted['token'] };
    expect(await call(alone)('casework/read-draft', draft, people.anybody)).toMatchObject({
      answers: { matter: '写了一半' },
    });
    expect(await call(alone)('casework/send-messages', {}, house.operator)).toMatchObject({ failed: 0 });
    const [rating] = await rows('SELECT remark FROM casework_ratings');
    const cipher = createFieldCipher(alone, randomBytes);
    const place = `case ${String(planted['complaint'])} rating`;
    expect(cipher.open(rating?.['remark'] as never, place)).toBe('慢了些');
  });

  it('opens health records with the newest key alone, and what was withheld too', async () => {
    const asked = { caseId: planted['health'], subject: 'woman' };
    const { results } = await call(alone)('health/read-results', asked, people.nurse);
    expect(results).toHaveLength(fine.length);
    const consents = { caseId: planted['health'] };
    expect(await call(alone)('health/list-consents', consents, people.nurse)).toMatchObject({
      consents: [{ giver: '林小禾' }],
    });
    expect(await call(alone)('health/list-incidents', {}, people.head)).toMatchObject({
      incidents: [{ account: '标签贴错', steps: [{ account: '已更换' }] }],
    });
    const [withheld] = await rows('SELECT record_id, content FROM health_withheld');
    const cipher = createFieldCipher(alone, randomBytes);
    const content = Object.entries(withheld?.['content'] as Record<string, never>);
    expect(content.length).toBeGreaterThan(10);
    for (const [key, sealed] of content)
      expect(cipher.open(sealed, `health record ${String(withheld?.['record_id'])} ${key}`)).toBeTruthy();
  });
});

describe('a table of many rows', () => {
  const many = sealedTable({
    table: 'test_many',
    key: { owner: 'uuid', place: 'integer' },
    columns: { value: ({ owner: id, place }) => `${id} ${place}` },
  });
  const id = crypto.randomUUID();
  const before = createFieldCipher(ground.keyring, randomBytes);
  const cipher = createFieldCipher(longer, randomBytes);
  const reseal = (report: () => void) => resealTables({ owner, cipher, tables: [many] }, report);

  it('is walked in batches, each kept when the next one fails', async () => {
    const numbers = Array.from({ length: 4500 }, (_, index) => index);
    await owner.query(
      'CREATE TABLE test_many (owner uuid, place integer, value text, PRIMARY KEY (owner, place))',
    );
    await owner.query('INSERT INTO test_many SELECT $1, * FROM unnest($2::integer[], $3::text[])', [
      id,
      numbers,
      numbers.map((place) => (place % 2 === 0 ? before.seal('数', `${id} ${String(place)}`) : null)),
    ]);
    await expect(
      reseal(() => {
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    const left = `SELECT count(*)::int AS left FROM test_many WHERE value LIKE '1.%'`;
    expect(await rows(left)).toEqual([{ left: 1250 }]);
    expect(await reseal(() => undefined)).toBe(1250);
    expect(await rows(left)).toEqual([{ left: 0 }]);
    const [last] = await rows('SELECT value FROM test_many WHERE place = 4498');
    expect(createFieldCipher(alone, randomBytes).open(last?.['value'] as never, `${id} 4498`)).toBe('数');
  });
});
