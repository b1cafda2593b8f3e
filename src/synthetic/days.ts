import { calendarDate, fromDayNumber, toDayNumber } from '../language/index.ts';

const FIRST = -26_000;
const LAST = 21_500;

const dayOf = (date: string) => toDayNumber(calendarDate(date));
export const CENSUS_DAY = dayOf('2020-11-01');
export const HISTORY_START = dayOf('2004-01-01');
export const HISTORY_END = dayOf('2026-01-01');

/** First day of a year. */
export const yearStart = (year: number): number => dayOf(`${String(year)}-01-01`);

const texts = Array.from({ length: LAST - FIRST }, (_, index) => fromDayNumber(FIRST + index) as string);
/** `YYYY-MM-DD` of a day; looked up, because millions are written. */
export const dayText = (day: number): string => texts[day - FIRST] ?? fromDayNumber(day);

const starts = Array.from({ length: 200 }, (_, index) => yearStart(1900 + index));
/** The calendar year of a day. */
export function yearOf(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  if ((starts[year - 1900] ?? 0) > day) year -= 1;
  else if ((starts[year - 1899] ?? 0) <= day) year += 1;
  return year;
}
