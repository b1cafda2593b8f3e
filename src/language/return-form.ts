import type { AreaLevel } from './area-code.ts';
import { type CalendarDate, calendarDate, firstDayOfYear, lastDayOfYear } from './calendar-date.ts';
import type { Expression } from './expression/index.ts';
import { factsOf } from './expression/index.ts';
import type { FactColumn, FactView } from './facts.ts';
import type { Text } from './text.ts';
import type { Unit } from './unit.ts';

/** A number that an area reports. Amounts in `yuan` are written in yuan and kept in whole fen. */
export interface ReturnItem {
  readonly label: Text;
  readonly unit: Unit;
  /** More than this cannot be: 1 for yes or no. */
  readonly largest?: number;
}

export type ReturnItems = Readonly<Record<string, ReturnItem>>;

/** What must be true of every row; false refuses the row at the column `at`. */
export interface ReturnCheck {
  readonly at: string;
  readonly must: Expression<'boolean'>;
  /** What the reporter should do. */
  readonly remedy: Text;
}

export const returnPeriods = ['year', 'quarter', 'month'] as const;
export type ReturnPeriod = (typeof returnPeriods)[number];

/** A return: numbers that every area of one level reports for each period and the areas above approve. */
export interface ReturnForm {
  readonly key: string;
  readonly version: number;
  readonly title: Text;
  /** The level that reports. */
  readonly level: AreaLevel;
  readonly every: ReturnPeriod;
  readonly items: ReturnItems;
  readonly checks: readonly ReturnCheck[];
  /** A value that differs from the last period's by more than this share needs an explanation; null: never asked. */
  readonly steadyWithin: number | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly source: Text;
}

/** The key of the measure that counts the areas which reported a return. */
export const reportingMeasure = ({ key }: ReturnForm): string => `reporting_${key.replaceAll('-', '_')}`;

const columnsOf = <I extends ReturnItems>(items: I) =>
  Object.fromEntries(
    Object.entries(items).map(([key, { label }]) => [key, { type: 'integer', label }]),
  ) as Readonly<Record<keyof I & string, FactColumn<'integer'>>>;

/** A row of a return as facts: what conditions over it may speak of, and how they are put into words. */
export const rowView = (items: ReturnItems): FactView => ({
  name: 'return_row',
  compartment: 'statistics',
  doc: { zh: '报表的一行', en: 'one row of a return' },
  columns: columnsOf(items),
});

/** References to the items of a return, typed: `itemsOf(items).cases_closed` is a whole number. */
export const itemsOf = <I extends ReturnItems>(
  items: I,
): Readonly<Record<keyof I & string, Expression<'integer'>>> =>
  factsOf({ ...rowView(items), columns: columnsOf(items) }) as Readonly<
    Record<keyof I & string, Expression<'integer'>>
  >;

/** First and last day of a period. */
export interface ReportingPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

const twoDigits = (value: number) => String(value).padStart(2, '0');
const lastDayOfMonth = (year: number, month: number) =>
  calendarDate(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
const months = (year: number, first: number, last: number): ReportingPeriod => ({
  from: calendarDate(`${String(year)}-${twoDigits(first)}-01`),
  to: lastDayOfMonth(year, last),
});

/** The days of `2013`, `2013-Q2` or `2013-07`; null when that is not a period of the kind asked for. */
export function parsePeriod(every: ReturnPeriod, value: string): ReportingPeriod | null {
  const [, years, quarter, month] = PERIOD.exec(value.trim()) ?? [];
  if (years === undefined) return null;
  const year = Number(years);
  if (every === 'year' && !quarter && !month) return { from: firstDayOfYear(year), to: lastDayOfYear(year) };
  if (every === 'quarter' && quarter) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  return every === 'month' && month ? months(year, Number(month), Number(month)) : null;
}

/** How a period is written: `2013`, `2013-Q2`, `2013-07`. */
export function writePeriod(every: ReturnPeriod, from: CalendarDate): string {
  const year = from.slice(0, 4);
  if (every === 'year') return year;
  const month = Number(from.slice(5, 7));
  return every === 'month' ? from.slice(0, 7) : `${year}-Q${String(Math.ceil(month / 3))}`;
}

const LENGTHS: Readonly<Record<ReturnPeriod, number>> = { year: 12, quarter: 3, month: 1 };

/** The first day of the period before the one that begins on `from`. */
export function previousPeriod(every: ReturnPeriod, from: CalendarDate): CalendarDate {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 - LENGTHS[every];
  return calendarDate(`${String(Math.floor(index / 12))}-${twoDigits((index % 12) + 1)}-01`);
}
