import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import type { IdentityTables } from './tables.ts';

/** Accounts bound to a division that became another go on being bound to what it became. */
export async function moveAccountAreas(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .updateTable('identity_accounts')
    .set({ area_code: to })
    .where('area_code', 'in', from)
    .execute();
}
