export {
  and,
  atLeast,
  atMost,
  between,
  choose,
  code,
  date,
  daysBetween,
  differs,
  equals,
  factsOf,
  fullMonths,
  fullYears,
  integer,
  isKnown,
  isUnknown,
  lessThan,
  minus,
  moreThan,
  not,
  oneOf,
  or,
  parameter,
  plus,
  times,
  truth,
  unknown,
} from './build.ts';
export { describe } from './describe.ts';
export {
  columnsOf,
  type Explanation,
  evaluate,
  explain,
  partsOf,
  type Situation,
  type Values,
} from './evaluate.ts';
export type { Comparison, Expression, Known, Value } from './expression.ts';
export { type ExpressionFault, parseExpression, type ReadingFrame } from './parse.ts';
export { type SqlOptions, toSql } from './to-sql.ts';
