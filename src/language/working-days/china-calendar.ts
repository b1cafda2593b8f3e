import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type Text, text } from '../text.ts';
import { type CalendarDay, type WorkingCalendar, workingCalendar } from './working-calendar.ts';

/** Names that the package shortens or that say little in English. */
const NAMES: Readonly<Record<string, Text>> = {
  清明: text('清明节', 'Qingming Festival'),
  端午: text('端午节', 'Dragon Boat Festival'),
  中秋: text('中秋节', 'Mid-Autumn Festival'),
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: text(
    '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    'Victory Day, 70th anniversary',
  ),
};

/** The package writes `National Day,国庆节,3`: English, Chinese, days that the law gives. */
const parts = (entry: string) => {
  const [en = entry, zh = entry] = entry.split(',');
  return { zh, en };
};

function holidayOf(entry: string): Text {
  const { zh, en } = parts(entry);
  return NAMES[zh] ?? text(zh, en);
}

const dayOff = (entry: string): CalendarDay => ({ working: false, why: holidayOf(entry) });

function makeUpDay(entry: string): CalendarDay {
  const { zh, en } = holidayOf(entry);
  return { working: true, why: text(`调休上班（${zh}）`, `make-up working day (${en})`) };
}

const daysIn = (entries: Readonly<Record<string, string>>, dayOf: (entry: string) => CalendarDay) =>
  Object.entries(entries).map(([date, entry]) => [date, dayOf(entry)] as const);

/** Days off and worked days by date, as the package holds them. */
export interface NoticeData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/**
 * What every notice has arranged since the holidays of today came into force on 2008-01-01. (Mid-Autumn is
 * missing where it is part of National Day.) A year that lacks one of them has no notice in the data: the days
 * of the New Year that a notice sets in the December before do not make that year known.
 */
const IN_EVERY_NOTICE = ['元旦', '春节', '清明', '劳动节', '端午', '国庆节'];

function hasNotice({ holidays }: NoticeData, year: number): boolean {
  const ofYear = Object.entries(holidays).filter(([date]) => date.startsWith(`${String(year)}-`));
  const names = new Set(ofYear.map(([, entry]) => parts(entry).zh));
  return IN_EVERY_NOTICE.every((name) => names.has(name));
}

/** The unbroken run of years with a notice that ends with the newest. */
function yearsKnown(data: NoticeData) {
  const years = new Set(Object.keys(data.holidays).map((date) => Number(date.slice(0, 4))));
  const known = [...years].filter((year) => hasNotice(data, year)).sort((a, b) => b - a);
  const lastYear = known[0] ?? 0;
  const run = known.filter((year, index) => year === lastYear - index);
  return { firstYear: run.at(-1) ?? 0, lastYear };
}

/** The calendar that the State Council's notices make, and no more years than they cover. */
export function calendarOf(data: NoticeData): WorkingCalendar {
  const days = new Map([...daysIn(data.holidays, dayOff), ...daysIn(data.workdays, makeUpDay)]);
  return workingCalendar({ ...yearsKnown(data), days });
}

/** The working days of China's public bodies. Pure, so that a bundle that does not ask for it leaves it out. */
export const chinaCalendar: WorkingCalendar = /* @__PURE__ */ calendarOf(notices);
