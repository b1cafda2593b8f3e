import { resolveDivision } from '../areas/index.ts';
import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { Life, PersonState, Spell } from './fold.ts';
import { type PersonFile, stateOf } from './person-file.ts';
import {
  codesOf,
  personRow,
  type Resolve,
  recordRow,
  type Scopes,
  scopesOf,
  spellRow,
} from './person-rows.ts';
import { countedRecords } from './records.ts';
import type { RegisterTables } from './tables.ts';

interface Stored {
  readonly before: PersonFile | null;
  readonly after: PersonFile;
  readonly today: CalendarDate;
}

const tables = (context: TransactionContext) => context.tx.withTables<RegisterTables>();

/** What the codes of a life have become by today. */
async function resolverFor(context: TransactionContext, life: Life, today: CalendarDate): Promise<Resolve> {
  const resolved = new Map<AreaCode, AreaCode>();
  for (const code of new Set(codesOf(life)))
    resolved.set(code, await resolveDivision(context.tx, code, today));
  return (code) => resolved.get(code) ?? code;
}

async function scopesBefore(context: TransactionContext, personId: string): Promise<Scopes | null> {
  const row = await tables(context)
    .selectFrom('register_persons')
    .select(['registered_scope', 'resident_scope'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Who answers for the record now, and whether that is somebody else than before. */
async function settleScopes(
  context: TransactionContext,
  last: Scopes,
  { before, after }: Stored,
): Promise<{ readonly scopes: Scopes; readonly moved: boolean }> {
  const known = before ? await scopesBefore(context, after.personId) : null;
  if (known === null) return { scopes: last, moved: false };
  const nowhere = last.registered_scope === null && last.resident_scope === null;
  const scopes = nowhere ? known : last;
  const moved =
    known.registered_scope !== scopes.registered_scope || known.resident_scope !== scopes.resident_scope;
  return { scopes, moved };
}

/**
 * Brings the rows of a person to what their records say, in the open transaction, whose scope is the city. Says who
 * answers for the person now, if that is somebody else than before.
 */
export async function storePerson(context: TransactionContext, stored: Stored): Promise<Scopes | null> {
  const { before, after, today } = stored;
  const state = stateOf(after);
  const resolve = await resolverFor(context, state.life, today);
  const { scopes, moved } = await settleScopes(context, scopesOf(state.life, resolve), stored);
  const row = { ...personRow(after, state, resolve), ...scopes };
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
  return moved ? scopes : null;
}

interface Storing extends Stored {
  readonly state: PersonState;
  readonly scopes: Scopes;
}

/** Details are written as the text of their JSON. */
const writable = ({ details, ...row }: ReturnType<typeof recordRow>) => ({
  ...row,
  details: details && JSON.stringify(details),
});

/** Appends what is new and marks what counts no longer, or counts again. */
async function storeRecords(context: TransactionContext, storing: Storing): Promise<void> {
  const { before, after, state, scopes } = storing;
  const counted = new Set(countedRecords(state.standing).map((one) => one.id));
  const known = new Set(before?.records.map((one) => one.id));
  const added = after.records.filter((one) => !known.has(one.id));
  const rows = added.map((one) => ({
    ...writable(recordRow(after.personId, one)),
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
        ...spellRow(personId, context.newId(), spell),
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
