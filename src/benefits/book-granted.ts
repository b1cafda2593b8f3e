import { sql } from 'kysely';
import type { CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { BatchRow } from './batches.ts';
import { book } from './ledger.ts';

interface Granted {
  readonly months: number;
  readonly arrears: number;
}

/** What a list grants: its months and the arrears on it; the lines that failed were granted before. */
async function grantedBy({ tx }: TransactionContext, batchId: string): Promise<Granted> {
  const { rows } = await sql<Granted>`
    SELECT coalesce(sum(fen - arrears_fen), 0)::bigint - (
      SELECT coalesce(sum(fen), 0)::bigint FROM benefits_retries WHERE batch_id = ${batchId}
    ) AS months, coalesce(sum(arrears_fen), 0)::bigint AS arrears
    FROM benefits_payments WHERE batch_id = ${batchId}`.execute(tx);
  return rows[0] ?? { months: 0, arrears: 0 };
}

/** Books what a list grants, the arrears apart, once. */
export async function bookGranted(
  context: TransactionContext,
  { batch_id: sourceId, programme, area_code: area }: Pick<BatchRow, 'batch_id' | 'programme' | 'area_code'>,
  day: CalendarDate,
): Promise<void> {
  const { months, arrears } = await grantedBy(context, sourceId);
  const booking = { sourceId, programme, area, day, once: true };
  await book(context, { ...booking, kind: 'approved', fen: months });
  await book(context, { ...booking, kind: 'arrears', fen: arrears });
}
