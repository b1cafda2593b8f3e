import type { Selectable } from 'kysely';
import { text } from '../language/index.ts';
import { failure, keyedRead, type TransactionContext } from '../platform/index.ts';
import { type AsOf, type PersonState, stateAsOf } from './fold.ts';
import { type Attributes, attributeColumns, attributeKeys } from './person.ts';
import type { Changes, EventRecord, Facts } from './records.ts';
import type { RegisterTables } from './tables.ts';

/** All that the register holds of one person. */
export interface PersonFile {
  readonly personId: string;
  readonly version: number;
  readonly current: Attributes;
  readonly records: readonly EventRecord[];
}

type PersonRow = Selectable<RegisterTables['register_persons']>;
type EventRow = Selectable<RegisterTables['register_events']>;

/** Looks like somebody who does not exist: who lives outside the area is not told. */
export const unknownPerson = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有此人。', 'There is no such person in your area.'),
    text(
      '请核对编号；如此人在别处，请联系当地登记人员。',
      'Check the id; if the person is elsewhere, ask the registrar there.',
    ),
  );

export const attributesOf = (row: PersonRow): Attributes =>
  Object.fromEntries(attributeKeys.map((key) => [key, row[attributeColumns[key]]])) as unknown as Attributes;

/** What an event holds beside the place, as it is stored. */
export interface Details {
  readonly changes?: Changes;
  readonly facts?: Facts;
  readonly form?: string;
}

/** Marriages taken over in bulk say the other one in their column alone. */
function changesOf(row: EventRow, details: Details): Changes {
  if (details.changes) return details.changes;
  return row.kind === 'marriage' ? { spouse: { from: null, to: row.spouse_id } } : {};
}

export function recordOf(row: EventRow): EventRecord {
  const details: Details = row.details ?? {};
  return {
    id: row.event_id,
    kind: row.kind,
    date: row.event_date,
    from: { registered: row.registered_from, resident: row.resident_from },
    to: { registered: row.registered_to, resident: row.resident_to },
    changes: changesOf(row, details),
    facts: details.facts ?? {},
    form: details.form ?? null,
    replaces: row.replaces,
    act: row.act_id,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}

/** The file of a person as the actor may see it; null when there is none in the actor's area. */
export async function findFile(
  context: TransactionContext,
  personId: string,
  lock = false,
): Promise<PersonFile | null> {
  const db = context.tx.withTables<RegisterTables>();
  const person = db.selectFrom('register_persons').selectAll().where('person_id', '=', personId);
  const row = await (lock ? person.forUpdate() : person).executeTakeFirst();
  if (!row) return null;
  const events = await db
    .selectFrom('register_events')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return {
    personId,
    version: row.version,
    current: attributesOf(row),
    records: events.map(recordOf),
  };
}

/** The file, locked until the transaction ends; `not_found` when the actor may not see it. */
export async function openFile(context: TransactionContext, personId: string): Promise<PersonFile> {
  const file = await findFile(context, personId, true);
  if (!file) throw unknownPerson();
  return file;
}

const seen = keyedRead('SELECT person_id FROM register_persons WHERE person_id = $1');

/** Whether row-level security shows somebody to whoever asks. */
export const seesPerson = async ({ tx }: TransactionContext, personId: string): Promise<boolean> =>
  (await seen(tx, [personId])).length > 0;

export const stateOf = (file: PersonFile, asOf?: AsOf): PersonState =>
  stateAsOf(file.current, file.records, asOf);
