import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate, firstDayOfYear, lastDayOfYear } from '../calendar-date.ts';
import { calendarOf, chinaCalendar } from './china-calendar.ts';

interface Notice {
  /** Number and date of the State Council's notice, and of the one that changed it. */
  readonly notice: string;
  /** `01-01..01-03`, by the name of the holiday; a day of the year before is written in full. */
  readonly off: Readonly<Record<string, string>>;
  readonly worked: string;
}

/** As the notices of the General Office of the State Council print them (关于…年部分节假日安排的通知). */
const NOTICES: Readonly<Record<number, Notice>> = {
  2013: {
    notice: '国办发明电〔2012〕33号, 2012-12-08',
    off: {
      元旦: '01-01..01-03',
      春节: '02-09..02-15',
      清明节: '04-04..04-06',
      劳动节: '04-29..05-01',
      端午节: '06-10..06-12',
      中秋节: '09-19..09-21',
      国庆节: '10-01..10-07',
    },
    worked: '01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12',
  },
  2014: {
    notice: '国办发明电〔2013〕28号, 2013-12-11',
    off: {
      元旦: '01-01',
      春节: '01-31..02-06',
      清明节: '04-05 04-07',
      劳动节: '05-01..05-03',
      端午节: '06-02',
      中秋节: '09-08',
      国庆节: '10-01..10-07',
    },
    worked: '01-26 02-08 05-04 09-28 10-11',
  },
  2015: {
    notice: '关于2015年部分节假日安排的通知, 2014-12-16; 国发明电〔2015〕1号, 2015-05-13',
    off: {
      元旦: '01-01..01-03',
      春节: '02-18..02-24',
      清明节: '04-05..04-06',
      劳动节: '05-01',
      端午节: '06-20 06-22',
      中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: '09-03..09-05',
      中秋节: '09-27',
      国庆节: '10-01..10-07',
    },
    worked: '01-04 02-15 02-28 09-06 10-10',
  },
  2016: {
    notice: '国办发明电〔2015〕18号, 2015-12-10',
    off: {
      元旦: '01-01',
      春节: '02-07..02-13',
      清明节: '04-04',
      劳动节: '05-01..05-02',
      端午节: '06-09..06-11',
      中秋节: '09-15..09-17',
      国庆节: '10-01..10-07',
    },
    worked: '02-06 02-14 06-12 09-18 10-08 10-09',
  },
  2017: {
    notice: '国办发明电〔2016〕17号, 2016-12-01',
    off: {
      元旦: '01-01..01-02',
      春节: '01-27..02-02',
      清明节: '04-02..04-04',
      劳动节: '05-01',
      端午节: '05-28..05-30',
      '中秋节、国庆节': '10-01..10-08',
    },
    worked: '01-22 02-04 04-01 05-27 09-30',
  },
  2018: {
    notice: '国办发明电〔2017〕12号, 2017-11-30',
    off: {
      元旦: '01-01',
      春节: '02-15..02-21',
      清明节: '04-05..04-07',
      劳动节: '04-29..05-01',
      端午节: '06-18',
      中秋节: '09-24',
      国庆节: '10-01..10-07',
    },
    worked: '02-11 02-24 04-08 04-28 09-29 09-30',
  },
  2019: {
    notice: '国办发明电〔2018〕15号, 2018-12-04; Labour Day changed by 国办发明电〔2019〕3号, 2019-03-22',
    off: {
      元旦: '2018-12-30..2018-12-31 01-01',
      春节: '02-04..02-10',
      清明节: '04-05',
      劳动节: '05-01..05-04',
      端午节: '06-07',
      中秋节: '09-13',
      国庆节: '10-01..10-07',
    },
    worked: '2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12',
  },
  2020: {
    notice:
      '国办发明电〔2019〕16号, 2019-11-21; Spring Festival extended by 国办发明电〔2020〕1号, 2020-01-26',
    off: {
      元旦: '01-01',
      春节: '01-24..02-02',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-25..06-27',
      '国庆节、中秋节': '10-01..10-08',
    },
    // 1 February, which the first notice had worked, fell into the extension.
    worked: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  2021: {
    notice: '国办发明电〔2020〕27号, 2020-11-25',
    off: {
      元旦: '01-01..01-03',
      春节: '02-11..02-17',
      清明节: '04-03..04-05',
      劳动节: '05-01..05-05',
      端午节: '06-12..06-14',
      中秋节: '09-19..09-21',
      国庆节: '10-01..10-07',
    },
    worked: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    notice: '国办发明电〔2021〕11号, 2021-10-25',
    off: {
      元旦: '01-01..01-03',
      春节: '01-31..02-06',
      清明节: '04-03..04-05',
      劳动节: '04-30..05-04',
      端午节: '06-03..06-05',
      中秋节: '09-10..09-12',
      国庆节: '10-01..10-07',
    },
    worked: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    notice: '国办发明电〔2022〕16号, 2022-12-08',
    off: {
      元旦: '2022-12-31 01-01..01-02',
      春节: '01-21..01-27',
      清明节: '04-05',
      劳动节: '04-29..05-03',
      端午节: '06-22..06-24',
      '中秋节、国庆节': '09-29..10-06',
    },
    worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    notice: '国办发明电〔2023〕7号, 2023-10-25',
    off: {
      元旦: '01-01',
      春节: '02-10..02-17',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-10',
      中秋节: '09-15..09-17',
      国庆节: '10-01..10-07',
    },
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    notice: '国办发明电〔2024〕12号, 2024-11-12',
    off: {
      元旦: '01-01',
      春节: '01-28..02-04',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '05-31..06-02',
      '国庆节、中秋节': '10-01..10-08',
    },
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    notice: '国办发明电〔2025〕7号, 2025-11-04',
    off: {
      元旦: '01-01..01-03',
      春节: '02-15..02-23',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-19..06-21',
      中秋节: '09-25..09-27',
      国庆节: '10-01..10-07',
    },
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

function daysFrom(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  return from > to ? [] : [from, ...daysFrom(addDays(from, 1), to)];
}

const dated = (year: number, day: string) => calendarDate(day.length === 5 ? `${String(year)}-${day}` : day);

const daysIn = (year: number, list: string): readonly CalendarDate[] =>
  list.split(' ').flatMap((span) => {
    const [from = '', to = from] = span.split('..');
    return daysFrom(dated(year, from), dated(year, to));
  });

const isWeekend = (date: CalendarDate) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const years = Object.entries(NOTICES).map(([year, notice]) => ({ year: Number(year), ...notice }));
// A notice may begin in the December before its year: one set for all of them.
const rest = new Set(years.flatMap(({ year, off }) => daysIn(year, Object.values(off).join(' '))));
const made = new Set(years.flatMap(({ year, worked }) => daysIn(year, worked)));

describe('the calendar says what the notices say', () => {
  it.each(years)('every day of $year works or rests as in $notice', ({ year }) => {
    for (const date of daysFrom(firstDayOfYear(year), lastDayOfYear(year))) {
      const works = made.has(date) || !(rest.has(date) || isWeekend(date));
      expect([date, chinaCalendar.dayOf(date)?.working]).toEqual([date, works]);
    }
  });

  // A Saturday or Sunday within a holiday may be called either.
  it.each(years)('the days off of $year have their names', ({ year, off }) => {
    for (const [names, list] of Object.entries(off)) {
      for (const date of daysIn(year, list)) {
        expect(isWeekend(date) ? `${names}、周末` : names).toContain(chinaCalendar.dayOf(date)?.why.zh);
      }
    }
  });

  it.each([
    ['2026-10-01', false, '国庆节', 'National Day'],
    ['2026-10-10', true, '调休上班（国庆节）', 'make-up working day (National Day)'],
    ['2026-10-11', false, '周末', 'weekend'],
    ['2026-10-12', true, '工作日', 'working day'],
    ['2025-10-06', false, '中秋节', 'Mid-Autumn Festival'],
  ])('%s: working %s, because %s / %s', (day, working, zh, en) => {
    expect(chinaCalendar.dayOf(calendarDate(day))).toEqual({ working, why: { zh, en } });
  });
});

describe('the years that the calendar knows', () => {
  const without = (entries: Readonly<Record<string, string>>, day: RegExp) =>
    Object.fromEntries(Object.entries(entries).filter(([date]) => !day.test(date)));
  const withHoliday = (date: string) => ({
    ...notices,
    holidays: { ...notices.holidays, [date]: "New Year's Day,元旦,1" },
  });

  it('are those with a notice in the data, since the holidays of today', () => {
    expect([chinaCalendar.firstYear, chinaCalendar.lastYear]).toEqual([2008, 2026]);
    expect(chinaCalendar.dayOf(calendarDate('2007-12-31'))).toBeNull();
    expect(chinaCalendar.dayOf(calendarDate('2027-01-01'))).toBeNull();
  });

  it('do not include a year of which only the New Year is known', () => {
    expect(calendarOf(withHoliday('2027-01-01')).lastYear).toBe(2026);
  });

  it('end before a year whose notice is not whole', () => {
    const holidays = without(notices.holidays, /^2026-10/);
    expect(calendarOf({ ...notices, holidays }).lastYear).toBe(2025);
  });

  it('begin after a gap', () => {
    const holidays = without(notices.holidays, /^2015/);
    expect(calendarOf({ ...notices, holidays }).firstYear).toBe(2016);
  });
});
