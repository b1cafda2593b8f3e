import { calendarDate, firstDayOfYear, toDayNumber } from '../language/index.ts';

/** Years that a date in the made-up city can have: the eldest who died in 2004 was born after 1900 (and some to spare). */
const FIRST_YEAR = 1895;
const LAST_YEAR = 2030;

const starts = Int32Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, index) =>
  toDayNumber(firstDayOfYear(FIRST_YEAR + index)),
);

/** First day of a year, in days since 1970-01-01. */
export const yearStart = (year: number): number => starts[year - FIRST_YEAR] ?? outside(year);

function outside(year: number): never {
  throw new Error(`the made-up city knows no year ${String(year)}`);
}

/** The calendar year of a day. */
export function yearOf(day: number): number {
  const year = 1970 + Math.floor(day / 365.2425);
  if (yearStart(year) > day) return year - 1;
  return yearStart(year + 1) <= day ? year + 1 : year;
}

export const CENSUS_DAY = toDayNumber(calendarDate('2020-11-01'));
export const HISTORY_START = yearStart(2004);
/** The day after the last. */
export const HISTORY_END = yearStart(2026);

/** Bytes of `YYYY-MM-DD`. */
export const DATE_LENGTH = 10;

const ZERO = 48;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number) =>
  month === 1 && yearStart(year + 1) - yearStart(year) === 366 ? 29 : (MONTHS[month] ?? 0);

function writeDate(table: Uint8Array, place: number, [year, month, day]: readonly [number, number, number]) {
  const digits = year * 10_000 + (month + 1) * 100 + day;
  let rest = digits;
  for (const offset of [9, 8, 6, 5, 3, 2, 1, 0]) {
    table[place + offset] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  table[place + 4] = table[place + 7] = 45;
}

/** `YYYY-MM-DD` of every day of those years in one row of bytes, because millions are written. */
export function createDateTable(): Uint8Array {
  const table = new Uint8Array((yearStart(LAST_YEAR + 1) - yearStart(FIRST_YEAR)) * DATE_LENGTH);
  let place = 0;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (let month = 0; month < 12; month += 1) {
      for (let day = 1; day <= daysIn(year, month); day += 1) {
        writeDate(table, place, [year, month, day]);
        place += DATE_LENGTH;
      }
    }
  }
  return table;
}

/** Where a day begins in the table. */
export const dateOffset = (day: number): number => (day - yearStart(FIRST_YEAR)) * DATE_LENGTH;
