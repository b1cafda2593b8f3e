import { sql } from 'kysely';
import type { CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { recordsOf } from './records-of-person.ts';

export interface PersonPayment {
  readonly entitlementId: string;
  readonly batchId: string;
  readonly programme: string;
  readonly year: number;
  readonly quarter: number;
  readonly fen: number;
  /** The part of it that tops up months of earlier lists. */
  readonly arrearsFen: number;
  readonly months: number;
  readonly fromMonth: CalendarDate | null;
  readonly toMonth: CalendarDate | null;
  readonly state: 'draft' | 'approved' | 'exported' | 'paid' | 'failed';
  readonly day: CalendarDate | null;
  readonly reason: string | null;
}

/** What stands on a list for somebody, under whichever of their records, newest first, as far as the open transaction may see. */
export async function paymentsOf(
  context: TransactionContext,
  personId: string,
): Promise<readonly PersonPayment[]> {
  const records = await recordsOf(context, personId);
  const { rows } = await sql<PersonPayment>`
    SELECT p.entitlement_id AS "entitlementId", p.batch_id AS "batchId", p.programme, b.year, b.quarter, p.fen,
      p.arrears_fen AS "arrearsFen", p.months, p.from_month AS "fromMonth", p.to_month AS "toMonth",
      coalesce(r.result, CASE WHEN b.state = 'reconciled' THEN 'exported' ELSE b.state END) AS state,
      r.day, r.reason
    FROM benefits_payments p
    JOIN benefits_batches b ON b.batch_id = p.batch_id AND b.state <> 'cancelled'
    LEFT JOIN benefits_payment_results r
      ON r.person_id = p.person_id AND r.entitlement_id = p.entitlement_id AND r.batch_id = p.batch_id
    WHERE p.person_id = ANY (${[...records]}::uuid[])
    ORDER BY b.year DESC, b.quarter DESC, b.created_at DESC, p.programme`.execute(context.tx);
  return rows;
}
