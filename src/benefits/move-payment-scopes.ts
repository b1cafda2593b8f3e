import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import { type PaymentTables, paymentTableKinds } from './payment-tables.ts';

/** Keeps the codes that permissions read right when areas became another. */
export async function movePaymentScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  const db = tx.withTables<PaymentTables>();
  for (const table of Object.keys(paymentTableKinds) as (keyof PaymentTables)[])
    await db.updateTable(table).set({ area_scope: to }).where('area_scope', 'in', from).execute();
}
