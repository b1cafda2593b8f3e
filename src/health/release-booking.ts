import type { TransactionContext } from '../platform/index.ts';
import type { HealthTables } from './tables.ts';

interface Booked {
  readonly caseId: string;
  readonly consentId: string;
}

/** Gives the place of a booked day back, if there is a booking. The scope must reach the station. */
export async function releaseBooking(
  { tx }: TransactionContext,
  { caseId, consentId }: Booked,
): Promise<void> {
  const db = tx.withTables<HealthTables>();
  const booking = await db
    .deleteFrom('health_bookings')
    .where('case_id', '=', caseId)
    .where('consent_id', '=', consentId)
    .returning(['station_id', 'day'])
    .executeTakeFirst();
  if (!booking) return;
  await db
    .updateTable('health_booking_days')
    .set((test) => ({ booked: test('booked', '-', 1) }))
    .where('station_id', '=', booking.station_id)
    .where('day', '=', booking.day)
    .execute();
}
