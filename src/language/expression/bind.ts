import type { Values } from './evaluate.ts';
import type { Expression, Value } from './expression.ts';

const PARTS = ['left', 'right', 'when', 'then', 'otherwise', 'from', 'to', 'by'] as const;

function withParts(expression: Expression, replace: (part: Expression) => Expression): Expression {
  const copy: Record<string, unknown> = { ...expression };
  for (const key of PARTS) if (key in copy) copy[key] = replace(copy[key] as Expression);
  const { of } = copy;
  if (Array.isArray(of)) copy['of'] = of.map((one: Expression) => replace(one));
  else if (of !== undefined) copy['of'] = replace(of as Expression);
  return copy as unknown as Expression;
}

const literal = (expression: Expression, value: Value): Expression =>
  ({ kind: 'literal', type: expression.type, value }) as unknown as Expression;

/** The expression with what is given in place of its parameters; those of which nothing is said stay. */
export function bind<E extends Expression>(expression: E, values: Values): E {
  return filled(expression, 'parameter', values) as E;
}

/** The expression for those of whom some facts are the same: what is given stands in place of the columns. */
export function assume<E extends Expression>(expression: E, facts: Values): E {
  return filled(expression, 'fact', facts) as E;
}

function filled(expression: Expression, kind: 'parameter' | 'fact', values: Values): Expression {
  if (expression.kind === 'literal') return expression;
  if (expression.kind === 'parameter' || expression.kind === 'fact') {
    const value = expression.kind === kind ? values[expression.name] : undefined;
    return value === undefined ? expression : literal(expression, value);
  }
  return withParts(expression, (part) => filled(part, kind, values));
}
