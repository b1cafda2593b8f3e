import { type PostingKind, postings } from '../../policy/payment/index.ts';
import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { PaymentTables } from './payment-tables.ts';

/** What is booked of a list or an overpayment. */
export interface Booking {
  readonly sourceId: string;
  readonly programme: string;
  readonly area: AreaCode;
  readonly kind: PostingKind;
  readonly fen: number;
  readonly day: CalendarDate;
  /** Of what happens once in the life of a list. */
  readonly once?: boolean;
}

/** Books an amount on both sides at once; nothing is booked of nothing. */
export async function book(context: TransactionContext, booking: Booking): Promise<void> {
  if (booking.fen === 0) return;
  const { debit, credit } = postings[booking.kind];
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_ledger')
    .values({
      source_id: booking.sourceId,
      entry_id: context.newId(),
      at: context.now(),
      by: context.actor.name,
      day: booking.day,
      debit,
      credit,
      fen: booking.fen,
      programme: booking.programme,
      purpose: booking.kind,
      once: booking.once === true ? booking.kind : null,
      area_scope: booking.area,
    })
    .execute();
}
