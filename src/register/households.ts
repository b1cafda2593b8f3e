import { resolveDivision } from '../areas/index.ts';
import { type CalendarDate, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { NewHousehold } from './events/definition.ts';
import type { RegisterTables } from './tables.ts';

const tables = (context: TransactionContext) => context.tx.withTables<RegisterTables>();

export const unknownHousehold = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有这个家庭户。', 'There is no such household in your area.'),
    text('请核对户编号，或由当地登记人员办理。', 'Check its id, or ask the registrar there.'),
  );

export async function openHousehold(context: TransactionContext, householdId: string) {
  const row = await tables(context)
    .selectFrom('register_households')
    .selectAll()
    .where('household_id', '=', householdId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknownHousehold();
  return row;
}

/** Who may have belonged to a household on a past day: who does now, and who left it. */
export async function everInHousehold(
  context: TransactionContext,
  householdId: string,
): Promise<readonly string[]> {
  const now = tables(context)
    .selectFrom('register_persons')
    .select('person_id')
    .where('household_id', '=', householdId);
  const left = tables(context)
    .selectFrom('register_events')
    .select('person_id')
    .where('household_from', '=', householdId);
  const rows = await now.union(left).orderBy('person_id').execute();
  return rows.map((row) => row.person_id);
}

export async function formHousehold(
  context: TransactionContext,
  { householdId, headId, village, formedOn }: NewHousehold,
  today: CalendarDate,
): Promise<void> {
  await tables(context)
    .insertInto('register_households')
    .values({
      household_id: householdId,
      head_id: headId,
      village_scope: await resolveDivision(context.tx, village, today),
      formed_on: formedOn,
      dissolved_on: null,
    })
    .execute();
}

/** A household is its members: its head is whoever is told to be, and it ends when the last one has left. */
export async function settleHousehold(
  context: TransactionContext,
  householdId: string,
  on: CalendarDate,
): Promise<void> {
  const members = await tables(context)
    .selectFrom('register_persons')
    .select(['person_id', 'relation_to_head'])
    .where('household_id', '=', householdId)
    .where('death_date', 'is', null)
    .where('counted', '=', true)
    .execute();
  const head = members.find((member) => member.relation_to_head === 'head');
  await tables(context)
    .updateTable('register_households')
    .set({ dissolved_on: members.length === 0 ? on : null, ...(head ? { head_id: head.person_id } : {}) })
    .where('household_id', '=', householdId)
    .execute();
}
