import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../src/identity/index.ts';
import { type AreaCode, areaCode, significantDigits } from '../src/language/index.ts';
import { type Actor, DomainError } from '../src/platform/index.ts';
import { testHouse } from './support/test-house.ts';

const RUNS = process.env['JIAHU_LONG'] ? 10_000 : 250;
const house = await testHouse();
const { owner } = house.ground.database;
const seed = house.registry.get('synthetic/seed-city');
if (!seed) throw new Error('no seed');
await house.execute(seed, { scale: 0.001, seed: 11 }, { actor: house.operator });

interface Row {
  readonly id: string;
  readonly version: number;
  readonly registered: string | null;
  readonly resident: string | null;
  readonly household: string | null;
}
const everybody = async () =>
  (
    await owner.query<Row>(
      `SELECT person_id AS id, version, registered_scope AS registered, resident_scope AS resident, household_id AS household
       FROM register_persons ORDER BY person_id`,
    )
  ).rows;
const start = await everybody();
const villages = [...new Set(start.flatMap((one) => [one.registered, one.resident]))].filter(
  (code) => code !== null,
);

/** The rule told a second time, in other words: somebody is the business of an area who is registered or lives in it. */
const concerns = (area: AreaCode, { registered, resident }: Row): boolean =>
  [registered, resident].some((code) => code?.startsWith(significantDigits(area)) === true);

const roleNames = Object.keys(roles) as readonly (keyof typeof roles)[];
const mayRegister = (role: keyof typeof roles) =>
  roles[role].permissions.some((one) => one === 'register:read');

const anyActor = fc
  .tuple(
    fc.constantFrom(...roleNames.filter((one) => one !== 'operator')),
    fc.constantFrom(...villages),
    fc.constantFrom(4, 6, 9, 12),
  )
  .map(([role, code, digits]): Actor & { readonly role: keyof typeof roles } => ({
    accountId: `${role}-${code}`,
    name: `${role}-${code.slice(0, digits)}`,
    role,
    area: areaCode(code.slice(0, digits)),
    purpose: roles[role].purpose,
    permissions: new Set(roles[role].permissions),
  }));

const number = fc.nat(1_000_000);
const day = fc
  .integer({ min: 2000, max: 2026 })
  .chain((year) =>
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(
        ([month, date]) =>
          `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
      ),
  );

const operations = [...house.registry.values()].filter(
  (one) => one.name.startsWith('register/') && one.permission !== 'areas:change',
);

interface Drawn {
  readonly actor: Actor & { readonly role: keyof typeof roles };
  readonly operation: (typeof operations)[number];
  readonly near: boolean;
  readonly picks: readonly number[];
  readonly date: string;
  readonly choice: number;
}
const anyCall: fc.Arbitrary<Drawn> = fc.record({
  actor: anyActor,
  operation: fc.constantFrom(...operations),
  near: fc.boolean(),
  picks: fc.array(number, { minLength: 4, maxLength: 4 }),
  date: day,
  choice: number,
});

/** Every argument that any operation of the room asks for, of people near the actor or of anybody. */
async function inputFor({ actor, near, picks, date, choice }: Drawn, now: readonly Row[]) {
  const own = now.filter((one) => concerns(actor.area, one));
  const pool = near && own.length > 0 ? own : now;
  const pick = (index: number) => pool[(picks[index] ?? 0) % pool.length] as Row;
  const village = villages[choice % villages.length];
  const persons = [pick(0), pick(1), pick(2)];
  const { rows } = await owner.query<{ event: string; person: string }>(
    'SELECT event_id AS event, person_id AS person FROM register_events WHERE person_id = $1 ORDER BY event_id LIMIT 1 OFFSET $2',
    [persons[0]?.id, choice % 3],
  );
  const { rows: requests } = await owner.query<{ person: string; request: string }>(
    'SELECT person_id AS person, request_id AS request FROM register_requests ORDER BY request_id OFFSET $1 LIMIT 1',
    [choice % 20],
  );
  const request = choice % 2 === 0 ? requests[0] : undefined;
  return {
    personId: request?.person ?? persons[0]?.id,
    requestId: request?.request ?? crypto.randomUUID(),
    approve: choice % 3 !== 0,
    eventId: rows[0]?.event ?? crypto.randomUUID(),
    motherId: persons[0]?.id,
    fatherId: null,
    spouseId: persons[1]?.id,
    guardianId: persons[1]?.id,
    headId: persons[1]?.id,
    memberIds: [persons[1]?.id],
    intoId: choice % 2 === 0 ? persons[2]?.id : persons[2]?.household,
    householdId: persons[1]?.household,
    name: '测试',
    sex: choice % 2 === 0 ? 'male' : 'female',
    birthDate: date,
    deathDate: date,
    date,
    weeks: 30,
    to: village,
    village,
    registeredVillage: village,
    residentVillage: village,
    hukouKind: 'rural',
    birthDateIs: 'known',
    foundAt: '路边',
    formKey: 'merger',
    form: { personId: persons[0]?.id, intoId: persons[1]?.id, date, name: '改名' },
    reason: '随机测试',
    from: '2015-01-01',
    area: actor.area,
    state: 'requested',
  };
}

/** Ids of the people whose rows an answer shows. */
function shownIn(answer: unknown): readonly string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { personId, rows } = answer as { personId?: unknown; rows?: unknown };
  const own = typeof personId === 'string' ? [personId] : [];
  return Array.isArray(rows) ? [...own, ...rows.flatMap(shownIn)] : own;
}

let known = start;
const outcomes = new Map<string, number>();

async function oneCall(call: Drawn): Promise<void> {
  const { actor, operation } = call;
  const before = new Map(known.map((one) => [one.id, one]));
  let answer: unknown = null;
  let outcome = 'done';
  try {
    answer = await house.execute(operation, await inputFor(call, known), { actor });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outcome = error.details.code;
  }
  outcomes.set(`${operation.name} ${outcome}`, (outcomes.get(`${operation.name} ${outcome}`) ?? 0) + 1);
  expect(outcome, operation.name).not.toBe('internal');
  known = await everybody();
  const mine = (id: string) => {
    const row = before.get(id);
    return row !== undefined && concerns(actor.area, row);
  };
  const changed = known.filter((one) => before.get(one.id)?.version !== one.version);
  if (outcome !== 'done') expect(changed).toEqual([]);
  else expect(mayRegister(actor.role), operation.name).toBe(true);
  const newcomers = changed.filter((one) => !before.has(one.id));
  for (const one of changed) if (before.has(one.id)) expect(mine(one.id), operation.name).toBe(true);
  expect(newcomers.length, operation.name).toBeLessThanOrEqual(1);
  for (const id of shownIn(answer))
    expect(mine(id) || newcomers.some((one) => one.id === id), operation.name).toBe(true);
}

describe('the register under random operations by random roles', () => {
  it(`never shows or changes a person outside the area, in ${String(RUNS)} operations`, async () => {
    await fc.assert(fc.asyncProperty(anyCall, oneCall), { numRuns: RUNS, endOnFailure: true });
    // Enough of them are carried out for the others to mean something.
    const done = [...outcomes].filter(([key]) => key.endsWith(' done')).reduce((sum, [, n]) => sum + n, 0);
    expect(done).toBeGreaterThan(RUNS / 50);
  }, 3_600_000);

  it('is sound afterwards', async () => {
    const check = house.registry.get('register/check-register');
    if (!check) throw new Error('no check');
    expect(await house.execute(check, {}, { actor: house.operator })).toMatchObject({ violations: [] });
  });
});
