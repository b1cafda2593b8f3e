import { sql } from 'kysely';
import { z } from 'zod';
import { type CalendarDate, dateInput, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { cityWide } from '../city-wide.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { type Consented, requireConsent } from '../health-case.ts';
import { requireMove } from '../move-case.ts';
import { releaseBooking } from '../release-booking.ts';
import { openStationOn, type Station } from '../stations.ts';
import type { HealthTables } from '../tables.ts';

const input = z.object({
  caseId: z.uuid(),
  subject: z.enum(['woman', 'man']).describe('on whose consent it is booked'),
  stationId: z.uuid(),
  day: dateInput,
});

interface Place {
  readonly station_id: string;
  readonly day: CalendarDate;
}

const isFull = ({ name }: Station, day: CalendarDate) =>
  failure(
    'conflict',
    text(`“${name}”${day} 已约满。`, `${name} is full on ${day}.`),
    text('请选择其他日期或者机构。', 'Choose another day or station.'),
  );

const isPast = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'day',
    message: text('这一天已经过去。', 'That day has passed.'),
    remedy: text('请选择今天或者以后的日期。', 'Choose today or a later day.'),
  });

/** Locks the days between which a booking moves, always in the same order: two that swap days never wait for one another. */
async function lockDays({ tx }: TransactionContext, days: readonly Place[]): Promise<void> {
  await tx
    .withTables<HealthTables>()
    .selectFrom('health_booking_days')
    .select('booked')
    .where((test) =>
      test.or(
        days.map(({ station_id, day }) =>
          test.and([test('station_id', '=', station_id), test('day', '=', day)]),
        ),
      ),
    )
    .orderBy('station_id')
    .orderBy('day')
    .forUpdate()
    .execute();
}

/** Takes a place of the day; bookings of the same day wait for one another at its row. */
async function takePlace({ tx }: TransactionContext, station: Station, day: CalendarDate): Promise<boolean> {
  if (station.capacity === 0) return false;
  const taken =
    await sql`INSERT INTO health_booking_days AS days (station_id, day, booked, capacity, area_scope)
    VALUES (${station.station_id}, ${day}, 1, ${station.capacity}, ${station.area_scope})
    ON CONFLICT (station_id, day) DO UPDATE SET booked = days.booked + 1, capacity = excluded.capacity
    WHERE days.booked < excluded.capacity`.execute(tx);
  return taken.numAffectedRows === 1n;
}

interface Booking {
  readonly consented: Consented;
  readonly station: Station;
  readonly day: CalendarDate;
}

async function book(context: TransactionContext, { consented, station, day }: Booking): Promise<void> {
  const { opened, consentId, subject } = consented;
  const { case_id: caseId, area_scope } = opened.row;
  const db = context.tx.withTables<HealthTables>();
  const earlier = await db
    .selectFrom('health_bookings')
    .select(['consent_id', 'station_id', 'day'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const place = { station_id: station.station_id, day };
  await lockDays(context, earlier ? [earlier, place] : [place]);
  if (earlier) await releaseBooking(context, { caseId, consentId: earlier.consent_id });
  if (!(await takePlace(context, station, day))) throw isFull(station, day);
  const noted = { booked_at: context.now(), booked_by: context.actor.name };
  const key = { case_id: caseId, consent_id: consentId, subject };
  await db
    .insertInto('health_bookings')
    .values({ ...key, ...noted, ...place, area_scope })
    .execute();
}

/** Books a check-up at a station; booking again moves it to another day. */
export const bookCheckup = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/book-checkup',
    kind: 'command',
    summary: text('预约检查', 'Book a check-up'),
    permission: 'health:write',
    input,
    output: z.object({ caseId: z.uuid(), stationId: z.uuid(), day: z.string(), place: z.string() }),
    handle: async (context, given) => {
      const { caseId, day, stationId } = given;
      if (day < dependencies.casework.today()) throw isPast();
      const consented = await requireConsent(context, dependencies, { ...given, lock: true });
      const station = await openStationOn(context, stationId, day);
      await cityWide(context, dependencies, () => book(context, { consented, station, day }));
      const place = `${station.name} ${station.address}`;
      await requireMove(context, dependencies, {
        opened: consented.opened,
        actions: ['book', 'agree'],
        answers: { day, place },
      });
      return { caseId, stationId, day, place };
    },
  });
