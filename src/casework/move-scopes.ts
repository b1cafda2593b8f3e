import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import { type CaseworkTables, followers } from './tables.ts';

/** Keeps the codes that permissions read right when areas became another. */
export async function moveCaseScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  const db = tx.withTables<CaseworkTables>();
  for (const table of ['casework_cases', ...followers] as const)
    await db.updateTable(table).set({ area_scope: to }).where('area_scope', 'in', from).execute();
  await db.updateTable('casework_parts').set({ unit_scope: to }).where('unit_scope', 'in', from).execute();
}
