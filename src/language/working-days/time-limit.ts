/** Which days a time limit counts. */
export type DayCount = 'working' | 'calendar';

/** A time limit as a rule states it. The clock is part of the rule: 12345 counts working days, a petition calendar days. */
export interface TimeLimit {
  readonly days: number;
  readonly count: DayCount;
  /**
   * What becomes of a calendar limit whose last day is a day of rest: it stays there (the default), or the first
   * working day after it is the last day (Civil Code, art. 203).
   */
  readonly lastDay?: 'stays' | 'moves-to-working-day';
}

function daysOf({ days, count }: TimeLimit): readonly DayCount[] {
  if (!Number.isSafeInteger(days) || days < 1) throw new Error(`not a time limit: ${String(days)} days`);
  return Array.from({ length: days }, () => count);
}

/**
 * For each day of the limits, one after the other, which days can be it. Only the last day of all moves to a
 * working day: a limit that is extended does not end on the day of rest.
 */
export function daysToCount(limits: readonly TimeLimit[]): readonly DayCount[] {
  const days = limits.flatMap(daysOf);
  return limits.at(-1)?.lastDay === 'moves-to-working-day' ? [...days.slice(0, -1), 'working'] : days;
}
