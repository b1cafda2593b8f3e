import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate, fromDayNumber, toDayNumber } from '../calendar-date.ts';
import { chinaCalendar as calendar } from './china-calendar.ts';
import { dueDay, type RunningLimit } from './due-day.ts';
import type { Pause } from './pause.ts';
import type { TimeLimit } from './time-limit.ts';

const FIRST = toDayNumber(calendarDate('2008-01-01'));
const LAST = toDayNumber(calendarDate('2025-06-30'));

const day = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);
const limit: fc.Arbitrary<TimeLimit> = fc.record({
  days: fc.integer({ min: 1, max: 90 }),
  count: fc.constantFrom('working', 'calendar'),
  lastDay: fc.constantFrom('stays', 'moves-to-working-day'),
});
const working = limit.map((one): TimeLimit => ({ ...one, count: 'working' }));
const pauseFrom = (received: CalendarDate): fc.Arbitrary<Pause> =>
  fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([start, length]) => ({
    from: addDays(received, start),
    to: addDays(received, start + length),
  }));

const clockWith = (limits: fc.Arbitrary<TimeLimit>): fc.Arbitrary<RunningLimit> =>
  day.chain((received) =>
    fc.record({
      received: fc.constant(received),
      limit: limits,
      pauses: fc.array(pauseFrom(received), { maxLength: 4 }),
      extensions: fc.array(limits, { maxLength: 1 }),
      calendar: fc.constant(calendar),
    }),
  );

function dueOf(clock: RunningLimit): CalendarDate {
  const answer = dueDay(clock);
  if (answer.kind !== 'due') throw new Error(`expected a due day, not ${answer.kind}`);
  return answer.due;
}

const standsStill = ({ pauses }: RunningLimit, date: CalendarDate) =>
  pauses.some(({ from, to }) => from <= date && (to === null || date < to));

/** Working days after receipt and before a day on which the clock did not stand still. */
function counted(clock: RunningLimit, until: CalendarDate): number {
  let days = 0;
  for (let date = addDays(clock.received, 1); date < until; date = addDays(date, 1)) {
    if (calendar.dayOf(date)?.working && !standsStill(clock, date)) days += 1;
  }
  return days;
}

const granted = (clock: RunningLimit) =>
  [clock.limit, ...(clock.extensions ?? [])].reduce((sum, { days }) => sum + days, 0);

describe('whatever is received, whenever', () => {
  it('a limit in working days never ends on a day of rest', () => {
    fc.assert(
      fc.property(clockWith(working), (clock) => {
        expect(calendar.dayOf(dueOf(clock))?.working).toBe(true);
      }),
    );
  });

  it('a limit that moves never ends on a day of rest, and no limit ends while the clock stands', () => {
    fc.assert(
      fc.property(clockWith(limit), (clock) => {
        const due = dueOf(clock);
        expect(standsStill(clock, due)).toBe(false);
        const last = clock.extensions?.at(-1) ?? clock.limit;
        if (last.lastDay === 'moves-to-working-day') expect(calendar.dayOf(due)?.working).toBe(true);
      }),
    );
  });

  it('the days counted are as many as the limit and its extensions have', () => {
    fc.assert(
      fc.property(clockWith(limit), (clock) => {
        const answer = dueDay(clock);
        if (answer.kind !== 'due') throw new Error(answer.kind);
        const passed = toDayNumber(answer.due) - toDayNumber(clock.received);
        expect(passed - answer.skipped.length).toBe(granted(clock));
      }),
    );
  });

  it('every working day outside a pause counts, and no other', () => {
    fc.assert(
      fc.property(clockWith(working), (clock) => {
        expect(counted(clock, addDays(dueOf(clock), 1))).toBe(granted(clock));
      }),
    );
  });

  it('a pause more never makes it due earlier, nor a pause twice later', () => {
    fc.assert(
      fc.property(
        clockWith(limit).chain((clock) => fc.tuple(fc.constant(clock), pauseFrom(clock.received))),
        ([clock, pause]) => {
          const once = dueOf({ ...clock, pauses: [...clock.pauses, pause] });
          expect(once >= dueOf(clock)).toBe(true);
          expect(dueOf({ ...clock, pauses: [pause, ...clock.pauses, pause] })).toBe(once);
        },
      ),
    );
  });

  it('what is received later is never due earlier', () => {
    fc.assert(
      fc.property(clockWith(limit), fc.integer({ min: 0, max: 30 }), (clock, days) => {
        const later = { ...clock, received: addDays(clock.received, days) };
        expect(dueOf(later) >= dueOf(clock)).toBe(true);
      }),
    );
  });

  it('a pause without end leaves the days that were not counted before it', () => {
    fc.assert(
      fc.property(clockWith(working), fc.integer({ min: 1, max: 60 }), (clock, after) => {
        const from = addDays(clock.received, after);
        const answer = dueDay({ ...clock, pauses: [...clock.pauses, { from, to: null }] });
        const due = dueOf(clock);
        if (due < from) expect(answer).toMatchObject({ kind: 'due', due });
        else
          expect(answer).toMatchObject({ kind: 'paused', daysLeft: granted(clock) - counted(clock, from) });
      }),
    );
  });
});
