import type { Selectable } from 'kysely';
import { areaContains, type CalendarDate, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { HealthTables } from './tables.ts';

export type Station = Selectable<HealthTables['health_stations']>;

export const unknownStation = () =>
  failure(
    'not_found',
    text('没有这个服务机构。', 'There is no such station.'),
    text('请从列表中选择。', 'Choose one from the list.'),
  );

const elsewhere = ({ name }: Station) =>
  failure(
    'forbidden',
    text(`“${name}”不在您的管辖范围内。`, `${name} lies outside your area.`),
    text('请由所在地区的人员办理。', 'Ask somebody of its area.'),
  );

const notOpen = ({ name }: Station, day: CalendarDate) =>
  failure(
    'conflict',
    text(`“${name}”在 ${day} 没有开放。`, `${name} is not open on ${day}.`),
    text('请选择其他机构或者日期。', 'Choose another station or day.'),
  );

/** A station as its newest version says. */
export async function findStation({ tx }: TransactionContext, stationId: string): Promise<Station> {
  const station = await tx
    .withTables<HealthTables>()
    .selectFrom('health_stations')
    .selectAll()
    .where('station_id', '=', stationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!station) throw unknownStation();
  return station;
}

/** A station of the caller's area. */
export async function ownStation(context: TransactionContext, stationId: string): Promise<Station> {
  const station = await findStation(context, stationId);
  if (!areaContains(context.actor.area, station.area_scope)) throw elsewhere(station);
  return station;
}

/** A station that is open on the day: that something was given there. */
export async function openStationOn(
  context: TransactionContext,
  stationId: string,
  day: CalendarDate,
): Promise<Station> {
  const station = await findStation(context, stationId);
  const isOpen = station.opened_on <= day && (station.closed_on === null || day <= station.closed_on);
  if (!isOpen) throw notOpen(station, day);
  return station;
}

/** Where a row of a station counts: the place as it was, and the code by which it is seen today. */
export const placeOf = ({ station_id, level, area_code, area_scope }: Station) => ({
  station_id,
  level,
  area_code,
  area_scope,
});
