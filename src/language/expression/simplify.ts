import { addMonths, type CalendarDate, fromDayNumber, toDayNumber } from '../calendar-date.ts';
import { evaluate } from './evaluate.ts';
import type { Comparison, Expression, Shift } from './expression.ts';

type Literal = Expression & { readonly kind: 'literal' };
const isLiteral = (expression: Expression): expression is Literal => expression.kind === 'literal';
const literal = (type: Expression['type'], value: Literal['value']): Literal => ({
  kind: 'literal',
  type,
  value,
});

/** Parts of a node that are expressions themselves. */
const PARTS = ['left', 'right', 'when', 'then', 'otherwise', 'from', 'to', 'by'] as const;

function simplifyParts(expression: Expression): Expression {
  const copy: Record<string, unknown> = { ...expression };
  for (const key of PARTS) if (key in copy) copy[key] = simplify(copy[key] as Expression);
  const { of } = copy;
  if (Array.isArray(of)) copy['of'] = of.map((one: Expression) => simplify(one));
  else if (of !== undefined) copy['of'] = simplify(of as Expression);
  return copy as unknown as Expression;
}

/**
 * An expression of the same value for every subject, with what is certain beforehand worked out once: constants, and
 * days that a moved day is compared with (`60 years after the birth is not after D` asks for a birth until some day).
 */
export function simplify<E extends Expression>(expression: E): E {
  const simple = simplifyParts(expression);
  return simplifyNode(simple) as E;
}

function simplifyNode(node: Expression): Expression {
  if (node.kind === 'and' || node.kind === 'or') return simplifyJoined(node);
  if (node.kind === 'choose') return simplifyChoice(node);
  if (node.kind === 'extreme') return simplifyExtreme(node);
  if (node.kind === 'arithmetic' && node.operator === '+') return withoutZero(node);
  if (node.kind === 'compare')
    return isUnknowable(node) ? literal('boolean', null) : folded(withoutShift(node) ?? node);
  return folded(node);
}

type Choice = Expression & { readonly kind: 'choose' };
function simplifyChoice(node: Choice): Expression {
  if (isLiteral(node.when)) return node.when.value === true ? node.then : node.otherwise;
  const { then, otherwise } = node;
  return isLiteral(then) && isLiteral(otherwise) && then.value === otherwise.value ? then : node;
}

/** What is unknown does not count. */
function simplifyExtreme(node: Expression & { readonly kind: 'extreme' }): Expression {
  const of = node.of.filter((part) => !(isLiteral(part) && part.value === null));
  const [only] = of;
  if (only === undefined) return literal(node.type, null);
  return of.length === 1 ? only : folded({ ...node, of });
}

function withoutZero(node: Expression & { readonly kind: 'arithmetic' }): Expression {
  const isZero = (part: Expression) => isLiteral(part) && part.value === 0;
  if (isZero(node.left)) return node.right;
  return isZero(node.right) ? node.left : folded(node);
}

/** Compared with what nobody knows. */
const isUnknowable = ({ left, right }: Compared): boolean =>
  [left, right].some((part) => isLiteral(part) && part.value === null);

function folded(node: Expression): Expression {
  const parts = Object.values(node as unknown as Record<string, unknown>).filter(
    (part): part is Expression => typeof part === 'object' && part !== null && 'kind' in part,
  );
  if (node.kind === 'oneOf' && !isLiteral(node.of)) return node;
  if (parts.length === 0 || !parts.every(isLiteral)) return node;
  return literal(node.type, evaluate(node, { facts: {} }));
}

/** What decides nothing goes; what decides alone stays alone. */
function simplifyJoined(node: Expression & { readonly kind: 'and' | 'or' }): Expression {
  const decides = node.kind === 'or';
  if (node.of.some((part) => isLiteral(part) && part.value === decides)) return literal('boolean', decides);
  const of = node.of.filter((part) => !(isLiteral(part) && part.value === !decides));
  const [only] = of;
  if (only === undefined) return literal('boolean', !decides);
  return of.length === 1 ? only : { ...node, of };
}

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

type Compared = Expression & { readonly kind: 'compare' };
type Shifted = Expression & { readonly kind: 'shift' };

function withoutShift(node: Compared): Expression | null {
  const { left, right, comparison } = node;
  if (left.kind === 'shift' && isLiteral(right)) return unshifted(left, comparison, right);
  if (right.kind === 'shift' && isLiteral(left)) return unshifted(right, MIRRORED[comparison], left);
  return null;
}

const moved = (unit: Shift, day: CalendarDate, by: number) => addMonths(day, unit === 'years' ? by * 12 : by);

/** Days that anybody's life touches: outside them the comparison stays as it is. */
const EARLIEST = toDayNumber('1700-01-01' as CalendarDate);
const LATEST = toDayNumber('2300-01-01' as CalendarDate);

/** The first day that, moved, is not before `limit`: days keep their order when they are moved. */
function firstReaching(unit: Shift, by: number, limit: CalendarDate): CalendarDate | null {
  let [low, high] = [EARLIEST, LATEST];
  if (moved(unit, fromDayNumber(low), by) >= limit || moved(unit, fromDayNumber(high), by) < limit)
    return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (moved(unit, fromDayNumber(middle), by) >= limit) high = middle;
    else low = middle;
  }
  return fromDayNumber(high);
}

const addDay = (day: CalendarDate): CalendarDate => fromDayNumber(toDayNumber(day) + 1);

function unshifted({ of, by, unit }: Shifted, comparison: Comparison, limit: Literal): Expression | null {
  if (!isLiteral(by) || by.value === null || limit.value === null) return null;
  const day = limit.value as CalendarDate;
  const beyond = comparison === '<' || comparison === '>=' ? day : addDay(day);
  if (comparison === '=' || comparison === '<>') return null;
  const first = firstReaching(unit, Number(by.value), beyond);
  if (first === null) return null;
  const reaches = comparison === '>=' || comparison === '>';
  return {
    kind: 'compare',
    type: 'boolean',
    comparison: reaches ? '>=' : '<',
    left: of,
    right: literal('date', first),
  };
}
