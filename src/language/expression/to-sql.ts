import { parseCalendarDate } from '../calendar-date.ts';
import type { ValueType } from '../facts.ts';
import type { Values } from './evaluate.ts';
import type { Distance, Expression, Shift, Value } from './expression.ts';

export interface SqlOptions {
  /** How a fact column is written; by default its own name. */
  readonly column?: (name: string) => string;
  readonly parameters?: Values;
}

const SQL_TYPES: Readonly<Record<ValueType, string>> = {
  boolean: 'boolean',
  integer: 'bigint',
  code: 'text',
  date: 'date',
};

const COLUMN = /^[a-z_][a-z0-9_.]*$/;

/**
 * The expression as SQL that gives the same value on PostgreSQL and DuckDB, and the same as `evaluate`. Literals are
 * checked by type and quoted; nothing else from outside reaches the text.
 */
export function toSql(expression: Expression, options: SqlOptions = {}): string {
  const sql = (part: Expression) => toSql(part, options);
  switch (expression.kind) {
    case 'literal':
      return literalSql(expression.type, expression.value);
    case 'fact':
      return columnSql((options.column ?? ((name) => name))(expression.name));
    case 'parameter':
      return literalSql(expression.type, parameterValue(expression.name, options));
    case 'and':
    case 'or':
      return joined(expression.kind, expression.of.map(sql));
    case 'not':
      return `(NOT ${sql(expression.of)})`;
    case 'compare':
      return comparisonSql(expression, sql);
    case 'oneOf':
      return `(${sql(expression.of)} IN (${expression.values.map((one) => literalSql(expression.of.type, one)).join(', ')}))`;
    case 'isKnown':
      return `(${sql(expression.of)} IS NOT NULL)`;
    case 'choose':
      return `(CASE WHEN ${sql(expression.when)} THEN ${sql(expression.then)} ELSE ${sql(expression.otherwise)} END)`;
    case 'arithmetic':
      return `(${sql(expression.left)} ${expression.operator} ${sql(expression.right)})`;
    case 'extreme':
      // Both engines leave out what is unknown.
      return `${expression.pick}(${expression.of.map(sql).join(', ')})`;
    case 'distance':
      return distanceSql(expression.unit, sql(expression.from), sql(expression.to));
    case 'shift':
      return shiftSql(expression.unit, sql(expression.of), sql(expression.by));
  }
}

/** Codes are compared by code point on both engines, whatever the collation of a database. */
function comparisonSql(
  expression: Expression & { readonly kind: 'compare' },
  sql: (part: Expression) => string,
): string {
  const { comparison, left, right } = expression;
  const ordering = left.type === 'code' && comparison !== '=' && comparison !== '<>';
  return `(${sql(left)}${ordering ? ' COLLATE "C"' : ''} ${comparison} ${sql(right)})`;
}

const joined = (kind: 'and' | 'or', parts: readonly string[]) =>
  parts.length === 0
    ? kind === 'and'
      ? 'TRUE'
      : 'FALSE'
    : `(${parts.join(kind === 'and' ? ' AND ' : ' OR ')})`;

function parameterValue(name: string, options: SqlOptions): Value {
  const value = options.parameters?.[name];
  if (value === undefined) throw new Error(`nothing was said of the parameter "${name}"`);
  return value;
}

function columnSql(name: string): string {
  if (!COLUMN.test(name)) throw new Error(`not a column: ${name}`);
  return name;
}

function literalSql(type: ValueType, value: Value): string {
  if (value === null) return `CAST(NULL AS ${SQL_TYPES[type]})`;
  if (type === 'boolean' && typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (type === 'integer' && Number.isSafeInteger(value)) return `CAST(${String(value)} AS bigint)`;
  if (type === 'date' && typeof value === 'string' && parseCalendarDate(value)) return `DATE '${value}'`;
  if (type === 'code' && typeof value === 'string' && !value.includes('\0'))
    return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`not a ${type}: ${String(value)}`);
}

function distanceSql(unit: Distance, from: string, to: string): string {
  if (unit === 'days') return `CAST((${to} - ${from}) AS bigint)`;
  const part = (name: string, day: string) => `CAST(extract(${name} FROM ${day}) AS bigint)`;
  const months = `(${part('year', to)} * 12 + ${part('month', to)} - ${part('year', from)} * 12 - ${part('month', from)} - CASE WHEN ${part('day', to)} < ${part('day', from)} THEN 1 ELSE 0 END)`;
  return unit === 'months' ? months : `CAST(floor(${months} / 12.0) AS bigint)`;
}

/** Both engines stop at the last day of a month that is too short; the day that completes it is the next. */
function shiftSql(unit: Shift, of: string, by: string): string {
  const moved = `CAST(${of} + ${by} * INTERVAL '1 ${unit === 'years' ? 'year' : 'month'}' AS date)`;
  return `(${moved} + CASE WHEN extract(day FROM ${moved}) < extract(day FROM ${of}) THEN 1 ELSE 0 END)`;
}
