import { calendarDate } from '../calendar-date.ts';
import {
  and,
  atLeast,
  atMost,
  choose,
  date,
  type Expression,
  fullMonths,
  fullYears,
  isKnown,
  isUnknown,
  monthsAfter,
  moreThan,
  or,
  parameter,
  unknown,
  yearsAfter,
} from '../expression/index.ts';
import { type AgeReference, type ComputedCondition, DAY_PARAMETERS } from './programme.ts';

type Day = Expression<'date'>;
type Bool = Expression<'boolean'>;
type Whole = Expression<'integer'>;

const dayNamed = (name: keyof typeof DAY_PARAMETERS): Day => parameter(name, DAY_PARAMETERS[name]);

/** The days that every condition may speak of. */
export const onDay = dayNamed('day');
export const atMonthStart = dayNamed('monthStart');
export const atMonthEnd = dayNamed('monthEnd');
export const atYearStart = dayNamed('yearStart');
export const atYearEnd = dayNamed('yearEnd');

/** Counted from a first of January before everybody: whole years and months from it begin with their first day. */
const ORIGIN = date(calendarDate('1800-01-01'));
export const firstOfYear = (of: Day): Day => yearsAfter(ORIGIN, fullYears(ORIGIN, of));
export const firstOfMonth = (of: Day): Day => monthsAfter(ORIGIN, fullMonths(ORIGIN, of));

/** Has come by `by`; unknown when nothing is known of the day. */
export const hasCome = (what: Day, by: Day = onDay): Bool => atMost(what, by);
/** Has come by `by`; a day of which nothing is known has not. */
export const isRecorded = (what: Day, by: Day = onDay): Bool => and(isKnown(what), atMost(what, by));
/** Not over by `by`; no end is known: it goes on. */
export const isOpen = (end: Day, by: Day = onDay): Bool => or(isUnknown(end), moreThan(end, by));
/** From `from` up to, not including, `to`; unknown when the beginning is. */
export const lasts = ({ from, to, on = onDay }: { from: Day; to: Day; on?: Day }): Bool =>
  and(atMost(from, on), isOpen(to, on));

/** Unknown where `when` is not true. */
export const onlyIf = <T extends 'boolean' | 'date' | 'integer'>(
  when: Bool,
  then: Expression<T>,
): Expression<T> => choose(when, { then, otherwise: unknown(then.type) });

type Asked = Pick<ComputedCondition, 'holds' | 'value' | 'threshold' | 'metFrom' | 'metUntil'>;

const lastDayOf: Readonly<Record<AgeReference, Day>> = { day: onDay, month: atMonthEnd, year: atYearEnd };
const firstDayOf: Readonly<Record<AgeReference, (of: Day) => Day>> = {
  day: (of) => of,
  month: firstOfMonth,
  year: firstOfYear,
};

interface Age {
  readonly birth: Day;
  readonly years: Whole;
  /** On the day itself, or by the end of its month or year: every age in a rule has to say which. */
  readonly by: AgeReference;
}

/** An age that has to be reached. */
export const reachesAge = ({ birth, years, by }: Age): Asked & { readonly metFrom: Day } => ({
  holds: atMost(yearsAfter(birth, years), lastDayOf[by]),
  value: fullYears(birth, lastDayOf[by]),
  threshold: years,
  metFrom: firstDayOf[by](yearsAfter(birth, years)),
  metUntil: null,
});

const firstDayBy: Readonly<Record<AgeReference, Day>> = {
  day: onDay,
  month: atMonthStart,
  year: atYearStart,
};

/**
 * An age that is not yet reached: on the day itself, or at the beginning of its month or year (of the month and year in
 * which it is reached one still counts as younger).
 */
export const isUnderAge = ({ birth, years, by }: Age): Asked => ({
  holds:
    by === 'day'
      ? moreThan(yearsAfter(birth, years), onDay)
      : atLeast(yearsAfter(birth, years), firstDayBy[by]),
  value: fullYears(birth, firstDayBy[by]),
  threshold: years,
  metFrom: null,
  metUntil: null,
});

/** What is met or not, with nothing to compare. */
export const plainly = (holds: Bool): Asked => ({
  holds,
  value: null,
  threshold: null,
  metFrom: null,
  metUntil: null,
});

/** Born on or after a day. */
export const bornSince = (birth: Day, first: Day): Asked => ({
  ...plainly(atLeast(birth, first)),
  value: birth,
  threshold: first,
});

/** Born before the day after: until `last`. */
export const bornUntil = (birth: Day, last: Day): Asked => ({
  ...plainly(atMost(birth, last)),
  value: birth,
  threshold: last,
});
