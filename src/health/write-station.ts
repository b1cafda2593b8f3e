import { z } from 'zod';
import { stationLevels } from '../../policy/health/index.ts';
import { type AreaCode, areaContains, areaLevel, text } from '../language/index.ts';
import { DomainError, failure, type TransactionContext } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';
import type { Station } from './stations.ts';
import type { HealthTables } from './tables.ts';

const MOST_A_DAY = 2000;

/** What a station tells about itself: all of it is public. */
export const stationInput = {
  name: z.string().trim().min(2).max(100),
  address: z.string().trim().min(2).max(200),
  phone: z.string().trim().min(5).max(40),
  hours: z.string().trim().min(2).max(200),
  /** Keys of health services. */
  offers: z.array(z.string().max(60)).max(20),
  capacity: z.number().int().min(0).max(MOST_A_DAY).describe('check-ups a day'),
};

const outside = () =>
  failure(
    'forbidden',
    text('该地区不在您的管辖范围内。', 'That place lies outside your area.'),
    text('请由所在地区的人员办理。', 'Ask somebody of its area.'),
  );

const wrong = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message: text(zh, en),
    remedy: text('请从列表中选择。', 'Choose one from the list.'),
  });

/** Stations are of a city, a county, a township or a village, as the place is where they stand. */
export async function levelOfPlace(
  context: TransactionContext,
  { casework }: HealthDependencies,
  area: AreaCode,
): Promise<Station['level']> {
  if (!areaContains(context.actor.area, area)) throw outside();
  const level = stationLevels.find((one) => one === areaLevel(area));
  if (level && (await casework.isUnit(context, area))) return level;
  throw wrong('area', '没有这个地区。', 'There is no such area.');
}

/** A station offers services that are declared, of the health compartment. */
export function requireOffers({ casework }: HealthDependencies, offers: readonly string[]): void {
  const known = casework.services.filter((one) => one.compartment === 'health').map((one) => one.key);
  const unknown = offers.find((one) => !known.includes(one));
  if (unknown !== undefined)
    throw wrong('offers', `没有这项卫生服务：${unknown}。`, `There is no health service ${unknown}.`);
}

const changedMeanwhile = () =>
  failure(
    'conflict',
    text('机构信息在您打开之后已被修改。', 'The station was changed since you opened it.'),
    text('请刷新，核对后再修改。', 'Reload it, look, and change it then.'),
  );

/** A change is made to what was on the screen, which must be the newest version. */
export function requireNewest({ version }: Station, seen: number): void {
  if (version !== seen) throw changedMeanwhile();
}

/** Writes a version of a station. Two who write the same version: the second is told. */
export async function writeStation(
  { tx, now, actor }: TransactionContext,
  station: Omit<Station, 'recorded_at' | 'recorded_by'>,
): Promise<void> {
  const written = await tx
    .withTables<HealthTables>()
    .insertInto('health_stations')
    .values({
      ...station,
      offers: JSON.stringify(station.offers),
      recorded_at: now(),
      recorded_by: actor.name,
    })
    .onConflict((conflict) => conflict.columns(['station_id', 'version']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw changedMeanwhile();
}
