import { addDays, type CalendarDate, toDayNumber } from '../calendar-date.ts';
import type { DayCount } from './time-limit.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly count: DayCount;
  readonly calendar: WorkingCalendar;
}

/**
 * How many days are left after `from` up to and with `to`: from today to the day on which something is due.
 * Negative when `to` is past: overdue by so many. A limit that ended on Friday is overdue by no working day on
 * Sunday: whether it is overdue, the dates say. Null when the span leaves the years of the calendar.
 */
export function daysUntil({ from, to, count, calendar }: Span): number | null {
  if (to < from) {
    const past = daysUntil({ from: to, to: from, count, calendar });
    return past === null ? null : 0 - past;
  }
  return count === 'calendar' ? toDayNumber(to) - toDayNumber(from) : workingDays(from, to, calendar);
}

function workingDays(from: CalendarDate, to: CalendarDate, calendar: WorkingCalendar): number | null {
  let working = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    const day = calendar.dayOf(date);
    if (!day) return null;
    if (day.working) working += 1;
  }
  return working;
}
