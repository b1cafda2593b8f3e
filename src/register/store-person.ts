import type { Insertable } from 'kysely';
import { resolveDivision } from '../areas/index.ts';
import type { AreaCode, CalendarDate, Population } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { isCounted, type Life, type PersonState, type Spell } from './fold.ts';
import { nameSound } from './names/sound.ts';
import { type Attributes, attributeColumns, attributeKeys } from './person.ts';
import { type Details, type PersonFile, stateOf } from './person-file.ts';
import { countedRecords, type EventRecord } from './records.ts';
import type { RegisterTables } from './tables.ts';

/** Which areas of today answer for the record: where the person is or, gone or dead, was last. */
export interface Scopes {
  readonly registered_scope: AreaCode | null;
  readonly resident_scope: AreaCode | null;
}

interface Stored {
  readonly before: PersonFile | null;
  readonly after: PersonFile;
  readonly today: CalendarDate;
}

const lastVillage = (life: Life, population: Population): AreaCode | null =>
  life.spells.findLast((spell) => spell.population === population)?.village ?? null;

async function resolveBoth(
  context: TransactionContext,
  places: { readonly registered: AreaCode | null; readonly resident: AreaCode | null },
  today: CalendarDate,
) {
  const resolve = async (code: AreaCode | null) => code && (await resolveDivision(context.tx, code, today));
  return { registered: await resolve(places.registered), resident: await resolve(places.resident) };
}

const attributeValues = (attributes: Attributes) =>
  Object.fromEntries(attributeKeys.map((key) => [attributeColumns[key], attributes[key]])) as Record<
    (typeof attributeColumns)[keyof Attributes],
    never
  >;

const tables = (context: TransactionContext) => context.tx.withTables<RegisterTables>();

async function scopesBefore(context: TransactionContext, personId: string): Promise<Scopes | null> {
  const row = await tables(context)
    .selectFrom('register_persons')
    .select(['registered_scope', 'resident_scope'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** The places of today and who answers for the record, in the codes of today. */
async function placed(context: TransactionContext, life: Life, stored: Stored) {
  const now = await resolveBoth(context, life.places, stored.today);
  const last = await resolveBoth(
    context,
    { registered: lastVillage(life, 'registered'), resident: lastVillage(life, 'resident') },
    stored.today,
  );
  const known = stored.before ? await scopesBefore(context, stored.after.personId) : null;
  const nowhere = last.registered === null && last.resident === null;
  const scopes: Scopes =
    nowhere && known ? known : { registered_scope: last.registered, resident_scope: last.resident };
  const moved =
    known === null ||
    known.registered_scope !== scopes.registered_scope ||
    known.resident_scope !== scopes.resident_scope;
  return { now, scopes, moved: moved && known !== null };
}

/** Brings the rows of a person to what their records say, in the open transaction, whose scope is the city. */
export async function storePerson(context: TransactionContext, stored: Stored): Promise<void> {
  const { before, after } = stored;
  const state = stateOf(after);
  const { now, scopes, moved } = await placed(context, state.life, stored);
  const row = {
    ...attributeValues(state.attributes),
    death_date: state.life.deathDate,
    registered_village: now.registered,
    resident_village: now.resident,
    version: after.version,
    counted: isCounted(state),
    sound: nameSound(state.attributes.name),
    ...scopes,
  };
  const db = tables(context);
  if (before)
    await db.updateTable('register_persons').set(row).where('person_id', '=', after.personId).execute();
  else
    await db
      .insertInto('register_persons')
      .values({ person_id: after.personId, ...row })
      .execute();
  await storeRecords(context, { ...stored, state, scopes });
  await storeSpells(context, { personId: after.personId, spells: state.life.spells, scopes });
  if (moved) await moveScopes(context, after.personId, scopes);
}

interface Storing extends Stored {
  readonly state: PersonState;
  readonly scopes: Scopes;
}

/** Appends what is new and marks what counts no longer, or counts again. */
async function storeRecords(context: TransactionContext, storing: Storing): Promise<void> {
  const { before, after, state, scopes } = storing;
  const counted = new Set(countedRecords(state.standing).map((one) => one.id));
  const known = new Set(before?.records.map((one) => one.id));
  const added = after.records.filter((one) => !known.has(one.id));
  const rows = added.map((one) => ({
    ...rowOf(after.personId, one),
    ...scopes,
    effective: counted.has(one.id),
  }));
  const db = tables(context);
  if (rows.length > 0) await db.insertInto('register_events').values(rows).execute();
  const countedBefore = new Set(before ? countedRecords(stateOf(before).standing).map((one) => one.id) : []);
  const changed = [...known].filter((id) => counted.has(id) !== countedBefore.has(id));
  for (const effective of [true, false]) {
    const ids = changed.filter((id) => counted.has(id) === effective);
    if (ids.length === 0) continue;
    await db
      .updateTable('register_events')
      .set({ effective })
      .where('person_id', '=', after.personId)
      .where('event_id', 'in', ids)
      .execute();
  }
}

function detailsOf({ changes, facts, form }: EventRecord): Details | null {
  const details: Details = {
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(form === null ? {} : { form }),
  };
  return Object.keys(details).length > 0 ? details : null;
}

/** A marriage and its end name the other one in a column of their own, for counts. */
function otherOf({ kind, changes }: EventRecord): string | null {
  if (kind === 'marriage') return changes.spouse?.to ?? null;
  return kind === 'divorce' ? (changes.spouse?.from ?? null) : null;
}

function rowOf(
  personId: string,
  record: EventRecord,
): Omit<Insertable<RegisterTables['register_events']>, keyof Scopes | 'effective'> {
  const details = detailsOf(record);
  return {
    person_id: personId,
    event_id: record.id,
    kind: record.kind,
    event_date: record.date,
    registered_from: record.from.registered,
    registered_to: record.to.registered,
    resident_from: record.from.resident,
    resident_to: record.to.resident,
    spouse_id: otherOf(record),
    household_from: record.changes.household?.from ?? null,
    details: details && JSON.stringify(details),
    replaces: record.replaces,
    act_id: record.act,
    recorded_at: record.recordedAt,
    recorded_by: record.recordedBy,
  };
}

interface PersonSpells {
  readonly personId: string;
  readonly spells: readonly Spell[];
  readonly scopes: Scopes;
}

const spellKey = (spell: Spell) => `${spell.population} ${spell.village} ${spell.from} ${spell.to ?? ''}`;

/** Takes away the stays that are no longer true and adds those that are missing. */
async function storeSpells(
  context: TransactionContext,
  { personId, spells, scopes }: PersonSpells,
): Promise<void> {
  const db = tables(context);
  const rows = await db.selectFrom('register_spells').selectAll().where('person_id', '=', personId).execute();
  const missing = new Map(spells.map((spell) => [spellKey(spell), spell]));
  const obsolete = rows.filter(
    (row) =>
      !missing.delete(
        spellKey({
          population: row.population,
          village: row.village_code,
          from: row.from_date,
          to: row.to_date,
        }),
      ),
  );
  if (obsolete.length > 0)
    await db
      .deleteFrom('register_spells')
      .where('person_id', '=', personId)
      .where(
        'spell_id',
        'in',
        obsolete.map((row) => row.spell_id),
      )
      .execute();
  if (missing.size === 0) return;
  await db
    .insertInto('register_spells')
    .values(
      [...missing.values()].map((spell) => ({
        person_id: personId,
        spell_id: context.newId(),
        population: spell.population,
        village_code: spell.village,
        from_date: spell.from,
        to_date: spell.to,
        ...scopes,
      })),
    )
    .execute();
}

/** The scope columns stand on every row of the person, so that policies need no join. */
async function moveScopes(context: TransactionContext, personId: string, scopes: Scopes): Promise<void> {
  const db = tables(context);
  for (const table of ['register_events', 'register_spells', 'register_requests'] as const)
    await db.updateTable(table).set(scopes).where('person_id', '=', personId).execute();
}
