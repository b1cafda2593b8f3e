import {
  type AreaCode,
  type CalendarDate,
  type EnteredValue,
  type Moment,
  type Programme,
  priceRules,
  resolveValue,
  rulesInForce,
  text,
  withEntered,
} from '../language/index.ts';
import { DomainError, readCity, type TransactionContext } from '../platform/index.ts';
import { yearsBetween } from './entitlement-months.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaidRate } from './payment-tables.ts';

/** Of which place and variant something is due, and since when. */
export interface Needed {
  /** Digits of the township. */
  readonly place: string;
  readonly variant: string;
  readonly since: CalendarDate;
}

interface Pricing {
  readonly programme: Programme;
  readonly through: CalendarDate;
  readonly knownAt: CalendarDate;
  readonly entered: readonly EnteredValue[];
  /** Months of which no rate is said are left out, where nothing is paid by it. */
  readonly lenient?: true;
}

const noRate = ({ programme }: Pricing, { place, variant }: Needed, month: CalendarDate) =>
  new DomainError({
    code: 'conflict',
    message: text(
      `“${programme.title.zh}”（${variant}）没有 ${month.slice(0, 7)} 在 ${place} 的标准。`,
      `Nothing is said of the rate of "${programme.title.en}" (${variant}) for ${month.slice(0, 7)} in ${place}.`,
    ),
    remedy: text(
      '请先录入标准及其文号、日期；没有标准的月份不发放，也不沿用旧标准。',
      'Enter the rate with its document and date first: nothing is paid at the last one known.',
    ),
  });

/** In a real city what was made up for the demonstration is worth nothing. */
function withoutInvented(programme: Programme): Programme {
  const parameters = programme.parameters.map((one) => ({
    ...one,
    values: one.values.filter(({ invented }) => invented !== true),
  }));
  return { ...programme, parameters };
}

/** The programme with the values that count in this city. */
export async function programmeHere(
  { tx }: TransactionContext,
  { programmes }: PaymentDependencies,
  key: string,
): Promise<Programme | null> {
  const found = programmes.find((one) => one.key === key) ?? null;
  const city = await readCity(tx);
  return found && city?.kind === 'real' ? withoutInvented(found) : found;
}

function isStale({ programme, entered }: Pricing, key: string, moment: Moment): boolean {
  const parameter = withEntered(programme, entered).find((one) => one.key === key);
  return parameter ? (resolveValue(parameter, moment)?.stale ?? false) : false;
}

/** What one place and variant is paid with in one year, for the periods that are wanted. */
function ratesOfYear(pricing: Pricing, needed: Needed, year: number): readonly PaidRate[] {
  const { programme, through, knownAt, entered } = pricing;
  const { award } = programme;
  if (award.kind !== 'money') return [];
  const area = needed.place.padEnd(12, '0') as AreaCode;
  const last = `${String(year)}-12-31` as CalendarDate;
  const moment = { day: last < through ? last : through, knownAt, area };
  const rules = rulesInForce(programme, moment, entered);
  const periods = rules ? (priceRules(rules, entered)?.periods ?? []) : [];
  const key = award.rates[needed.variant] ?? '';
  return periods
    .filter(({ first }) => award.per === 'year' || (first >= needed.since && first <= through))
    .flatMap(({ first, fen }) => {
      const rate = fen[needed.variant];
      if (rate === undefined && pricing.lenient) return [];
      if (rate === undefined) throw noRate(pricing, needed, first);
      const stale = isStale(pricing, key, { ...moment, day: first });
      return [{ place: needed.place, first, variant: needed.variant, fen: rate, stale }];
    })
    .filter((one) => one.fen > 0);
}

/** The rates of everything that is due, each as its month asks for and as it is known today. */
export const ratesOf = (pricing: Pricing, needed: readonly Needed[]): readonly PaidRate[] =>
  needed.flatMap((one) =>
    yearsBetween(one.since, pricing.through).flatMap((year) => ratesOfYear(pricing, one, year)),
  );

/** The last period that a quarter pays: a yearly amount belongs to the quarter that the rules name. */
export function isPaidIn({ award }: Programme, quarter: number): boolean {
  return award.kind === 'money' && (award.paidInQuarter === null || award.paidInQuarter === quarter);
}
