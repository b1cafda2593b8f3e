import { addMonths, type CalendarDate, toDayNumber } from '../calendar-date.ts';
import type { ValueType } from '../facts.ts';
import type {
  Arithmetic,
  Comparison,
  Distance,
  Expression,
  Extreme,
  Known,
  Shift,
  Value,
} from './expression.ts';

export type Values = Readonly<Record<string, Value>>;

/** What is known of one subject, and what the user of the expression gives. */
export interface Situation {
  readonly facts: Values;
  readonly parameters?: Values;
}

/** The value of `expression` for one subject; unknown is null. */
export const evaluate = <T extends ValueType>(expression: Expression<T>, situation: Situation): Known<T> =>
  value(expression, situation) as Known<T>;

function value(expression: Expression, situation: Situation): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'fact':
      return lookUp(situation.facts, expression.name);
    case 'parameter':
      return lookUp(situation.parameters ?? {}, expression.name);
    case 'and':
      return conjunction(expression.of.map((part) => evaluate(part, situation)));
    case 'or':
      return negation(conjunction(expression.of.map((part) => negation(evaluate(part, situation)))));
    case 'not':
      return negation(evaluate(expression.of, situation));
    case 'compare':
      return compared(
        expression.comparison,
        value(expression.left, situation),
        value(expression.right, situation),
      );
    case 'oneOf':
      return membership(value(expression.of, situation), expression.values);
    case 'isKnown':
      return value(expression.of, situation) !== null;
    case 'choose':
      return value(
        value(expression.when, situation) === true ? expression.then : expression.otherwise,
        situation,
      );
    case 'arithmetic':
      return calculated(
        expression.operator,
        evaluate(expression.left, situation),
        evaluate(expression.right, situation),
      );
    case 'extreme':
      return extremeOf(
        expression.pick,
        expression.of.map((part) => value(part, situation)),
      );
    case 'distance':
      return distanceBetween(
        expression.unit,
        evaluate(expression.from, situation),
        evaluate(expression.to, situation),
      );
    case 'shift':
      return shifted(expression.unit, evaluate(expression.of, situation), evaluate(expression.by, situation));
  }
}

function lookUp(values: Values, name: string): Value {
  const found = values[name];
  if (found === undefined) throw new Error(`nothing was said of "${name}"; unknown is said as null`);
  return found;
}

const negation = (operand: boolean | null) => (operand === null ? null : !operand);

/** Kleene: one false makes false; otherwise one unknown makes unknown. */
const conjunction = (parts: readonly (boolean | null)[]) => {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
};

const membership = (operand: Value, values: readonly (string | number)[]) =>
  operand === null ? null : values.some((one) => one === operand);

/** Code points in order, as collation "C" compares them. */
const ordered = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

function compared(comparison: Comparison, left: Value, right: Value): boolean | null {
  if (left === null || right === null) return null;
  const order = typeof left === 'string' ? ordered(left, String(right)) : Number(left) - Number(right);
  switch (comparison) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function calculated(operator: Arithmetic, left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  const result = operator === '+' ? left + right : operator === '-' ? left - right : left * right;
  if (!Number.isSafeInteger(result)) throw new Error('a result is larger than a number holds exactly');
  return result === 0 ? 0 : result;
}

function extremeOf(pick: Extreme, values: readonly Value[]): Value {
  const known = values.filter((one) => one !== null);
  return known.reduce<Value>((best, one) => {
    if (best === null) return one;
    return (pick === 'least' ? one < best : one > best) ? one : best;
  }, null);
}

const parts = (day: CalendarDate) => ({
  months: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

function distanceBetween(unit: Distance, from: CalendarDate | null, to: CalendarDate | null): number | null {
  if (from === null || to === null) return null;
  if (unit === 'days') return toDayNumber(to) - toDayNumber(from);
  const [a, b] = [parts(from), parts(to)];
  const months = b.months - a.months - (b.day < a.day ? 1 : 0);
  return unit === 'months' ? months : Math.floor(months / 12);
}

const shifted = (unit: Shift, of: CalendarDate | null, by: number | null): CalendarDate | null =>
  of === null || by === null ? null : addMonths(of, unit === 'years' ? by * 12 : by);

/** An expression with the value of each of its parts: the answer to "why". */
export interface Explanation {
  readonly expression: Expression;
  readonly value: Value;
  readonly parts: readonly Explanation[];
}

/** The direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'fact':
    case 'parameter':
      return [];
    case 'and':
    case 'or':
    case 'extreme':
      return expression.of;
    case 'not':
    case 'oneOf':
    case 'isKnown':
      return [expression.of];
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'choose':
      return [expression.when, expression.then, expression.otherwise];
    case 'distance':
      return [expression.from, expression.to];
    case 'shift':
      return [expression.of, expression.by];
  }
}

export const explain = (expression: Expression, situation: Situation): Explanation => ({
  expression,
  value: value(expression, situation),
  parts: partsOf(expression).map((part) => explain(part, situation)),
});

/** The names of the fact columns that an expression speaks of. */
export function columnsOf(expression: Expression): ReadonlySet<string> {
  const own = expression.kind === 'fact' ? [expression.name] : [];
  return new Set([...own, ...partsOf(expression).flatMap((part) => [...columnsOf(part)])]);
}
