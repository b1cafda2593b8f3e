import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { chinaCalendar as calendar } from './china-calendar.ts';
import { daysUntil } from './days-until.ts';
import { receivedOn } from './received-on.ts';
import type { DayCount } from './time-limit.ts';

type Row = readonly [from: string, to: string, count: DayCount, days: number | null, why: string];
type Receipt = readonly [instant: string, timeZone: string | undefined, day: string, why: string];

const between = (from: string, to: string, count: DayCount) =>
  daysUntil({ from: calendarDate(from), to: calendarDate(to), count, calendar });

describe('days left, or overdue by', () => {
  it.each<Row>([
    ['2026-03-02', '2026-03-05', 'working', 3, 'Tuesday, Wednesday, Thursday'],
    ['2026-03-06', '2026-03-09', 'working', 1, 'Friday to Monday'],
    ['2026-03-06', '2026-03-09', 'calendar', 3, 'the same in calendar days'],
    ['2026-03-09', '2026-03-09', 'working', 0, 'due today'],
    ['2026-09-30', '2026-10-10', 'working', 3, 'National Day; worked Saturday 10 October'],
    ['2026-09-30', '2026-10-10', 'calendar', 10, 'the same in calendar days'],
    ['2026-03-10', '2026-03-06', 'working', -2, 'due on Friday, today Tuesday'],
    ['2026-03-10', '2026-03-06', 'calendar', -4, 'the same in calendar days'],
    ['2026-03-08', '2026-03-06', 'working', 0, 'due on Friday, today Sunday: no working day has passed'],
    ['2026-12-20', '2027-01-05', 'working', null, 'the working days of 2027 are not announced'],
    ['2026-12-20', '2027-01-05', 'calendar', 16, 'calendar days need no notice'],
    ['2027-01-05', '2026-12-20', 'working', null, 'nor backwards'],
  ])('from %s to %s in %s days: %s (%s)', (from, to, count, days) => {
    expect(between(from, to, count)).toBe(days);
  });
});

describe('the day of receipt', () => {
  it.each<Receipt>([
    ['2026-09-24T15:59:59Z', undefined, '2026-09-24', 'one second to midnight in the city'],
    ['2026-09-24T16:00:00Z', undefined, '2026-09-25', 'midnight in the city'],
    ['2026-12-31T16:00:00Z', undefined, '2027-01-01', 'the new year begins in the city'],
    ['2026-09-24T16:00:00Z', 'Asia/Urumqi', '2026-09-24', 'in another time zone it is still the day before'],
  ])('%s in %s was received on %s (%s)', (instant, timeZone, day) => {
    expect(receivedOn(new Date(instant), timeZone)).toBe(day);
  });
});
