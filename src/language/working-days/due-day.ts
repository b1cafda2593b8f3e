import { addDays, type CalendarDate, yearOf } from '../calendar-date.ts';
import { type Text, text } from '../text.ts';
import { mergePauses, type Pause, pauseOn } from './pause.ts';
import { type DayCount, daysToCount, type TimeLimit } from './time-limit.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface SkippedDay {
  readonly date: CalendarDate;
  readonly why: Text;
}

export type DueDay =
  /** The last day, and every day from the day after receipt on that did not count. */
  | { readonly kind: 'due'; readonly due: CalendarDate; readonly skipped: readonly SkippedDay[] }
  /** The clock stands still; `daysLeft` are to be counted when it goes on. */
  | { readonly kind: 'paused'; readonly since: CalendarDate; readonly daysLeft: number }
  /** The limit runs into a year whose days of rest are not announced. */
  | { readonly kind: 'outside-calendar'; readonly year: number };

export interface RunningLimit {
  readonly received: CalendarDate;
  readonly limit: TimeLimit;
  readonly pauses: readonly Pause[];
  /** What was granted on top of the limit, each counted after the one before. */
  readonly extensions?: readonly TimeLimit[];
  readonly calendar: WorkingCalendar;
}

const PAUSED = text('暂停计算期限', 'clock stands still');

/** Why a day does not count; null when it does, `unknown` when nobody can say. */
function whyNot(date: CalendarDate, count: DayCount | undefined, calendar: WorkingCalendar) {
  if (count !== 'working') return null;
  const day = calendar.dayOf(date);
  if (!day) return 'unknown';
  return day.working ? null : day.why;
}

/**
 * The day on which a time limit ends. The day of receipt is not counted (Civil Code, art. 201).
 *
 * A question received on 2026-09-24, 3 working days: due on 2026-09-30, for 25 to 27 September are Mid-Autumn.
 */
export function dueDay({ received, limit, pauses, extensions = [], calendar }: RunningLimit): DueDay {
  const standing = mergePauses(pauses);
  const toCount = daysToCount([limit, ...extensions]);
  const skipped: SkippedDay[] = [];
  let [date, counted] = [received, 0];
  while (counted < toCount.length) {
    date = addDays(date, 1);
    const pause = pauseOn(standing, date);
    if (pause?.to === null) return { kind: 'paused', since: pause.from, daysLeft: toCount.length - counted };
    const why = pause ? PAUSED : whyNot(date, toCount[counted], calendar);
    if (why === 'unknown') return { kind: 'outside-calendar', year: yearOf(date) };
    if (why) skipped.push({ date, why });
    else counted += 1;
  }
  return { kind: 'due', due: date, skipped };
}
