import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import type { BenefitsTables } from './tables.ts';

/** Keeps the codes that permissions read right when areas became another. */
export async function moveBenefitScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  const db = tx.withTables<BenefitsTables>();
  for (const column of ['registered_scope', 'resident_scope'] as const)
    await db
      .updateTable('benefits_facts')
      .set({ [column]: to })
      .where(column, 'in', from)
      .execute();
}
