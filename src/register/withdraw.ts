import { ancestorCode, type Text, text } from '../language/index.ts';
import { actorScope, failure, rescope, type TransactionContext } from '../platform/index.ts';
import { type Desk, type OwnedRecord, takeFile } from './desk.ts';
import { findFile, type PersonFile, stateOf } from './person-file.ts';
import type { EventRecord, Facts } from './records.ts';
import type { RegisterTables } from './tables.ts';
import { append, rechain, storeFiles, type Writing, withdrawalOf } from './write-act.ts';

/** Takes records back, with all their corrections. */
export async function withdrawRecords(
  desk: Desk,
  records: readonly OwnedRecord[],
  facts: Facts,
): Promise<string> {
  const { context } = desk;
  const writing: Writing = { act: context.newId(), now: context.now(), form: null };
  for (const { personId, record } of records) {
    await takeFile(desk, personId);
    append(desk, personId, [withdrawalOf(desk, writing, { record, facts })]);
  }
  for (const personId of new Set(records.map((one) => one.personId))) rechain(desk, writing, personId);
  await storeFiles(desk, [], records[0]?.record.date ?? desk.today);
  return writing.act;
}

const notStanding = (message: Text) =>
  failure(
    'conflict',
    message,
    text('请刷新后查看此人的最新登记。', 'Reload, and look at what is recorded now.'),
  );

/** The record of a file by its id; refused when it counts no longer. */
export function requireStanding(file: PersonFile, eventId: string): EventRecord {
  const record = stateOf(file).standing.find((one) => one.id === eventId);
  if (record) return record;
  throw notStanding(
    text('这项登记已被更正或撤回。', 'This record was corrected or withdrawn in the meantime.'),
  );
}

/** Every record that was written together with this one and still counts, over all persons it concerns. */
export async function recordsOfAct(
  context: TransactionContext,
  file: PersonFile,
  record: EventRecord,
): Promise<readonly OwnedRecord[]> {
  const found: OwnedRecord[] = [{ personId: file.personId, record }];
  if (record.act !== null) found.push(...sameAct(file, record).filter((one) => one.record.id !== record.id));
  for (const personId of await othersInAct(context, file, record)) {
    const other = await findFile(context, personId, true);
    if (!other) throw outsideArea();
    found.push(...(record.act === null ? otherSide(other, record, file.personId) : sameAct(other, record)));
  }
  return found;
}

const outsideArea = () =>
  failure(
    'forbidden',
    text('这项登记还涉及您管辖范围以外的人。', 'The record also concerns somebody outside your area.'),
    text('请由上级登记机关办理。', 'Ask the registrar of the level above.'),
  );

const sameAct = (file: PersonFile, { act }: EventRecord): readonly OwnedRecord[] =>
  stateOf(file)
    .standing.filter((one) => one.act === act)
    .map((record) => ({ personId: file.personId, record }));

/** The other side of a marriage taken over in bulk: those have no act. */
const otherSide = (file: PersonFile, record: EventRecord, spouse: string): readonly OwnedRecord[] =>
  stateOf(file)
    .standing.filter(
      (one) => one.kind === record.kind && one.date === record.date && one.changes.spouse?.to === spouse,
    )
    .map((one) => ({ personId: file.personId, record: one }));

async function othersInAct(
  context: TransactionContext,
  file: PersonFile,
  record: EventRecord,
): Promise<readonly string[]> {
  if (record.act === null) {
    const spouse = record.kind === 'marriage' ? record.changes.spouse?.to : null;
    return spouse ? [spouse] : [];
  }
  // Asked in the scope of the city: whoever is left out because of the area would be left as they were.
  const { tx, actor } = context;
  await rescope(tx, { ...actorScope(actor), area: ancestorCode(actor.area, 'city') });
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_events')
    .select('person_id')
    .distinct()
    .where('act_id', '=', record.act)
    .where('person_id', '<>', file.personId)
    .orderBy('person_id')
    .execute();
  await rescope(tx, actorScope(actor));
  return rows.map((row) => row.person_id);
}
