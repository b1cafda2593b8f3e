import { addDays, type CalendarDate, parseCalendarDate } from '../../language/index.ts';

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
const dateOf = (year: number, month: number, day: number): CalendarDate | null =>
  parseCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

/**
 * The date and those that are easily written instead of it: day and month exchanged, a day, a month, a year or ten
 * beside, a ten of the day beside.
 */
export function likelyTypedDates(date: CalendarDate): readonly CalendarDate[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const beside = [
    dateOf(year, day, month),
    ...[-1, 1].flatMap((step) => [
      addDays(date, step),
      dateOf(year, month + step, day),
      dateOf(year + step, month, day),
      dateOf(year + step * 10, month, day),
      dateOf(year, month, day + step * 10),
    ]),
  ];
  return [...new Set([date, ...beside.filter((one) => one !== null)])];
}
