import { z } from 'zod';
import { type CalendarDate, dateInput, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { ownStation, type Station } from '../stations.ts';
import type { HealthTables } from '../tables.ts';
import { requireNewest, writeStation } from '../write-station.ts';

const beforeOpening = ({ opened_on }: Station) =>
  new DomainError({
    code: 'invalid_input',
    field: 'closedOn',
    message: text(`该机构 ${opened_on} 才开放。`, `The station opened on ${opened_on}.`),
    remedy: text('请核对日期。', 'Check the day.'),
  });

const stillBooked = (day: CalendarDate) =>
  failure(
    'conflict',
    text(`${day} 之后还有预约。`, `There are bookings after ${day}.`),
    text('请先为预约的人改到其他机构。', 'Move them to another station first.'),
  );

async function requireNoBookings({ tx }: TransactionContext, stationId: string, day: CalendarDate) {
  const later = await tx
    .withTables<HealthTables>()
    .selectFrom('health_booking_days')
    .select('day')
    .where('station_id', '=', stationId)
    .where('day', '>', day)
    .where('booked', '>', 0)
    .limit(1)
    .executeTakeFirst();
  if (later) throw stillBooked(day);
}

/** Closes a station after a day. Nobody who has booked is left standing before a closed door. */
export const closeStation = defineOperation({
  name: 'health/close-station',
  kind: 'command',
  summary: text('撤销服务机构', 'Close a station'),
  permission: 'health:approve',
  input: z.object({ stationId: z.uuid(), version: z.number().int(), closedOn: dateInput }),
  output: z.object({ stationId: z.uuid(), version: z.number().int() }),
  handle: async (context, { stationId, version, closedOn }) => {
    const station = await ownStation(context, stationId);
    requireNewest(station, version);
    if (closedOn < station.opened_on) throw beforeOpening(station);
    await requireNoBookings(context, stationId, closedOn);
    await writeStation(context, { ...station, version: version + 1, closed_on: closedOn });
    return { stationId, version: version + 1 };
  },
});
