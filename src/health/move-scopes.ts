import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import { type HealthTables, healthTableKinds } from './tables.ts';

/** Where records were put away nobody looks, and the application may not either. */
const moving = (Object.keys(healthTableKinds) as (keyof HealthTables)[]).filter(
  (table) => table !== 'health_withheld',
);

/** Keeps the codes that permissions read right when areas became another. */
export async function moveHealthScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  const db = tx.withTables<HealthTables>();
  for (const table of moving)
    await db.updateTable(table).set({ area_scope: to }).where('area_scope', 'in', from).execute();
}
