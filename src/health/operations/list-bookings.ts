import { z } from 'zod';
import { type CalendarDate, dateInput, text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { ownStation } from '../stations.ts';
import type { HealthTables } from '../tables.ts';

const MOST = 500;

const output = z.object({
  stationId: z.uuid(),
  day: z.string(),
  capacity: z.number().int(),
  /** How many places of the day are taken, whoever's area they are of. */
  booked: z.number().int(),
  /** Cases of the caller's area alone. */
  bookings: z.array(z.object({ caseId: z.uuid(), bookedBy: z.string() })),
});
export type BookingList = z.output<typeof output>;

async function bookedOn(
  { tx }: TransactionContext,
  { stationId, day }: { readonly stationId: string; readonly day: CalendarDate },
): Promise<number> {
  const row = await tx
    .withTables<HealthTables>()
    .selectFrom('health_booking_days')
    .select('booked')
    .where('station_id', '=', stationId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.booked ?? 0;
}

/** Who comes on a day, for the station that prepares it. */
export const listBookings = defineOperation({
  name: 'health/list-bookings',
  kind: 'query',
  summary: text('查看某日预约', 'List the bookings of a day'),
  permission: 'health:read',
  auditReads: true,
  input: z.object({ stationId: z.uuid(), day: dateInput }),
  output,
  handle: async (context, { stationId, day }) => {
    const station = await ownStation(context, stationId);
    const rows = await context.tx
      .withTables<HealthTables>()
      .selectFrom('health_bookings')
      .select(['case_id', 'booked_by'])
      .where('station_id', '=', stationId)
      .where('day', '=', day)
      .orderBy('booked_at')
      .limit(MOST)
      .execute();
    const bookings = rows.map((row) => ({ caseId: row.case_id, bookedBy: row.booked_by }));
    const booked = await bookedOn(context, { stationId, day });
    return { stationId, day, capacity: station.capacity, booked, bookings };
  },
});
