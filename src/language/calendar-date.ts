declare const calendarDateBrand: unique symbol;

/** A day in the civil calendar, `YYYY-MM-DD`, without time zone. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The date that `value` writes, or null when no such day exists (`2013-02-29`). */
export function parseCalendarDate(value: string): CalendarDate | null {
  if (!SHAPE.test(value)) return null;
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  return day >= 1 && day <= daysIn(year, month) ? (value as CalendarDate) : null;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** None for a month that there is not. */
function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const TYPED = /^(\d{4})[-./年 ]?(\d{1,2})[-./月 ]?(\d{1,2})日?$/;

/** A date as people type it: `1990-2-1`, `1990年2月1日`, `19900201`, full-width digits; null when no such day exists. */
export function readTypedDate(value: string): CalendarDate | null {
  const narrow = value.normalize('NFKC').trim();
  const [, year, month, day] = /^\d+$/.test(narrow)
    ? (/^(\d{4})(\d{2})(\d{2})$/.exec(narrow) ?? [])
    : (TYPED.exec(narrow) ?? []);
  if (year === undefined || month === undefined || day === undefined) return null;
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** For declarations: a date written in source; an impossible one is a bug and throws. */
export function calendarDate(value: string): CalendarDate {
  const date = parseCalendarDate(value);
  if (!date) throw new Error(`not a calendar date: ${value}`);
  return date;
}

/** `date` plus `days` (may be negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The day on which `months` (may be negative) are completed: the first of the next month where there is no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month, day] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, Number(date.slice(8))];
  return day <= daysIn(year, month) ? written(year, month, day) : written(year, month + 1, 1);
}

/** No month is skipped from December: it has all days. */
const written = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;

/** Days since 1970-01-01. */
export const toDayNumber = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The day `dayNumber` days after 1970-01-01. */
export const fromDayNumber = (dayNumber: number): CalendarDate =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

export const firstDayOfYear = (year: number): CalendarDate => calendarDate(`${String(year)}-01-01`);
export const lastDayOfYear = (year: number): CalendarDate => calendarDate(`${String(year)}-12-31`);
