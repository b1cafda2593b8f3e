import { type CalendarDate, firstDayOfYear, yearOf } from '../calendar-date.ts';
import type { AwardPeriod } from './award-expression.ts';
import { type Moment, type Parameter, resolveValue } from './dated-value.ts';
import type { Award } from './programme.ts';
import { type EnteredValue, parametersOf, type RulesInForce, withEntered } from './rules-in-force.ts';

/** The rules with what each period is paid with. */
export interface PricedRules {
  readonly award: Award;
  readonly periods: readonly AwardPeriod[];
  /** Rates of which nothing is said for a period. */
  readonly missing: readonly { readonly parameter: Parameter; readonly first: CalendarDate }[];
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The first days of the months of a year; for a yearly amount that of the year. */
export const periodsOf = ({ per }: Award, year: number): readonly CalendarDate[] =>
  per === 'year'
    ? [firstDayOfYear(year)]
    : MONTHS.map((month) => `${String(year)}-${month}-01` as CalendarDate);

/**
 * The periods of the year of the assessment with their rates, each as it holds on its first day. Null for what is
 * given in kind. A period before the programme began is not paid.
 */
export function priceRules(rules: RulesInForce, entered: readonly EnteredValue[] = []): PricedRules | null {
  const { programme, moment } = rules;
  const { award } = programme;
  if (award.kind === 'in-kind') return null;
  const parameters = withEntered(programme, entered);
  const values = parametersOf(rules);
  const missing: { parameter: Parameter; first: CalendarDate }[] = [];
  const periods = periodsOf(award, yearOf(moment.day))
    .filter((first) => award.per === 'year' || first >= programme.from)
    .filter((first) => programme.to === null || first <= programme.to)
    .map((first) => ({
      first,
      values,
      fen: fenOf(award, { parameters, moment: { ...moment, day: first }, missing }),
    }));
  return { award, periods, missing };
}

interface Pricing {
  readonly parameters: readonly Parameter[];
  readonly moment: Moment;
  readonly missing: { parameter: Parameter; first: CalendarDate }[];
}

/** The part of a yearly amount that a month brings: twelve of them make the whole. */
function shareOfMonth(yearly: number, first: CalendarDate): number {
  const month = Number(first.slice(5, 7));
  return Math.floor((yearly * month) / 12) - Math.floor((yearly * (month - 1)) / 12);
}

function fenOf(award: Award, { parameters, moment, missing }: Pricing): Readonly<Record<string, number>> {
  const isShared = award.per === 'month' && award.ratesPer === 'year';
  const entries = Object.entries(award.rates).flatMap(([variant, key]) => {
    const parameter = parameters.find((one) => one.key === key);
    if (!parameter) throw new Error(`no parameter ${key}`);
    const resolved = resolveValue(parameter, moment);
    if (!resolved) missing.push({ parameter, first: moment.day });
    if (!resolved) return [];
    const fen = isShared ? shareOfMonth(resolved.value, moment.day) : resolved.value;
    return [[variant, fen] as const];
  });
  return Object.fromEntries(entries);
}
