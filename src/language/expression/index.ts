export { assume, bind } from './bind.ts';
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
  earlier,
  earliestKnown,
  equals,
  factsOf,
  fullMonths,
  fullYears,
  integer,
  isKnown,
  isUnknown,
  later,
  latestKnown,
  lessThan,
  minus,
  monthsAfter,
  moreThan,
  not,
  oneOf,
  or,
  parameter,
  plus,
  times,
  truth,
  unknown,
  yearsAfter,
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
export { isNeverUnknown } from './never-unknown.ts';
export { type ExpressionFault, parseExpression, type ReadingFrame } from './parse.ts';
export { type Shared, type SharedPart, share } from './share.ts';
export { simplify } from './simplify.ts';
export { type SqlOptions, toSql } from './to-sql.ts';
