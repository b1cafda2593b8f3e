import { z } from 'zod';
import { divisionOn, recordMerger } from '../../areas/index.ts';
import { moveAccountAreas } from '../../identity/index.ts';
import { type AreaCode, ancestorCode, areaInput, areaLevel, dateInput, text } from '../../language/index.ts';
import { defineOperation, failure, type Transaction, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { RegisterTables } from '../tables.ts';

const input = z.object({
  effectiveOn: dateInput,
  predecessors: z.array(areaInput).min(1).max(20),
  successor: z.object({ code: areaInput, nameZh: z.string().trim().min(1).max(60) }),
  /** The document that decided it. */
  source: z.string().trim().min(1).max(200),
});

const refuse = (zh: string, en: string) =>
  failure('invalid_input', text(zh, en), text('请核对代码和生效日期。', 'Check the codes and the date.'));

async function requireVillages(context: TransactionContext, change: z.output<typeof input>): Promise<void> {
  const { predecessors, successor, effectiveOn } = change;
  if (areaLevel(successor.code) !== 'village')
    throw refuse('新代码应为村级。', 'The new code should be of a village.');
  for (const code of predecessors) {
    const division = await divisionOn(context.tx, code, effectiveOn);
    if (division?.level !== 'village')
      throw refuse(`${effectiveOn} 没有村 ${code}。`, `There was no village ${code} on ${effectiveOn}.`);
  }
  if (await divisionOn(context.tx, successor.code, effectiveOn)) {
    throw refuse(`代码 ${successor.code} 已在使用。`, `The code ${successor.code} is in use.`);
  }
  const township = await divisionOn(context.tx, ancestorCode(successor.code, 'township'), effectiveOn);
  if (!township) throw refuse('新村所在的乡镇不存在。', 'There is no such township for the new village.');
}

/** Brings the columns that permissions read from the old code to the new one, on every row that carries it. */
async function moveScopes(
  context: TransactionContext,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<number> {
  const db = context.tx.withTables<RegisterTables>();
  for (const table of ['register_events', 'register_spells'] as const) {
    await db.updateTable(table).set({ registered_scope: to }).where('registered_scope', 'in', from).execute();
    await db.updateTable(table).set({ resident_scope: to }).where('resident_scope', 'in', from).execute();
  }
  await db
    .updateTable('register_households')
    .set({ village_scope: to })
    .where('village_scope', 'in', from)
    .execute();
  const { persons } = await db
    .selectFrom('register_persons')
    .select((query) => query.fn.countAll<number>().as('persons'))
    .where((row) => row.or([row('registered_scope', 'in', from), row('resident_scope', 'in', from)]))
    .executeTakeFirstOrThrow();
  await db
    .updateTable('register_persons')
    .set({ registered_village: to })
    .where('registered_village', 'in', from)
    .execute();
  await db
    .updateTable('register_persons')
    .set({ resident_village: to })
    .where('resident_village', 'in', from)
    .execute();
  await db
    .updateTable('register_persons')
    .set({ registered_scope: to })
    .where('registered_scope', 'in', from)
    .execute();
  await db
    .updateTable('register_persons')
    .set({ resident_scope: to })
    .where('resident_scope', 'in', from)
    .execute();
  return persons;
}

export interface BoundaryDependencies extends RegisterDependencies {
  /** What rooms above the register keep under the codes that permissions read. */
  readonly alsoMove: readonly ((tx: Transaction, from: readonly AreaCode[], to: AreaCode) => Promise<void>)[];
}

/**
 * Villages become one new village (a merger, or one village under a new code). Events and spells keep the codes in
 * which they were recorded, so that "as then" stays answerable; what permissions read follows at once.
 */
export const applyBoundaryChange = (dependencies: BoundaryDependencies) =>
  defineOperation({
    name: 'register/apply-boundary-change',
    kind: 'command',
    summary: text('登记村级区划调整', 'Record a change of village boundaries'),
    permission: 'areas:change',
    input,
    output: z.object({ successor: z.string(), persons: z.number() }),
    handle: async (context, change) => {
      if (change.effectiveOn > dependencies.today()) {
        throw refuse('生效日期在今天之后。', 'The date lies in the future.');
      }
      await requireVillages(context, change);
      await recordMerger(context.tx, change);
      await moveAccountAreas(context.tx, change.predecessors, change.successor.code);
      const persons = await moveScopes(context, change.predecessors, change.successor.code);
      for (const move of dependencies.alsoMove)
        await move(context.tx, change.predecessors, change.successor.code);
      return { successor: change.successor.code, persons };
    },
  });
