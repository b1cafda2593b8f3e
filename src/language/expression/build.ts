import type { CalendarDate } from '../calendar-date.ts';
import type { FactColumn, FactView, ValueType } from '../facts.ts';
import type {
  Arithmetic,
  Comparison,
  Distance,
  Expression,
  Extreme,
  Known,
  Shift,
  ValueOf,
} from './expression.ts';

type Bool = Expression<'boolean'>;
type Int = Expression<'integer'>;

const literal = <T extends ValueType>(type: T, value: Known<T>): Expression<T> => ({
  kind: 'literal',
  type,
  value,
});

export const truth = (value: boolean): Bool => literal('boolean', value);
export const integer = (value: number): Int => {
  if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${String(value)}`);
  return literal('integer', value);
};
export const code = (value: string): Expression<'code'> => literal('code', value);
export const date = (value: CalendarDate): Expression<'date'> => literal('date', value);
/** A value of which nothing is known. */
export const unknown = <T extends ValueType>(type: T): Expression<T> => literal(type, null);

/** A value that is given when the expression is used, `periodEnd`. */
export const parameter = <T extends ValueType>(name: string, type: T): Expression<T> => ({
  kind: 'parameter',
  type,
  name,
});

type FactsOf<V extends FactView> = {
  readonly [K in keyof V['columns']]: V['columns'][K] extends FactColumn<infer T>
    ? Expression<T> & Fact
    : never;
};
type Fact = { readonly codes?: readonly string[] };

/** References to the columns of `view`, typed: `factsOf(vitalEvents).kind` is a code. */
export function factsOf<V extends FactView>(view: V): FactsOf<V> {
  const facts = Object.entries(view.columns).map(([name, column]) => [
    name,
    { kind: 'fact', type: column.type, name, ...(column.codes ? { codes: column.codes } : {}) },
  ]);
  return Object.fromEntries(facts) as FactsOf<V>;
}

/** A code compared with a column that has a closed list must be in the list: a misspelt code would never match. */
function requireListed(fact: Expression & Fact, values: readonly (string | number | null)[]): void {
  const stray = values.find(
    (value) => fact.codes && typeof value === 'string' && !fact.codes.includes(value),
  );
  if (stray !== undefined)
    throw new Error(`"${String(stray)}" is not a code of ${'name' in fact ? fact.name : 'the fact'}`);
}

function withoutList<T extends ValueType>(fact: Expression<T> & Fact): Expression<T> {
  if (!fact.codes) return fact;
  return { kind: 'fact', type: fact.type, name: 'name' in fact ? fact.name : '' } as unknown as Expression<T>;
}

function compare(comparison: Comparison, left: Expression, right: Expression | ValueOf[ValueType]): Bool {
  const other = isExpression(right) ? right : literal(left.type, right as Known<ValueType>);
  if (left.type !== other.type) throw new Error(`a ${left.type} cannot be compared with a ${other.type}`);
  if (other.kind === 'literal') requireListed(left, [other.value as string]);
  return { kind: 'compare', type: 'boolean', comparison, left: withoutList(left), right: withoutList(other) };
}

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'kind' in value;

type Compare = <T extends ValueType>(
  left: Expression<T>,
  right: Expression<NoInfer<T>> | ValueOf[NoInfer<T>],
) => Bool;
export const equals: Compare = (left, right) => compare('=', left, right);
export const differs: Compare = (left, right) => compare('<>', left, right);
export const lessThan: Compare = (left, right) => compare('<', left, right);
export const atMost: Compare = (left, right) => compare('<=', left, right);
export const moreThan: Compare = (left, right) => compare('>', left, right);
export const atLeast: Compare = (left, right) => compare('>=', left, right);

export const and = (...of: readonly Bool[]): Bool => ({ kind: 'and', type: 'boolean', of });
export const or = (...of: readonly Bool[]): Bool => ({ kind: 'or', type: 'boolean', of });
export const not = (of: Bool): Bool => ({ kind: 'not', type: 'boolean', of });

/** Low ≤ value ≤ high. */
export const between = <T extends ValueType>(
  value: Expression<T>,
  low: Expression<NoInfer<T>>,
  high: Expression<NoInfer<T>>,
): Bool => and(compare('>=', value, low), compare('<=', value, high));

export function oneOf<T extends 'code' | 'integer'>(of: Expression<T>, values: readonly ValueOf[T][]): Bool {
  if (values.length === 0) throw new Error('a closed list needs a member');
  requireListed(of, values);
  return { kind: 'oneOf', type: 'boolean', of: withoutList<'code' | 'integer'>(of), values };
}

/** True or false, never unknown: whether anything is known of `of`. */
export const isKnown = (of: Expression): Bool => ({ kind: 'isKnown', type: 'boolean', of: withoutList(of) });
export const isUnknown = (of: Expression): Bool => not(isKnown(of));

/** `then` when `when` is true, `otherwise` when it is false or unknown. */
export const choose = <T extends ValueType>(
  when: Bool,
  branches: { readonly then: Expression<T>; readonly otherwise: Expression<T> },
): Expression<T> =>
  ({ kind: 'choose', type: branches.then.type, when, ...branches }) as unknown as Expression<T>;

const arithmetic = (operator: Arithmetic, left: Int, right: Int): Int => ({
  kind: 'arithmetic',
  type: 'integer',
  operator,
  left,
  right,
});
export const plus = (left: Int, right: Int): Int => arithmetic('+', left, right);
export const minus = (left: Int, right: Int): Int => arithmetic('-', left, right);
export const times = (left: Int, right: Int): Int => arithmetic('*', left, right);

type Days = Expression<'date'>;
const distance = (unit: Distance, from: Days, to: Days): Int => ({
  kind: 'distance',
  type: 'integer',
  unit,
  from: withoutList(from),
  to: withoutList(to),
});
/** Completed years (周岁): a person born on 29 February completes a year on 1 March of common years. */
export const fullYears = (from: Days, to: Days): Int => distance('years', from, to);
/** Completed months: from the 31st, a month without one completes on the first of the next. */
export const fullMonths = (from: Days, to: Days): Int => distance('months', from, to);
export const daysBetween = (from: Days, to: Days): Int => distance('days', from, to);

const shift = (unit: Shift, of: Days, by: Int): Days => ({
  kind: 'shift',
  type: 'date',
  unit,
  of: withoutList(of),
  by,
});
/** The day on which so many years are completed: the first on which `fullYears` says so. */
export const yearsAfter = (of: Days, by: Int): Days => shift('years', of, by);
/** The day on which so many months are completed: the first on which `fullMonths` says so. */
export const monthsAfter = (of: Days, by: Int): Days => shift('months', of, by);

type Both = <T extends 'date' | 'integer'>(left: Expression<T>, right: Expression<T>) => Expression<T>;
type Several = <T extends 'date' | 'integer'>(
  ...of: readonly [Expression<T>, ...Expression<T>[]]
) => Expression<T>;
const extreme =
  (pick: Extreme): Several =>
  (...of) =>
    ({ kind: 'extreme', type: of[0].type, pick, of: of.map(withoutList) }) as unknown as (typeof of)[0];
/** The earliest of several days that are known; unknown when none is. */
export const earliestKnown = extreme('least');
/** The latest of several days that are known; unknown when none is. */
export const latestKnown = extreme('greatest');

/** The later day, the larger number; unknown when either is. */
export const later: Both = (left, right) =>
  choose(compare('>=', left, right), { then: left, otherwise: ifBothKnown(left, right) });
/** The earlier day, the smaller number; unknown when either is. */
export const earlier: Both = (left, right) =>
  choose(compare('<=', left, right), { then: left, otherwise: ifBothKnown(left, right) });

const ifBothKnown: Both = (left, right) =>
  choose(isKnown(left), { then: right, otherwise: unknown(left.type) });
