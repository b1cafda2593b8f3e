import { type AreaCode, areaContains, type CalendarDate, lastDayOfYear, text } from '../language/index.ts';
import { type Context, failure } from '../platform/index.ts';

/** The first year of which the made-up history or any register of this kind can tell. */
export const FIRST_YEAR = 2004;

const noYear = (year: number, last: CalendarDate) =>
  failure(
    'not_found',
    text(`没有 ${String(year)} 年的数据。`, `There are no data for ${String(year)}.`),
    text(
      `可用年份：${String(FIRST_YEAR)} 至 ${last.slice(0, 4)} 年中已结束的年份。`,
      `There are finished years from ${String(FIRST_YEAR)} to ${last.slice(0, 4)}.`,
    ),
  );

export const noArea = (area: AreaCode, on: CalendarDate) =>
  failure(
    'not_found',
    text(`${on} 没有地区 ${area}。`, `There was no area ${area} on ${on}.`),
    text(
      '请用当日有效的代码，例如 510700（全市）、510703（涪城区）。',
      'Use a code of that day, for instance 510700 (the city) or 510703 (Fucheng).',
    ),
  );

const outside = () =>
  failure(
    'forbidden',
    text('该地区不在您的管辖范围内。', 'That area is outside yours.'),
    text('请选择本辖区内的地区。', 'Choose an area inside yours.'),
  );

/** The last year that is over on `today`. */
export const lastFinishedYear = (today: CalendarDate): number =>
  Number(today.slice(0, 4)) - (today.endsWith('-12-31') ? 0 : 1);

/** Refuses a year of which there can be no figures. */
export function requireYear(year: number, today: CalendarDate): void {
  if (year < FIRST_YEAR || lastDayOfYear(year) > today) throw noYear(year, today);
}

/** Refuses an area that is not the caller's or below it. */
export function requireOwnArea(context: Context, area: AreaCode): void {
  if (!areaContains(context.actor.area, area)) throw outside();
}
