import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { chinaCalendar as calendar } from './china-calendar.ts';
import { dueDay } from './due-day.ts';
import type { Pause } from './pause.ts';
import type { TimeLimit } from './time-limit.ts';

// Every date below was counted from the State Council's notices, not by the code that is tested.
// "Worked" days are the Saturdays and Sundays that a notice turns into working days (调休上班).

const working = (days: number): TimeLimit => ({ days, count: 'working' });
const staying = (days: number): TimeLimit => ({ days, count: 'calendar' });
const moving = (days: number): TimeLimit => ({ ...staying(days), lastDay: 'moves-to-working-day' });

const received = (day: string, limit: TimeLimit, extensions: readonly TimeLimit[] = []) =>
  dueDay({ received: calendarDate(day), limit, extensions, pauses: [], calendar });

type Spans = readonly (readonly [from: string, to: string | null])[];
type Row = readonly [received: string, days: number, due: string, why: string];
type Extended = readonly [
  accepted: string,
  limit: TimeLimit,
  extensions: readonly TimeLimit[],
  due: string,
  why: string,
];
type Paused = readonly [limit: TimeLimit, pauses: Spans, due: string, why: string];
type Standing = readonly [limit: TimeLimit, pauses: Spans, since: string, left: number, why: string];

describe('12345: 3, 7 or 15 working days', () => {
  it.each<Row>([
    // 2013
    ['2013-01-04', 3, '2013-01-07', 'Saturday 5 and Sunday 6 January are worked for the New Year'],
    ['2013-02-06', 3, '2013-02-16', 'Spring Festival 9–15 February; Saturday 16 is worked'],
    ['2013-02-07', 7, '2013-02-21', 'Spring Festival; Saturday 16 and Sunday 17 are worked'],
    ['2013-02-08', 15, '2013-03-06', 'Spring Festival, two worked days, then two weekends'],
    ['2013-04-03', 3, '2013-04-09', 'Qingming 4–6 April; Sunday 7 is worked'],
    ['2013-04-26', 3, '2013-05-02', 'weekend of 27–28 April worked, Labour Day 29 April – 1 May'],
    ['2013-06-07', 3, '2013-06-13', 'weekend of 8–9 June worked, Dragon Boat 10–12'],
    ['2013-06-09', 7, '2013-06-21', 'received on a worked Sunday; Dragon Boat 10–12, one weekend'],
    ['2013-09-18', 3, '2013-09-24', 'Mid-Autumn 19–21 September; Sunday 22 is worked'],
    ['2013-09-27', 7, '2013-10-12', 'worked Sunday 29, National Day 1–7 October, ends on worked Saturday 12'],
    ['2013-09-30', 15, '2013-10-25', 'National Day; Saturday 12 is worked, Sunday 13 is not'],
    ['2013-10-11', 3, '2013-10-15', 'Saturday 12 is worked, Sunday 13 is a weekend'],
    // 2020, the Spring Festival extended to 2 February
    ['2020-01-17', 7, '2020-02-04', 'Sunday 19 January worked; Spring Festival 24 January – 2 February'],
    ['2020-01-22', 3, '2020-02-04', 'one day, then the extended festival, then two days'],
    [
      '2020-01-23',
      1,
      '2020-02-03',
      'the extended festival; 31 January and 1 February are not worked after all',
    ],
    ['2020-01-23', 15, '2020-02-21', 'the extended festival and two weekends'],
    ['2020-02-01', 1, '2020-02-03', 'received in the extension of the festival'],
    ['2020-04-30', 3, '2020-05-08', 'Labour Day 1–5 May'],
    ['2020-06-24', 3, '2020-06-30', 'Dragon Boat 25–27 June; Sunday 28 is worked'],
    ['2020-09-30', 7, '2020-10-16', 'National Day and Mid-Autumn 1–8 October; Saturday 10 is worked'],
    // 2023
    ['2023-01-19', 3, '2023-01-29', 'Spring Festival 21–27; ends on worked Sunday 29'],
    ['2023-01-20', 7, '2023-02-03', 'Spring Festival; weekend of 28–29 worked'],
    ['2023-04-04', 1, '2023-04-06', 'Qingming is the one day of 5 April'],
    ['2023-04-28', 3, '2023-05-06', 'Labour Day 29 April – 3 May; ends on worked Saturday 6'],
    ['2023-06-21', 3, '2023-06-27', 'Dragon Boat 22–24 June; Sunday 25 is worked'],
    ['2023-09-28', 3, '2023-10-09', 'Mid-Autumn and National Day 29 September – 6 October; 7 and 8 worked'],
    ['2023-09-27', 15, '2023-10-24', 'the same eight days off and two worked days, then two weekends'],
    ['2023-12-29', 3, '2024-01-04', 'over the end of the year: weekend and New Year'],
    // 2024
    ['2024-02-02', 3, '2024-02-06', 'Sunday 4 February is worked'],
    ['2024-02-09', 3, '2024-02-20', 'Spring Festival 10–17; Sunday 18 is worked'],
    ['2024-02-08', 15, '2024-03-06', "New Year's Eve, 9 February 2024, was a working day"],
    ['2024-04-03', 3, '2024-04-09', 'Qingming 4–6 April; Sunday 7 is worked'],
    ['2024-04-30', 7, '2024-05-13', 'Labour Day 1–5 May; Saturday 11 is worked'],
    ['2024-06-07', 3, '2024-06-13', 'weekend and Dragon Boat on Monday 10'],
    ['2024-09-13', 3, '2024-09-19', 'Saturday 14 worked; Mid-Autumn 15–17'],
    ['2024-09-30', 7, '2024-10-15', 'National Day 1–7; Saturday 12 is worked'],
    // 2025
    ['2024-12-31', 3, '2025-01-06', 'New Year on Wednesday 1 January alone, then a weekend'],
    ['2025-01-24', 3, '2025-02-05', 'Sunday 26 worked; Spring Festival 28 January – 4 February'],
    ['2025-01-27', 7, '2025-02-12', 'Spring Festival; Saturday 8 February is worked'],
    ['2025-04-03', 3, '2025-04-09', 'Qingming 4–6 April'],
    ['2025-04-30', 3, '2025-05-08', 'Labour Day 1–5 May'],
    ['2025-05-30', 3, '2025-06-05', 'Dragon Boat 31 May – 2 June'],
    ['2025-09-30', 3, '2025-10-11', 'National Day and Mid-Autumn 1–8; ends on worked Saturday 11'],
    ['2025-09-26', 15, '2025-10-23', 'worked Sunday 28 September and Saturday 11 October'],
    // 2026
    ['2025-12-31', 3, '2026-01-06', 'New Year 1–3 January; Sunday 4 is worked'],
    ['2026-02-13', 3, '2026-02-25', 'Saturday 14 worked; Spring Festival 15–23'],
    ['2026-02-14', 15, '2026-03-13', 'received on a worked Saturday; Saturday 28 February is worked too'],
    ['2026-02-15', 3, '2026-02-26', 'received on the first day of the Spring Festival'],
    ['2026-02-27', 3, '2026-03-03', 'Saturday 28 worked, Sunday 1 March not'],
    ['2026-04-03', 3, '2026-04-09', 'Qingming 4–6 April'],
    ['2026-04-30', 7, '2026-05-13', 'Labour Day 1–5 May; Saturday 9 is worked'],
    ['2026-06-18', 3, '2026-06-24', 'Dragon Boat 19–21 June'],
    ['2026-09-18', 3, '2026-09-22', 'Sunday 20 is worked, ten days before the holiday it makes up for'],
    ['2026-09-24', 3, '2026-09-30', 'Mid-Autumn 25–27 September'],
    ['2026-09-24', 7, '2026-10-12', 'Mid-Autumn, National Day 1–7 October; Saturday 10 is worked'],
    ['2026-12-10', 15, '2026-12-31', 'the last day that the calendar knows'],
  ])('received %s, %i working days: due %s (%s)', (day, days, due) => {
    expect(received(day, working(days))).toMatchObject({ kind: 'due', due });
  });
});

describe('government information: 20 working days and an extension of 20 (Regulations, art. 33)', () => {
  it.each([
    ['2026-01-20', '2026-02-24', '2026-03-23', 'Spring Festival 15–23 February; Saturdays 14 and 28 worked'],
    ['2026-09-04', '2026-10-09', '2026-11-05', 'worked Sunday 20 September, Mid-Autumn, National Day'],
    ['2023-12-01', '2023-12-29', '2024-01-29', 'the extension runs over the end of the year'],
    [
      '2025-09-05',
      '2025-10-10',
      '2025-11-06',
      'worked Sunday 28 September, eight days off, worked 11 October',
    ],
  ])('received %s: due %s, extended %s (%s)', (day, due, extended) => {
    expect(received(day, working(20))).toMatchObject({ kind: 'due', due });
    expect(received(day, working(20), [working(20)])).toMatchObject({ kind: 'due', due: extended });
  });
});

describe('petitions: 15 and 60 calendar days, 30 more when extended (arts. 22, 34)', () => {
  it.each<Extended>([
    ['2026-03-02', staying(15), [], '2026-03-17', 'holidays and weekends count'],
    ['2026-01-31', staying(15), [], '2026-02-15', 'ends in the Spring Festival and stays there'],
    ['2026-01-31', moving(15), [], '2026-02-24', 'ends on 15 February, moves behind the Spring Festival'],
    ['2026-03-02', staying(60), [], '2026-05-01', 'ends on Labour Day and stays'],
    ['2026-03-02', moving(60), [], '2026-05-06', 'ends on Labour Day, moves behind it'],
    ['2026-03-02', staying(60), [staying(30)], '2026-05-31', '90 days: a Sunday, and stays'],
    ['2026-03-02', moving(60), [moving(30)], '2026-06-01', '90 days, not 30 after 6 May; the Sunday moves'],
    ['2023-08-02', staying(60), [], '2023-10-01', 'ends on National Day and stays'],
    ['2023-08-02', moving(60), [], '2023-10-07', 'moves to worked Saturday 7 October, not to Monday'],
    ['2026-08-20', moving(30), [], '2026-09-20', 'Saturday 19 September moves to worked Sunday 20'],
    ['2026-08-21', moving(30), [], '2026-09-20', 'worked Sunday 20 September is no day of rest'],
    ['2023-12-31', staying(60), [], '2024-02-29', 'over the end of the year into a leap day'],
    ['2024-12-31', staying(60), [], '2025-03-01', 'no leap day in 2025; a Saturday stays'],
    ['2024-12-31', moving(60), [], '2025-03-03', 'the Saturday moves to Monday'],
    ['2025-08-07', moving(60), [], '2025-10-09', '6 October is Mid-Autumn; moves behind the eight days'],
    ['2025-07-03', moving(60), [moving(30)], '2025-10-09', '90 days end on 1 October and move'],
    ['2026-07-05', staying(60), [staying(30)], '2026-10-03', '90 days end in National Day and stay'],
    ['2026-07-05', moving(60), [moving(30)], '2026-10-08', '90 days end in National Day and move'],
    ['2026-12-20', staying(60), [], '2027-02-18', 'calendar days need no calendar of 2027'],
  ])('accepted %s, %o extended by %o: due %s (%s)', (day, limit, extensions, due) => {
    expect(received(day, limit, extensions)).toMatchObject({ kind: 'due', due });
  });
});

describe('while the applicant is awaited the clock stands still', () => {
  const pause = (from: string, to: string | null): Pause => ({
    from: calendarDate(from),
    to: to === null ? null : calendarDate(to),
  });
  const paused = (limit: TimeLimit, spans: Spans) =>
    dueDay({
      received: calendarDate('2026-03-02'),
      limit,
      pauses: spans.map(([from, to]) => pause(from, to)),
      calendar,
    });

  it.each<Paused>([
    [working(15), [], '2026-03-23', 'no pause'],
    [working(15), [['2026-03-09', '2026-03-16']], '2026-03-30', 'five working days stand still'],
    [working(3), [['2026-03-05', '2026-03-06']], '2026-03-06', 'one day; the day it ends counts again'],
    [working(3), [['2026-03-02', '2026-03-05']], '2026-03-09', 'asked on the day of receipt'],
    [
      working(7),
      [
        ['2026-03-05', '2026-03-07'],
        ['2026-03-10', '2026-03-12'],
      ],
      '2026-03-17',
      'two pauses',
    ],
    [
      working(15),
      [
        ['2026-03-11', '2026-03-18'],
        ['2026-03-09', '2026-03-16'],
      ],
      '2026-04-01',
      'overlapping: seven days, not ten',
    ],
    [
      working(15),
      [
        ['2026-03-09', '2026-03-20'],
        ['2026-03-11', '2026-03-12'],
      ],
      '2026-04-03',
      'one within the other: nine days',
    ],
    [working(15), [['2026-03-07', '2026-03-09']], '2026-03-23', 'a paused weekend changes nothing'],
    [working(15), [['2026-03-09', '2026-03-09']], '2026-03-23', 'ended on the day it began'],
    [working(15), [['2026-03-24', null]], '2026-03-23', 'asked after the limit had ended'],
    [staying(60), [['2026-03-10', '2026-03-20']], '2026-05-11', 'ten calendar days stand still'],
    [moving(15), [['2026-03-10', '2026-03-14']], '2026-03-23', 'pushed to Saturday 21 March, which moves'],
    [
      moving(15),
      [
        ['2026-03-10', '2026-03-14'],
        ['2026-03-23', '2026-03-25'],
      ],
      '2026-03-25',
      'and cannot end in a pause',
    ],
  ])('received 2026-03-02, %o, paused %o: due %s (%s)', (limit, spans, due) => {
    expect(paused(limit, spans)).toMatchObject({ kind: 'due', due });
  });

  it.each<Standing>([
    [working(15), [['2026-03-09', null]], '2026-03-09', 11, 'four days were counted'],
    [working(15), [['2026-03-23', null]], '2026-03-23', 1, 'asked on the last day'],
    [
      working(15),
      [
        ['2026-03-05', '2026-03-09'],
        ['2026-03-09', null],
      ],
      '2026-03-05',
      13,
      'asked again at once',
    ],
    [staying(60), [['2026-03-10', null]], '2026-03-10', 53, 'seven calendar days were counted'],
  ])(
    'received 2026-03-02, %o, paused %o: stands since %s with %i days left (%s)',
    (limit, spans, since, daysLeft) => {
      expect(paused(limit, spans)).toEqual({ kind: 'paused', since, daysLeft });
    },
  );
});

describe('a year without a notice', () => {
  it.each([
    ['2026-12-20', working(15), 2027, 'nobody knows the working days of January 2027'],
    ['2026-12-11', working(15), 2027, '14 working days are left in 2026'],
    ['2026-12-20', moving(60), 2027, 'whether 18 February 2027 is a day of rest is not announced'],
    ['2007-12-20', working(3), 2007, 'before the first year known'],
  ])('received %s, %o: outside the calendar in %i (%s)', (day, limit, year) => {
    expect(received(day, limit)).toEqual({ kind: 'outside-calendar', year });
  });
});

describe('the days that did not count', () => {
  it('are told with the reason, from the day after receipt to the last day', () => {
    const answer = dueDay({
      received: calendarDate('2026-09-24'),
      limit: working(7),
      pauses: [{ from: calendarDate('2026-09-28'), to: calendarDate('2026-09-29') }],
      calendar,
    });
    expect(answer.kind === 'due' && answer.skipped.map(({ date, why }) => [date, why.zh, why.en])).toEqual([
      ['2026-09-25', '中秋节', 'Mid-Autumn Festival'],
      ['2026-09-26', '中秋节', 'Mid-Autumn Festival'],
      ['2026-09-27', '中秋节', 'Mid-Autumn Festival'],
      ['2026-09-28', '暂停计算期限', 'clock stands still'],
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [
        `2026-10-${day}`,
        '国庆节',
        'National Day',
      ]),
      ['2026-10-11', '周末', 'weekend'],
    ]);
  });

  it('a limit has at least one whole day', () => {
    for (const days of [0, -1, 1.5, Number.NaN]) {
      expect(() => received('2026-03-02', working(days))).toThrow('not a time limit');
    }
  });
});
