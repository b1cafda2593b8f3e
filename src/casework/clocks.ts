import {
  type CalendarDate,
  type DueDay,
  dueDay,
  type Service,
  type Standing,
  type WorkingCalendar,
} from '../language/index.ts';

/** When the first reply and the closing are due. */
export interface Clocks {
  /** Null where no first reply is asked for. */
  readonly reply: DueDay | null;
  readonly close: DueDay;
}

type Running = Pick<Standing, 'startedOn' | 'pauses' | 'extensions' | 'limit'>;

const repeated = <T>(value: T, times: number): readonly T[] => Array.from({ length: times }, () => value);

/** Both clocks of a case, from the days on which they ran. */
export function clocksOf(
  { limits }: Pick<Service, 'limits'>,
  standing: Running,
  calendar: WorkingCalendar,
): Clocks {
  const since = { received: standing.startedOn, pauses: standing.pauses, calendar };
  const { extension } = limits;
  const extensions = extension ? repeated(extension, standing.extensions) : [];
  return {
    // What was put off is closing alone; and what began anew owes no first reply.
    reply:
      limits.firstReply && standing.limit === null ? dueDay({ ...since, limit: limits.firstReply }) : null,
    close: dueDay({ ...since, limit: standing.limit ?? limits.closing, extensions }),
  };
}

/** The day that stands in the table; null while the clock stands or the year is not announced. */
export const dueOrNull = (due: DueDay | null): CalendarDate | null => (due?.kind === 'due' ? due.due : null);
