declare const calendarDateBrand: unique symbol;

/** A day in the civil calendar, `YYYY-MM-DD`, without time zone. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The date that `value` writes, or null when no such day exists (`2013-02-29`). */
export function parseCalendarDate(value: string): CalendarDate | null {
  const match = SHAPE.exec(value);
  if (!match) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().startsWith(value) ? (value as CalendarDate) : null;
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

/** Days since 1970-01-01. */
export const toDayNumber = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The day `dayNumber` days after 1970-01-01. */
export const fromDayNumber = (dayNumber: number): CalendarDate =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

export const firstDayOfYear = (year: number): CalendarDate => calendarDate(`${String(year)}-01-01`);
export const lastDayOfYear = (year: number): CalendarDate => calendarDate(`${String(year)}-12-31`);
