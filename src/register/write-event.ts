import { divisionOn, resolveDivision } from '../areas/index.ts';
import {
  type AreaCode,
  ancestorCode,
  areaContains,
  type CalendarDate,
  populations,
  text,
} from '../language/index.ts';
import { actorScope, failure, rescope, type TransactionContext } from '../platform/index.ts';
import { type Contradiction, contradiction, type Life, type RegisterEvent } from './fold.ts';
import type { Places } from './person.ts';
import type { RegisterTables } from './tables.ts';

const sentences: Readonly<Record<Contradiction, ReturnType<typeof text>>> = {
  'dead already': text('此人已登记死亡。', 'This person is recorded as dead.'),
  'not where the event says': text('此人不在所填的地方。', 'This person is not where the event says.'),
  'before the last event': text(
    '日期早于此人已登记的最近一次变动。',
    'The date lies before the last recorded event of this person.',
  ),
  'nothing changes': text('填写的地点与现有登记相同。', 'The place is the one already recorded.'),
};

export interface PersonRow {
  readonly personId: string;
  readonly life: Life;
  readonly version: number;
}

/** The person as the actor may see them; not_found hides whether somebody outside the area exists. */
export async function loadPerson(context: TransactionContext, personId: string): Promise<PersonRow> {
  const db = context.tx.withTables<RegisterTables>();
  const person = await db
    .selectFrom('register_persons')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw unknownPerson();
  const spells = await db
    .selectFrom('register_spells')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('from_date')
    .execute();
  return {
    personId,
    version: person.version,
    life: {
      deathDate: person.death_date,
      places: await recordedPlaces(context, personId),
      spells: spells.map((row) => ({
        population: row.population,
        village: row.village_code,
        from: row.from_date,
        to: row.to_date,
      })),
    },
  };
}

/** Where the person's open spells are, in the codes in which they were recorded. */
async function recordedPlaces(context: TransactionContext, personId: string): Promise<Places> {
  const open = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_spells')
    .select(['population', 'village_code'])
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .execute();
  const village = (population: string) =>
    open.find((row) => row.population === population)?.village_code ?? null;
  return { registered: village('registered'), resident: village('resident') };
}

const unknownPerson = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有此人。', 'There is no such person in your area.'),
    text(
      '请核对编号；如此人在别处，请联系当地登记人员。',
      'Check the id; if the person is elsewhere, ask the registrar there.',
    ),
  );

/** Refuses a village that did not exist on that day, or is not in the city of the actor. */
export async function requireVillage(
  context: TransactionContext,
  village: AreaCode | null,
  on: CalendarDate,
): Promise<void> {
  if (village === null) return;
  const division = await divisionOn(context.tx, village, on);
  const inCity = areaContains(ancestorCode(context.actor.area, 'city'), village);
  if (division?.level === 'village' && inCity) return;
  throw failure(
    'invalid_input',
    text(`${on} 没有村（社区）${village}。`, `There was no village ${village} on ${on}.`),
    text(
      '请填写当日有效的 12 位村（社区）代码。',
      'Give the 12-digit code of a village that existed on that day.',
    ),
  );
}

export function requirePossible(life: Life, event: RegisterEvent, today: CalendarDate): void {
  const problem = contradiction(life, event);
  const inFuture = event.date > today;
  if (!problem && !inFuture) return;
  throw failure(
    'conflict',
    problem ? sentences[problem] : text('日期在今天之后。', 'The date lies in the future.'),
    text('请核对日期和地点后重新提交。', 'Check date and place, and send it again.'),
  );
}

/** Today's codes of the places: what permissions and current state are written in. */
async function resolvePlaces(
  context: TransactionContext,
  places: Places,
  today: CalendarDate,
): Promise<Places> {
  const resolve = async (code: AreaCode | null) => code && (await resolveDivision(context.tx, code, today));
  return { registered: await resolve(places.registered), resident: await resolve(places.resident) };
}

export interface WrittenEvent {
  readonly personId: string;
  readonly event: RegisterEvent;
  readonly life: Life;
  readonly today: CalendarDate;
  /** For a marriage: the other one. */
  readonly spouseId?: string;
}

/**
 * Appends the event and brings spells, current places and the scope columns of all the person's rows up to date, in
 * the open transaction. A move out of the actor's area goes on in the scope of the city: the actor was allowed to
 * start it by seeing the person.
 */
export async function writeEvent(context: TransactionContext, written: WrittenEvent): Promise<string> {
  const db = context.tx.withTables<RegisterTables>();
  const { personId, event, life, today, spouseId = null } = written;
  const eventId = context.newId();
  const now = await resolvePlaces(context, event.to, today);
  const before = await db
    .selectFrom('register_persons')
    .select(['registered_scope', 'resident_scope'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const scopes = {
    registered_scope: now.registered ?? before.registered_scope,
    resident_scope: now.resident ?? before.resident_scope,
  };
  const city = ancestorCode(context.actor.area, 'city');
  await rescope(context.tx, { ...actorScope(context.actor), area: city });
  await db
    .insertInto('register_events')
    .values({
      person_id: personId,
      event_id: eventId,
      kind: event.kind,
      event_date: event.date,
      registered_from: event.from.registered,
      registered_to: event.to.registered,
      resident_from: event.from.resident,
      resident_to: event.to.resident,
      spouse_id: spouseId,
      recorded_at: context.now(),
      recorded_by: context.actor.name,
      ...scopes,
    })
    .execute();
  await writeSpells(context, { personId, event, scopes });
  await db
    .updateTable('register_persons')
    .set((row) => ({
      death_date: event.kind === 'death' ? event.date : life.deathDate,
      registered_village: now.registered,
      resident_village: now.resident,
      version: row('version', '+', 1),
      ...(spouseId === null ? {} : { spouse_id: spouseId }),
      ...scopes,
    }))
    .where('person_id', '=', personId)
    .execute();
  await moveScopes(context, personId, scopes);
  await rescope(context.tx, actorScope(context.actor));
  return eventId;
}

interface Scopes {
  readonly registered_scope: AreaCode | null;
  readonly resident_scope: AreaCode | null;
}

async function writeSpells(
  context: TransactionContext,
  change: { readonly personId: string; readonly event: RegisterEvent; readonly scopes: Scopes },
): Promise<void> {
  const db = context.tx.withTables<RegisterTables>();
  const { personId, event, scopes } = change;
  for (const population of populations) {
    const [from, to] = [event.from[population], event.to[population]];
    if (from === to) continue;
    await db
      .updateTable('register_spells')
      .set({ to_date: event.date })
      .where('person_id', '=', personId)
      .where('population', '=', population)
      .where('to_date', 'is', null)
      .execute();
    if (to === null) continue;
    await db
      .insertInto('register_spells')
      .values({
        person_id: personId,
        spell_id: context.newId(),
        population,
        village_code: to,
        from_date: event.date,
        to_date: null,
        ...scopes,
      })
      .execute();
  }
}

/** The scope columns stand on every row of the person, so that policies need no join. */
async function moveScopes(context: TransactionContext, personId: string, scopes: Scopes): Promise<void> {
  const db = context.tx.withTables<RegisterTables>();
  await db.updateTable('register_events').set(scopes).where('person_id', '=', personId).execute();
  await db.updateTable('register_spells').set(scopes).where('person_id', '=', personId).execute();
}
