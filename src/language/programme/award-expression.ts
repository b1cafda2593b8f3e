import type { CalendarDate } from '../calendar-date.ts';
import {
  and,
  atLeast,
  atMost,
  bind,
  choose,
  date,
  type Expression,
  equals,
  integer,
  isUnknown,
  lessThan,
  or,
  plus,
  type Values,
} from '../expression/index.ts';
import type { Award } from './programme.ts';
import { daysOf } from './rules-in-force.ts';

/** What a month (or a year) is paid with: the days that belong to it, the rules' numbers, and fen by variant. */
export interface AwardPeriod {
  /** The first day of the month, or of the year. */
  readonly first: CalendarDate;
  readonly values: Values;
  readonly fen: Readonly<Record<string, number>>;
}

type Bool = Expression<'boolean'>;

const dayIn = (days: Values, name: string) => date(days[name] as CalendarDate);

function begun({ since, start, per }: Award, days: Values): Bool {
  const end = dayIn(days, per === 'year' || start === 'same-year' ? 'yearEnd' : 'monthEnd');
  const inTime = start === 'next-month' ? lessThan(since, dayIn(days, 'monthStart')) : atMost(since, end);
  return or(isUnknown(since), inTime);
}

const lasting = ({ until, stop, per }: Award, days: Values): Bool =>
  or(
    isUnknown(until),
    atLeast(until, dayIn(days, per === 'year' || stop === 'same-year' ? 'yearStart' : 'monthStart')),
  );

const fenOf = (variant: Expression<'code'>, fen: AwardPeriod['fen']): Expression<'integer'> =>
  Object.entries(fen).reduce<Expression<'integer'>>(
    (otherwise, [code, value]) => choose(equals(variant, code), { then: integer(value), otherwise }),
    integer(0),
  );

/**
 * What is due for one period, in fen, for whoever is eligible. The variant that counts is that of the first day of a
 * month; of a yearly amount that of its last day.
 */
export function fenForPeriod(award: Award, { first, values, fen }: AwardPeriod): Expression<'integer'> {
  const days = daysOf(first);
  const day = award.per === 'year' ? days['yearEnd'] : first;
  const variant = bind(award.variant, { ...values, ...daysOf(day as CalendarDate) });
  const within = { ...award, since: bind(award.since, values), until: bind(award.until, values) };
  return choose(and(begun(within, days), lasting(within, days)), {
    then: variant.kind === 'literal' ? integer(fen[String(variant.value)] ?? 0) : fenOf(variant, fen),
    otherwise: integer(0),
  });
}

/** What is due for several periods together. */
export const fenForPeriods = (award: Award, periods: readonly AwardPeriod[]): Expression<'integer'> =>
  periods.map((one) => fenForPeriod(award, one)).reduce((sum, one) => plus(sum, one), integer(0));
