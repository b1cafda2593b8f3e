import { z } from 'zod';
import { type CalendarDate, daysUntil, type Service, type TimeLimit } from '../language/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';

/** Days until something is due, counted as the rule counts them; negative when it is past. */
export const daysLeft = z
  .object({ days: z.number().int(), count: z.enum(['working', 'calendar']) })
  .nullable();
export type DaysLeft = z.output<typeof daysLeft>;

type Today = Pick<CaseworkDependencies, 'today' | 'calendar'>;

function leftUntil(due: CalendarDate | null, limit: TimeLimit | null, { today, calendar }: Today): DaysLeft {
  if (due === null || limit === null) return null;
  const days = daysUntil({ from: today(), to: due, count: limit.count, calendar });
  return days === null ? null : { days, count: limit.count };
}

interface Due {
  readonly step: string | null;
  readonly reply_due: CalendarDate | null;
  readonly close_due: CalendarDate | null;
}

/** How the clocks of a case stand today; nothing is left to wait for of one that is closed. */
export const clocksToday = ({ limits, workflow }: Service, row: Due, on: Today) => ({
  paused: workflow.steps[row.step ?? '']?.clock === 'stands',
  replyLeft: row.step === null ? null : leftUntil(row.reply_due, limits.firstReply, on),
  closeLeft: row.step === null ? null : leftUntil(row.close_due, limits.closing, on),
});
