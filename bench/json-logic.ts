import type { RulesLogic } from 'json-logic-js';
import type { Comparison, Expression } from '../src/language/index.ts';

/*
 * Conditions in the words of json-logic-js, for comparison. It knows two values, so that each condition is written
 * twice: when it is true, and when it is false; what is neither cannot be told. Days are numbers.
 */
type Logic = RulesLogic;

const known = (of: Expression): Logic =>
  of.kind === 'literal' ? of.value !== null : of.kind === 'fact' ? { '!==': [{ var: of.name }, null] } : true;

const DAY_MS = 86_400_000;
const plain = (expression: Expression & { readonly kind: 'literal' }) =>
  expression.type === 'date' && typeof expression.value === 'string'
    ? Date.parse(`${expression.value}T00:00:00Z`) / DAY_MS
    : expression.value;

function valueOf(expression: Expression): Logic {
  switch (expression.kind) {
    case 'literal':
      return plain(expression);
    case 'fact':
      return { var: expression.name };
    case 'choose':
      return { if: [isTrue(expression.when), valueOf(expression.then), valueOf(expression.otherwise)] };
    case 'arithmetic':
      return { '+': [valueOf(expression.left), valueOf(expression.right)] };
    case 'parameter':
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'oneOf':
    case 'isKnown':
    case 'extreme':
    case 'distance':
    case 'shift':
      throw new Error(`json-logic has no ${expression.kind}`);
  }
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const OPERATORS: Readonly<Record<Comparison, string>> = {
  '=': '===',
  '<>': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const compared = (
  { left, right }: Expression & { readonly kind: 'compare' },
  comparison: Comparison,
): Logic =>
  ({
    and: [known(left), known(right), { [OPERATORS[comparison]]: [valueOf(left), valueOf(right)] }],
  }) as unknown as Logic;

/** When a condition is true. */
export function isTrue(expression: Expression): Logic {
  switch (expression.kind) {
    case 'literal':
      return expression.value === true;
    case 'and':
      return { and: expression.of.map(isTrue) };
    case 'or':
      return { or: expression.of.map(isTrue) };
    case 'not':
      return isFalse(expression.of);
    case 'isKnown':
      return known(expression.of);
    case 'compare':
      return compared(expression, expression.comparison);
    case 'choose':
      return { if: [isTrue(expression.when), isTrue(expression.then), isTrue(expression.otherwise)] };
    case 'fact':
    case 'parameter':
    case 'oneOf':
    case 'arithmetic':
    case 'extreme':
    case 'distance':
    case 'shift':
      throw new Error(`json-logic has no ${expression.kind}`);
  }
}

/** When it is false. */
export function isFalse(expression: Expression): Logic {
  switch (expression.kind) {
    case 'literal':
      return expression.value === false;
    case 'and':
      return { or: expression.of.map(isFalse) };
    case 'or':
      return { and: expression.of.map(isFalse) };
    case 'not':
      return isTrue(expression.of);
    case 'isKnown':
      return { '!': [known(expression.of)] };
    case 'compare':
      return compared(expression, opposite[expression.comparison]);
    case 'choose':
      return { if: [isTrue(expression.when), isFalse(expression.then), isFalse(expression.otherwise)] };
    case 'fact':
    case 'parameter':
    case 'oneOf':
    case 'arithmetic':
    case 'extreme':
    case 'distance':
    case 'shift':
      throw new Error(`json-logic has no ${expression.kind}`);
  }
}
