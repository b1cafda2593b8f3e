import { beforeAll, describe, expect, it } from 'vitest';
import { modelStationCriteria } from '../../../policy/health/index.ts';
import { fine, healthDesk, inRole, people, station } from '../../../test/support/health-desk.ts';
import { type RoleName, roles } from '../../identity/index.ts';
import { areaCode } from '../../language/index.ts';
import { type Actor, actorScope, DomainError, type Purpose } from '../../platform/index.ts';
import { healthTableKinds } from '../index.ts';

const { house, run, open, carded, rows, today } = await healthDesk();
const accounts = (Object.keys(roles) as RoleName[]).filter((role) => role !== 'operator');
const operations = [...house.registry.values()].filter((one) => one.name.startsWith('health/'));
let caseId = '';
let stationId = '';

beforeAll(async () => {
  stationId = await open({ capacity: 9 });
  caseId = (await carded()).caseId;
  await run('health/record-results', { caseId, subject: 'woman', stationId, day: today, results: fine });
  await run('health/book-checkup', { caseId, subject: 'woman', stationId, day: '2027-02-01' });
  await run('health/receive-supplies', { stationId, supply: 'pills', quantity: 5, day: today });
  const told = { kind: 'other', happenedOn: today, affected: 0, account: '说明' };
  const { incidentId } = await run('health/report-incident', { stationId, ...told });
  await run('health/follow-incident', { stationId, incidentId, day: today, account: '说明' });
});

/** The rule told a second time: what each operation asks for, and which roles have it. */
const PUBLIC = ['health/list-stations', 'health/withdraw-consent'];
const DECIDES = ['open-station', 'change-station', 'close-station', 'assess-station'].map(
  (one) => `health/${one}`,
);
const mayCall = (role: string, name: string) =>
  PUBLIC.includes(name) ||
  role === 'health-supervisor' ||
  (role === 'health-worker' && !DECIDES.includes(name));

const codeOf = async (name: string, input: object, actor: Actor) => {
  try {
    await run(name, input, actor);
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.details.code : 'bug';
  }
};

/** Input that the operation can parse, about the case and the station above. */
const inputFor = (name: string): object => {
  const of = { caseId, subject: 'woman', stationId, day: today };
  const supply = { stationId, supply: 'pills', quantity: 1, day: today };
  const findings = modelStationCriteria.map(({ key }) => ({ criterion: key, met: true, evidence: '查看' }));
  const person = { subject: 'man', way: 'signed', givenBy: 'self', giver: '周明远', bornOn: '1991-08-23' };
  const known: Readonly<Record<string, object>> = {
    'health/open-station': station,
    'health/change-station': { stationId, version: 99 },
    'health/close-station': { stationId, version: 99, closedOn: '2030-01-01' },
    'health/assess-station': { stationId, year: 2020, basis: '文号 1', findings },
    'health/record-consent': { caseId, ...person, givenOn: today },
    'health/record-visit': { ...of, way: 'home' },
    'health/record-counselling': { ...of, note: '指导' },
    'health/record-follow-up': { ...of, stage: 'early-follow-up' },
    'health/record-results': { ...of, results: [{ part: 'educated', value: true }] },
    'health/book-checkup': { ...of, day: '2027-02-01' },
    'health/give-supplies': supply,
    'health/receive-supplies': supply,
    'health/report-incident': { stationId, kind: 'other', happenedOn: today, affected: 0, account: '说明' },
    'health/follow-incident': { stationId, incidentId: stationId, day: today, account: '说明' },
  };
  return known[name] ?? of;
};

describe.each(accounts)('the role %s', (role) => {
  it.each(operations.map(({ name }) => name).filter((name) => !PUBLIC.includes(name)))(
    'may call %s or may not',
    async (name) => {
      const code = await codeOf(name, inputFor(name), inRole(role, '510703'));
      if (mayCall(role, name)) expect(['done', 'conflict', 'not_found']).toContain(code);
      else expect(code).toBe('forbidden');
    },
  );
});

describe('health records', () => {
  it.each([
    people.caseworker,
    people.registrar,
    people.statistician,
    people.anybody,
    inRole('case-supervisor', '510703'),
  ])('are out of reach for $role', async (actor) => {
    const code = await codeOf('health/read-results', { caseId, subject: 'woman' }, actor);
    expect(code).toMatch(/forbidden|unauthenticated/);
    const look = await codeOf('casework/read-case', { caseId }, actor);
    expect(look).toMatch(/forbidden|not_found|unauthenticated/);
  });

  it('are out of reach for health workers of another area', async () => {
    expect(await codeOf('health/read-results', { caseId, subject: 'woman' }, people.neighbour)).toBe(
      'not_found',
    );
    expect(await codeOf('health/list-consents', { caseId }, people.neighbour)).toBe('not_found');
  });

  it('are not shown to the operator of the machine either', async () => {
    expect(await codeOf('health/read-results', { caseId, subject: 'woman' }, house.operator)).toBe(
      'forbidden',
    );
  });
});

describe('row-level security', () => {
  const ofPersons = ['health_consents', 'health_standing_consents', 'health_records', 'health_bookings'];
  const ofCounts = ['health_given', 'health_incidents', 'health_stock_moves', 'health_assessments'];
  const seen = (table: string, purpose: Purpose | null, area: string) =>
    house.ground.database.transaction(
      { actor: 'x', area: areaCode(area), purpose },
      async (tx) =>
        (
          await tx
            .withTables<Record<string, { area_scope: string }>>()
            .selectFrom(table)
            .select('area_scope')
            .execute()
        ).length,
    );
  const purposes = [...new Set(Object.values(roles).map(({ purpose }) => purpose)), null];

  it.each(ofPersons)('shows rows of %s to health and to operation in their area alone', async (table) => {
    for (const purpose of purposes) {
      const isHealth = purpose === 'health' || purpose === 'operation';
      expect((await seen(table, purpose, '510703')) > 0, String(purpose)).toBe(isHealth);
      expect(await seen(table, purpose, '510704'), String(purpose)).toBe(0);
    }
  });

  it.each(ofCounts.slice(0, 3))(
    'shows rows of %s also to statistics, for they hold no person',
    async (table) => {
      for (const purpose of purposes) {
        const may = purpose !== null && ['health', 'operation', 'statistics'].includes(purpose);
        expect((await seen(table, purpose, '510703')) > 0, String(purpose)).toBe(may);
      }
    },
  );

  it('lets the application put records away and never read them again', async () => {
    await expect(
      house.ground.database.transaction(actorScope(people.nurse), (tx) =>
        tx
          .withTables<Record<string, { case_id: string }>>()
          .selectFrom('health_withheld')
          .select('case_id')
          .execute(),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('is forced on every table of persons', async () => {
    const guarded = await rows(
      `SELECT relname AS name FROM pg_class WHERE relname LIKE 'health_%' AND relkind = 'r' AND relforcerowsecurity`,
    );
    const expected = Object.keys(healthTableKinds).filter((name) => name !== 'health_stations');
    expect(new Set(guarded.map(({ name }) => name))).toEqual(new Set(expected));
  });
});
