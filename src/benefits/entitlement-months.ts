import { addMonths, type CalendarDate, yearOf } from '../language/index.ts';

/** The first day of the month in which a day lies: months are written so. */
export const monthOf = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01` as CalendarDate;

export const nextMonth = (month: CalendarDate): CalendarDate => addMonths(month, 1);
export const monthBefore = (month: CalendarDate): CalendarDate => addMonths(month, -1);

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** The months of a quarter. */
export function monthsOf({ year, quarter }: Quarter): readonly CalendarDate[] {
  const first = `${String(year)}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as CalendarDate;
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

/** Every year from that of one day to that of another, both included. */
export const yearsBetween = (from: CalendarDate, to: CalendarDate): readonly number[] =>
  Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, index) => yearOf(from) + index);
