import type { AreaCode } from '../area-code.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { LegalBasis } from '../service.ts';
import type { Text } from '../text.ts';
import { coversArea, type Place } from './place.ts';

/** What is said by a document for a place from one day on, and since when it could be known. */
export interface Dated {
  readonly place: Place;
  /** First day on which it holds. */
  readonly from: CalendarDate;
  /** Last day on which it holds; null: until something else is said. */
  readonly to: CalendarDate | null;
  readonly publishedOn: CalendarDate;
  readonly source: LegalBasis;
}

export interface DatedValue extends Dated {
  /** Money in fen, ages in years, otherwise what the unit says. */
  readonly value: number;
  /** Last day for which somebody has checked that it still holds; null where it ended or cannot change. */
  readonly confirmedThrough: CalendarDate | null;
  /** Made up for the demonstration: refused in the database of a real city. */
  readonly invented?: true;
}

/**
 * How what several levels say goes together: the nearest place alone counts; all of it is added; or one alone is
 * given, the largest.
 */
export const combinations = ['replace', 'top-up', 'exclusive'] as const;
export type Combining = (typeof combinations)[number];

export const parameterUnits = ['fen', 'years', 'months', 'days', 'grade', 'count', 'quarter'] as const;
export type ParameterUnit = (typeof parameterUnits)[number];

/** A number of a rule that differs by date and place. */
export interface Parameter {
  readonly key: string;
  readonly label: Text;
  readonly unit: ParameterUnit;
  readonly combine: Combining;
  /** Every value that is known to us; officers add those of their place, with document number and date. */
  readonly values: readonly DatedValue[];
}

/** When and where a value is asked for, and what could be known. */
export interface Moment {
  readonly day: CalendarDate;
  readonly knownAt: CalendarDate;
  readonly area: AreaCode;
}

export interface Resolved {
  readonly value: number;
  /** The values of which it is made, the nearest place first. */
  readonly from: readonly DatedValue[];
  /** Nobody has checked for this day that one of them still holds. */
  readonly stale: boolean;
}

const holds = ({ from, to, publishedOn, place }: Dated, { day, knownAt, area }: Moment): boolean =>
  coversArea(place, area) && publishedOn <= knownAt && from <= day && (to === null || day <= to);

/** Of two that hold in the same place the one published later counts; of the same day the one that began later. */
const isLater = (one: Dated, other: Dated): boolean =>
  one.publishedOn > other.publishedOn || (one.publishedOn === other.publishedOn && one.from > other.from);

/** What holds at a moment, one for each place that says something, the nearest place first. */
export function inForceAt<D extends Dated>(all: readonly D[], moment: Moment): readonly D[] {
  const byPlace = new Map<string, D>();
  for (const one of all.filter((each) => holds(each, moment))) {
    const known = byPlace.get(one.place.digits);
    if (!known || isLater(one, known)) byPlace.set(one.place.digits, one);
  }
  return [...byPlace.values()].sort((a, b) => b.place.digits.length - a.place.digits.length);
}

const largest = (values: readonly DatedValue[]) =>
  values.reduce<readonly DatedValue[]>(
    ([best], one) => [best === undefined || one.value > best.value ? one : best],
    [],
  );

const chosen: Readonly<Record<Combining, (values: readonly DatedValue[]) => readonly DatedValue[]>> = {
  replace: (values) => values.slice(0, 1),
  'top-up': (values) => values,
  exclusive: largest,
};

/** The value at a moment, with where it comes from; null when nothing is said of it: never the last one known. */
export function resolveValue({ values, combine }: Parameter, moment: Moment): Resolved | null {
  const from = chosen[combine](inForceAt(values, moment));
  if (from.length === 0) return null;
  return {
    value: from.reduce((sum, one) => sum + one.value, 0),
    from,
    stale: from.some(({ confirmedThrough }) => confirmedThrough !== null && moment.day > confirmedThrough),
  };
}
