import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../src/identity/index.ts';
import { type AreaCode, civilDate, significantDigits } from '../src/language/index.ts';
import { type Actor, DomainError, readSpreadsheet } from '../src/platform/index.ts';
import { anyCall, type Drawn, inputOf, type Row } from './support/register-calls.ts';
import { testHouse } from './support/test-house.ts';

const RUNS = process.env['JIAHU_LONG'] ? 10_000 : 400;
const house = await testHouse();
const { owner } = house.ground.database;
const operationOf = (name: string) => {
  const found = house.registry.get(name);
  if (!found) throw new Error(name);
  return found;
};
const asOperator = (name: string, input: object) =>
  house.execute(operationOf(name), input, { actor: house.operator });
await asOperator('synthetic/seed-city', { scale: 0.001, seed: 11 });

const everybody = async () =>
  (
    await owner.query<Row>(
      `SELECT person_id AS id, version, name, sex, birth_date AS birth, counted, death_date IS NOT NULL AS dead,
         registered_scope AS registered, resident_scope AS resident, registered_village AS "registeredVillage",
         resident_village AS "residentVillage", household_id AS household
       FROM register_persons ORDER BY person_id`,
    )
  ).rows;
const start = await everybody();
const villages = [...new Set(start.flatMap((one) => [one.registered, one.resident]))].filter(
  (code) => code !== null,
);

/** The numbers of some people, whom calls may name by them. */
const numbers = new Map<string, string>();
for (const { id } of start.filter((_, index) => index % 40 === 0)) {
  const asked = { personId: id, field: 'idNumber', reason: 'for the test' };
  const answer = await asOperator('register/reveal-field', asked).catch(() => null);
  if (answer !== null) numbers.set(id, (answer as { value: string }).value);
}

/* The rules told a second time, in other words. */
const isIn = (area: AreaCode, code: string | null) => code?.startsWith(significantDigits(area)) === true;

/** Somebody is the business of an area who is registered or lives in it. */
const concerns = (area: AreaCode, { registered, resident }: Pick<Row, 'registered' | 'resident'>): boolean =>
  [registered, resident].some((code) => isIn(area, code));

const youngest = new Date(`${civilDate(new Date())}T00:00:00Z`);
youngest.setUTCFullYear(youngest.getUTCFullYear() - 14);
const isChild = ({ birth }: Row) => birth > youngest.toISOString().slice(0, 10);

/** Files of children are for those alone who have the right to them. */
const sees = (actor: Actor, row: Row | undefined): boolean =>
  row !== undefined &&
  concerns(actor.area, row) &&
  (!isChild(row) || actor.permissions.has('register:read-children'));

const mayRegister = (role: keyof typeof roles) =>
  roles[role].permissions.some((one) => one === 'register:read');

interface Request {
  readonly id: string;
  readonly person: string;
  readonly state: string;
  readonly registered: string | null;
  readonly resident: string | null;
  readonly receiving: string | null;
}
const requests = async () =>
  (
    await owner.query<Request>(
      `SELECT request_id AS id, person_id AS person, state, registered_scope AS registered, resident_scope AS resident,
         receiving_scope AS receiving FROM register_requests ORDER BY request_id`,
    )
  ).rows;
/** A request is the business of both sides of a transfer. */
const concernsRequest = (area: AreaCode, one: Request) => concerns(area, one) || isIn(area, one.receiving);

async function draw(drawn: Drawn, now: readonly Row[]): Promise<object> {
  const { actor, near, picks, choice } = drawn;
  const own = now.filter((one) => concerns(actor.area, one));
  const pool = near && own.length > 0 ? own : now;
  const pick = (index: number) => pool[(picks[index] ?? 0) % pool.length] as Row;
  const persons = [pick(0), pick(1), pick(2)] as const;
  const { rows } = await owner.query<{ event: string }>(
    'SELECT event_id AS event FROM register_events WHERE person_id = $1 AND effective ORDER BY event_id LIMIT 1 OFFSET $2',
    [persons[0].id, choice % 3],
  );
  const waiting = (await requests()).filter(({ state }) => state === 'requested');
  const request = choice % 4 === 0 ? undefined : waiting[choice % Math.max(1, waiting.length)];
  const [event] = rows;
  const recorded =
    event && drawn.operation === 'register/request-correction'
      ? await asOperator('register/read-form', { personId: persons[0].id, eventId: event.event }).catch(
          () => null,
        )
      : null;
  const answers = (recorded as { answers: object } | null)?.answers;
  const named = [...numbers.keys()];
  return inputOf(drawn, {
    persons,
    village: villages[choice % villages.length] ?? '',
    event: event && { ...event, form: answers ? { ...answers, name: '改名', reason: '随机' } : null },
    request: request && { person: request.person, request: request.id },
    idNumber: numbers.get(persons[0].id) ?? numbers.get(named[choice % named.length] ?? '') ?? null,
  });
}

/** Ids of the people whose rows an answer shows, in lists of any name. */
async function shownIn(answer: unknown): Promise<readonly string[]> {
  if (typeof answer !== 'object' || answer === null) return [];
  const { personId, rows, people, mentioned, content, document } = answer as Record<string, unknown>;
  const lists = [rows, people].filter(Array.isArray).flat();
  const within = await Promise.all(lists.map(shownIn));
  const named = (Array.isArray(mentioned) ? mentioned : [])
    .filter((one: { kind: string }) => one.kind === 'person')
    .map((one: { value: string }) => one.value);
  const written =
    typeof content === 'string' && document === undefined && typeof rows === 'number'
      ? (await readSpreadsheet(Buffer.from(content, 'base64'))).slice(1).map(([id]) => id ?? '')
      : [];
  return [...(typeof personId === 'string' ? [personId] : []), ...within.flat(), ...named, ...written];
}

type Answer = Readonly<Record<string, unknown>>;
interface Shown {
  readonly actor: Drawn['actor'];
  readonly input: Answer;
  readonly answer: Answer;
  readonly now: readonly Row[];
}

/** What else an answer must and must not tell: all of what is asked for, and nothing counted elsewhere. */
const further: Readonly<Record<string, (shown: Shown) => Promise<void> | void>> = {
  'register/export-persons': async ({ actor, input, answer, now }) => {
    const within = significantDigits(String(input['area']).padEnd(12, '0') as AreaCode);
    const expected = now.filter(
      (one) =>
        sees(actor, one) &&
        one.counted &&
        !one.dead &&
        [one.registeredVillage, one.residentVillage].some((code) => code?.startsWith(within) === true),
    );
    expect([...(await shownIn(answer))].sort()).toEqual(expected.map(({ id }) => id).sort());
  },
  'register/search-persons': ({ actor, input, answer, now }) => {
    if (answer['more'] === true || input['area'] !== undefined) return;
    const found = new Set((answer['rows'] as readonly { personId: string }[]).map((one) => one.personId));
    const meant = now.filter((one) => one.name === input['query'] && one.counted && sees(actor, one));
    for (const { id } of meant) expect(found.has(id)).toBe(true);
  },
  'register/list-requests': async ({ actor, input, answer }) => {
    const listed = (answer['rows'] as readonly { requestId: string }[]).map((one) => one.requestId);
    const expected = (await requests()).filter(
      (one) => one.state === input['state'] && concernsRequest(actor.area, one),
    );
    if (answer['more'] === false) expect([...listed].sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const id of listed) expect(expected.map((one) => one.id)).toContain(id);
  },
  'register/list-imports': ({ actor, answer }) => {
    for (const { area } of answer['imports'] as readonly { area: string }[])
      expect(isIn(actor.area, area)).toBe(true);
  },
  'register/check-balance': ({ actor, input, answer, now }) => {
    const rows = answer['rows'] as readonly { area: string; end: number }[];
    for (const { area } of rows) expect(isIn(actor.area, area)).toBe(true);
    if (input['area'] !== undefined) return;
    const village = input['population'] === 'registered' ? 'registeredVillage' : 'residentVillage';
    const living = now.filter((one) => isIn(actor.area, one[village])).length;
    const ends = rows.reduce((sum, { end }) => sum + end, 0);
    expect(ends).toBe(living);
  },
};

let known = start;
const outcomes = new Map<string, number>();

async function attempt({ actor, operation }: Drawn, input: object) {
  try {
    const answer = await house.execute(operationOf(operation), input, { actor });
    return { outcome: 'done', answer: answer as Answer };
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.code === 'internal') throw error;
    return { outcome: error.details.code, answer: null };
  }
}

async function oneCall(drawn: Drawn): Promise<void> {
  const { actor, operation } = drawn;
  const before = new Map(known.map((one) => [one.id, one]));
  const asked = await requests();
  const input = await draw(drawn, known);
  const { outcome, answer } = await attempt(drawn, input);
  outcomes.set(`${operation} ${outcome}`, (outcomes.get(`${operation} ${outcome}`) ?? 0) + 1);
  known = await everybody();
  const changed = known.filter((one) => before.get(one.id)?.version !== one.version);
  if (answer === null) {
    expect(changed).toEqual([]);
    return;
  }
  expect(mayRegister(actor.role), operation).toBe(true);
  // Both sides of a transfer have to do with the person whom it is about.
  const { personId, requestId } = input as Record<string, unknown>;
  const transfer = asked.find((one) => one.id === requestId && concernsRequest(actor.area, one));
  const named = [...numbers].find(([, number]) => number === (input as Answer)['idNumber'])?.[0];
  const isTransfer = operation.endsWith('-transfer') || operation === 'register/read-request';
  const mine = (id: string) =>
    sees(actor, before.get(id)) ||
    (isTransfer && ((transfer !== undefined && id === personId) || id === named));
  const newcomers = changed.filter((one) => !before.has(one.id));
  for (const one of changed) if (before.has(one.id)) expect(mine(one.id), operation).toBe(true);
  expect(newcomers.length, operation).toBeLessThanOrEqual(1);
  const isListed = operation === 'register/list-requests';
  if (!isListed)
    for (const id of await shownIn(answer))
      expect(mine(id) || newcomers.some((one) => one.id === id), operation).toBe(true);
  await further[operation]?.({ actor, input: input as Answer, answer, now: known });
}

const operations = [...house.registry.values()]
  .filter((one) => one.name.startsWith('register/') && one.permission !== 'areas:change')
  .map((one) => one.name);
const drawn = anyCall(villages, operations);

describe('the register under random operations by random roles', () => {
  it(`never shows or changes a person outside the area, in ${String(RUNS)} operations`, async () => {
    await fc.assert(fc.asyncProperty(drawn, oneCall), { numRuns: RUNS, endOnFailure: true });
    // Enough of them are carried out, and of enough kinds, for the others to mean something.
    const done = [...outcomes].filter(([key]) => key.endsWith(' done'));
    expect(done.reduce((sum, [, n]) => sum + n, 0)).toBeGreaterThan(RUNS / 25);
    if (process.env['JIAHU_LONG']) expect(done.length).toBeGreaterThan(operations.length * 0.75);
  }, 3_600_000);

  it('is sound afterwards', async () => {
    expect(await asOperator('register/check-register', {})).toMatchObject({ violations: [] });
  });
});
