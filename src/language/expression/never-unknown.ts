import type { Expression } from './expression.ts';

type Known = ReadonlySet<string>;

/** Facts of which something is known wherever the expression is true. */
const impliedBy = (expression: Expression): readonly string[] => {
  if (expression.kind === 'isKnown' && expression.of.kind === 'fact') return [expression.of.name];
  return expression.kind === 'and' ? expression.of.flatMap(impliedBy) : [];
};

/** Facts of which something is known wherever the expression is false. */
const impliedByNot = (expression: Expression): readonly string[] => {
  if (expression.kind === 'not') return impliedBy(expression.of);
  return expression.kind === 'or' ? expression.of.flatMap(impliedByNot) : [];
};

/** Whether an expression always has a value, as far as its form tells. */
export function isNeverUnknown(expression: Expression, known: Known = new Set()): boolean {
  const all = (parts: readonly Expression[], also: readonly string[] = []) => {
    const within = new Set([...known, ...also]);
    return parts.every((part) => isNeverUnknown(part, within));
  };
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'fact':
      return known.has(expression.name);
    case 'parameter':
      return false;
    case 'isKnown':
      return true;
    // Where a part is false the others do not count: they are asked where all parts before are true.
    case 'and':
      return all(expression.of, expression.of.flatMap(impliedBy));
    case 'or':
      return all(expression.of, expression.of.flatMap(impliedByNot));
    case 'not':
    case 'oneOf':
      return all([expression.of]);
    case 'compare':
    case 'arithmetic':
      return all([expression.left, expression.right]);
    case 'extreme':
      return expression.of.some((part) => isNeverUnknown(part, known));
    case 'choose':
      return (
        all([expression.then], impliedBy(expression.when)) &&
        all(
          [expression.otherwise],
          isNeverUnknown(expression.when, known) ? impliedByNot(expression.when) : [],
        )
      );
    case 'distance':
      return all([expression.from, expression.to]);
    case 'shift':
      return all([expression.of, expression.by]);
  }
}
