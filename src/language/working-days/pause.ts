import type { CalendarDate } from '../calendar-date.ts';

/** Days on which the clock of a time limit stands still, for example while the applicant is awaited. */
export interface Pause {
  /** The first day that does not count. */
  readonly from: CalendarDate;
  /** The first day that counts again; null while the clock still stands. */
  readonly to: CalendarDate | null;
}

const later = (one: Pause['to'], other: Pause['to']) =>
  one === null || other === null ? null : one > other ? one : other;

const adjoins = (earlier: Pause, next: Pause) => earlier.to === null || next.from <= earlier.to;

function join(merged: readonly Pause[], next: Pause): readonly Pause[] {
  const last = merged.at(-1);
  if (!last || !adjoins(last, next)) return [...merged, next];
  return [...merged.slice(0, -1), { from: last.from, to: later(last.to, next.to) }];
}

/** The pauses in order, those that overlap or adjoin made one. */
export const mergePauses = (pauses: readonly Pause[]): readonly Pause[] =>
  pauses
    .filter(({ from, to }) => to === null || from < to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .reduce(join, []);

/** The pause in which the clock stands still on a day. */
export const pauseOn = (pauses: readonly Pause[], date: CalendarDate): Pause | undefined =>
  pauses.find(({ from, to }) => from <= date && (to === null || date < to));
