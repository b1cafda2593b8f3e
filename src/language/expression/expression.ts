import type { CalendarDate } from '../calendar-date.ts';
import type { ValueType } from '../facts.ts';

/** What an expression of each type gives; unknown is null. */
export interface ValueOf {
  readonly boolean: boolean;
  readonly integer: number;
  readonly code: string;
  readonly date: CalendarDate;
}

/** A value of type T, or unknown. */
export type Known<T extends ValueType> = ValueOf[T] | null;
export type Value = Known<ValueType>;

export const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** Integer arithmetic, and the distances between two days that rules speak of. */
export const arithmetics = ['+', '-', '*'] as const;
export type Arithmetic = (typeof arithmetics)[number];
export const distances = ['years', 'months', 'days'] as const;
export type Distance = (typeof distances)[number];
/** The one of several values that comes first or last; those that are unknown do not count. */
export const extremes = ['least', 'greatest'] as const;
export type Extreme = (typeof extremes)[number];
/** The units by which a day is moved: the day on which so many of them are completed. */
export const shifts = ['years', 'months'] as const;
export type Shift = (typeof shifts)[number];

/**
 * The one type in which measures, form rules, eligibility and survey relevance are written: plain data, three-valued
 * (true, false, unknown), typed over the columns of a fact view. `T` is carried by `type` in every node.
 */
export type Expression<T extends ValueType = ValueType> = Node & { readonly type: T };

type Node =
  | { readonly kind: 'literal'; readonly type: ValueType; readonly value: Value }
  | { readonly kind: 'fact'; readonly type: ValueType; readonly name: string }
  | { readonly kind: 'parameter'; readonly type: ValueType; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly type: 'boolean'; readonly of: readonly Expression<'boolean'>[] }
  | { readonly kind: 'not'; readonly type: 'boolean'; readonly of: Expression<'boolean'> }
  | {
      readonly kind: 'compare';
      readonly type: 'boolean';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'oneOf';
      readonly type: 'boolean';
      readonly of: Expression<'code' | 'integer'>;
      readonly values: readonly (string | number)[];
    }
  | { readonly kind: 'isKnown'; readonly type: 'boolean'; readonly of: Expression }
  | {
      readonly kind: 'choose';
      readonly type: ValueType;
      readonly when: Expression<'boolean'>;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly type: 'integer';
      readonly operator: Arithmetic;
      readonly left: Expression<'integer'>;
      readonly right: Expression<'integer'>;
    }
  | {
      readonly kind: 'extreme';
      readonly type: 'date' | 'integer';
      readonly pick: Extreme;
      readonly of: readonly Expression[];
    }
  | {
      readonly kind: 'distance';
      readonly type: 'integer';
      readonly unit: Distance;
      readonly from: Expression<'date'>;
      readonly to: Expression<'date'>;
    }
  | {
      readonly kind: 'shift';
      readonly type: 'date';
      readonly unit: Shift;
      readonly of: Expression<'date'>;
      readonly by: Expression<'integer'>;
    };
