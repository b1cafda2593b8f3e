import { beforeAll, describe, expect, it } from 'vitest';
import { benefitsDesk, desk, inBenefitsRole } from '../../../test/support/benefits-desk.ts';
import { type RoleName, roles } from '../../identity/index.ts';
import { areaCode } from '../../language/index.ts';
import { type Actor, actorScope, DomainError, type Purpose } from '../../platform/index.ts';
import { paymentTableKinds } from '../index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentOperations } from '../payment-operations.ts';

const { house, run, apply, entitled } = await benefitsDesk();
const accounts = (Object.keys(roles) as RoleName[]).filter((role) => role !== 'operator');
const names = paymentOperations({} as PaymentDependencies).map(({ name }) => name);
let one = { personId: '', entitlementId: '', caseId: '' };
let batchId: unknown = '';

beforeAll(async () => {
  one = {
    ...(await entitled('special-support', '2013-01-01')),
    caseId: (await apply('rural-reward-support', { village: '510703001003' })).caseId,
  };
  const list = { programme: 'special-support', year: 2013, quarter: 1, area: '510703' };
  batchId = (await run('benefits/create-batch', list, desk.accountant))['batchId'];
});

/** The rule told a second time: what each operation asks for. */
const PUBLIC = ['benefits/list-notices', 'benefits/read-progress'];
const PAYS = [
  'create-batch',
  'export-batch',
  'read-return-file',
  'reconcile-batch',
  'check-ledger',
  'forget-accounts',
];
const APPROVES = ['approve-batch', 'void-record', 'decide-arrears'];
const READS = [
  'list-entitlements',
  'read-entitlement',
  'find-changes',
  'read-notice',
  'read-application',
  'list-declarations',
  'list-batches',
  'read-batch',
  'list-payments-of-person',
  'find-overpayments',
  'find-arrears',
  'cancel-batch',
  'list-records',
];
const asks = (name: string) => {
  const verb = name.replace('benefits/', '');
  if (PAYS.includes(verb)) return 'benefits:pay';
  if (APPROVES.includes(verb)) return 'benefits:approve';
  return READS.includes(verb) ? 'benefits:read' : 'benefits:write';
};
const holders: Readonly<Record<string, readonly string[]>> = {
  'benefits:read': ['benefits-officer', 'benefits-supervisor', 'benefits-accountant'],
  'benefits:write': ['benefits-officer', 'benefits-supervisor'],
  'benefits:approve': ['benefits-supervisor'],
  'benefits:pay': ['benefits-accountant'],
};

const inputFor = (name: string): object => ({
  ...one,
  batchId,
  programme: 'special-support',
  personIds: [one.personId],
  year: 2013,
  quarter: 1,
  area: '510703',
  action: 'tell',
  route: 'bank-account',
  number: '62000000001',
  holder: '某人',
  basis: '测试',
  entitlements: [{ personId: one.personId, entitlementId: one.entitlementId }],
  objectionId: one.entitlementId,
  finding: '测试',
  account: '测试',
  reason: '测试权限',
  content: '',
  kind: name,
  recordId: one.entitlementId,
  project: name === 'benefits/record-project' ? 'livelihood-base' : 'cleft-operation',
  day: '2013-05-01',
  amounts: { bases: 1 },
  fen: 1,
  document: '测试文件',
  decisionId: one.entitlementId,
  as: 'refused',
});

const codeOf = async (name: string, actor: Actor) => {
  try {
    await run(name, inputFor(name), actor);
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.details.code : 'bug';
  }
};

describe.each(accounts)('the role %s', (role) => {
  it.each(names.filter((name) => !PUBLIC.includes(name)))('may call %s or may not', async (name) => {
    const code = await codeOf(name, inBenefitsRole(role, '510703'));
    const isCancelling = name === 'benefits/cancel-batch' && role === 'benefits-officer';
    if (holders[asks(name)]?.includes(role) && !isCancelling)
      expect(['done', 'conflict', 'not_found', 'invalid_input'], `${name} ${code}`).toContain(code);
    else expect(code).toBe('forbidden');
  });
});

describe('entitlements and payments', () => {
  it.each([
    ['benefits/read-entitlement', () => one],
    ['benefits/read-batch', () => ({ batchId })],
    [
      'benefits/act-on-entitlement',
      () => ({ ...one, action: 'check', answers: { year: '2013', basis: 'x' } }),
    ],
  ])('%s: another county finds nothing', async (name, input) => {
    const { personId: _, ...rest } = { personId: one.personId };
    await expect(run(name, { ...input(), ...rest }, desk.neighbour)).rejects.toMatchObject({
      details: { code: 'not_found' },
    });
  });

  const purposes: readonly Purpose[] = ['registration', 'casework', 'health', 'publishing', 'administration'];
  it.each(purposes)('are out of reach for the purpose %s, table by table', async (purpose) => {
    const actor = { ...desk.cityHead, purpose };
    for (const table of Object.keys(paymentTableKinds)) {
      const seen = await house.ground.database.transaction(
        { ...actorScope(actor), area: areaCode('5107') },
        (tx) =>
          tx
            .withTables<Record<string, { n: number }>>()
            .selectFrom(table)
            .select((q) => q.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow(),
      );
      expect(seen.n, table).toBe(0);
    }
  });

  it('show statisticians what was paid, and neither who is entitled nor where it is paid to', async () => {
    const scope = actorScope(inBenefitsRole('statistician', '5107'));
    const count = (table: string) =>
      house.ground.database.transaction(scope, (tx) =>
        tx
          .withTables<Record<string, { n: number }>>()
          .selectFrom(table)
          .select((q) => q.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      );
    for (const table of [
      'benefits_entitlements',
      'benefits_accounts',
      'benefits_declarations',
      'benefits_segments',
    ])
      expect((await count(table)).n, table).toBe(0);
  });
});
