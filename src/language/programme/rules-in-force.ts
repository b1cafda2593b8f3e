import {
  addDays,
  type CalendarDate,
  calendarDate,
  firstDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../calendar-date.ts';
import type { Values } from '../expression/index.ts';
import {
  type DatedValue,
  inForceAt,
  type Moment,
  type Parameter,
  type Resolved,
  resolveValue,
} from './dated-value.ts';
import type { Condition, Programme } from './programme.ts';

/** A value that an officer entered for a place, with its document. */
export interface EnteredValue extends DatedValue {
  readonly programme: string;
  readonly parameter: string;
}

/** What holds of a programme on one day in one division, as it was known. */
export interface RulesInForce {
  readonly programme: Programme;
  readonly moment: Moment;
  /** In the order of the declaration; one for each id, of the nearest place. */
  readonly conditions: readonly Condition[];
  readonly values: Readonly<Record<string, Resolved>>;
  /** Parameters of which nothing is said. */
  readonly missing: readonly Parameter[];
}

const isKnown = ({ from, to, publishedOn }: Programme, { day, knownAt }: Moment) =>
  publishedOn <= knownAt && from <= day && (to === null || day <= to);

/** The parameters of a programme with what officers entered. */
export const withEntered = (
  { key, parameters }: Programme,
  entered: readonly EnteredValue[],
): readonly Parameter[] =>
  parameters.map((one) => ({
    ...one,
    values: [
      ...one.values,
      ...entered.filter(({ programme, parameter }) => programme === key && parameter === one.key),
    ],
  }));

/** The rules of a programme at a moment; null when there is none, or nobody could know of it. */
export function rulesInForce(
  programme: Programme,
  moment: Moment,
  entered: readonly EnteredValue[] = [],
): RulesInForce | null {
  if (!isKnown(programme, moment)) return null;
  const ids = [...new Set(programme.conditions.map(({ id }) => id))];
  const conditions = ids.flatMap((id) =>
    inForceAt(
      programme.conditions.filter((one) => one.id === id),
      moment,
    ).slice(0, 1),
  );
  const resolved = withEntered(programme, entered).map((one) => [one, resolveValue(one, moment)] as const);
  return {
    programme,
    moment,
    conditions,
    values: Object.fromEntries(resolved.flatMap(([{ key }, value]) => (value ? [[key, value]] : []))),
    missing: resolved.filter(([, value]) => value === null).map(([one]) => one),
  };
}

const endOfMonth = (day: CalendarDate): CalendarDate => {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))];
  const next =
    month === 12 ? firstDayOfYear(year + 1) : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(calendarDate(next), -1);
};

/** The days that belong to the day of assessment, as parameters of expressions. */
export const daysOf = (day: CalendarDate): Values => ({
  day,
  monthStart: `${day.slice(0, 7)}-01` as CalendarDate,
  monthEnd: endOfMonth(day),
  yearStart: firstDayOfYear(yearOf(day)),
  yearEnd: lastDayOfYear(yearOf(day)),
});

/** Everything that the conditions of these rules may be asked with; a parameter without a value is unknown. */
export const parametersOf = ({ programme, moment, values }: RulesInForce): Values => ({
  ...daysOf(moment.day),
  ...Object.fromEntries(programme.parameters.map(({ key }) => [key, values[key]?.value ?? null])),
});
