import { type CalendarDate, toDayNumber, yearOf } from '../calendar-date.ts';
import { type Text, text } from '../text.ts';

/** Whether people work on a day, and why. */
export interface CalendarDay {
  readonly working: boolean;
  readonly why: Text;
}

export interface WorkingCalendar {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Null outside the years it knows: what nobody has announced is not guessed. */
  readonly dayOf: (date: CalendarDate) => CalendarDay | null;
}

/** What was announced for some years: the days on which they differ from ordinary weeks. */
export interface Announced {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly days: ReadonlyMap<string, CalendarDay>;
}

const WORKDAY: CalendarDay = { working: true, why: text('工作日', 'working day') };
const WEEKEND: CalendarDay = { working: false, why: text('周末', 'weekend') };

// 1970-01-01 was a Thursday.
const isWeekend = (date: CalendarDate) => (toDayNumber(date) + 3) % 7 >= 5;

export function workingCalendar({ firstYear, lastYear, days }: Announced): WorkingCalendar {
  const knows = (year: number) => firstYear <= year && year <= lastYear;
  const dayOf = (date: CalendarDate) =>
    knows(yearOf(date)) ? (days.get(date) ?? (isWeekend(date) ? WEEKEND : WORKDAY)) : null;
  return { firstYear, lastYear, dayOf };
}
