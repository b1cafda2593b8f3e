import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/test-database.ts';
import { arbitraryExpression, arbitraryRow, testView } from './arbitrary.ts';
import { type Expression, evaluate, toSql, type Value, type Values } from './index.ts';

const RUNS = process.env['JIAHU_LONG'] ? 20_000 : 600;
const BATCH = 60;

const { database } = await testDatabase();
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();

const literalRow = (row: Values) =>
  Object.entries(testView.columns)
    .map(([name, column]) => toSql({ kind: 'literal', type: column.type, value: row[name] ?? null }))
    .join(', ');

interface Case {
  readonly expression: Expression;
  readonly row: Values;
}

/** All cases of a batch in one statement: each is a column over its own row. */
const statement = (cases: readonly Case[]) => {
  const columns = Object.keys(testView.columns).join(', ');
  return cases
    .map(({ expression, row }, index) => {
      const value = expression.type === 'boolean' ? toSql(expression) : `CAST(${toSql(expression)} AS text)`;
      return `SELECT ${String(index)} AS n, CAST(${value} AS text) AS v FROM (VALUES (${literalRow(row)})) AS facts (${columns})`;
    })
    .join(' UNION ALL ');
};

const written = (value: Value) => (value === null ? null : String(value));

async function onPostgres(sql: string): Promise<readonly (string | null)[]> {
  const { rows } = await database.app.query<{ n: number; v: string | null }>(`${sql} ORDER BY n`);
  return rows.map((row) => row.v);
}

async function onDuckDb(sql: string): Promise<readonly (string | null)[]> {
  const reader = await duckdb.runAndReadAll(`${sql} ORDER BY n`);
  return reader.getRowsJS().map((row) => (row[1] === null ? null : String(row[1])));
}

it(`gives the same on PostgreSQL, on DuckDB and interpreted, for ${String(RUNS)} random expressions`, async () => {
  const batch = fc.array(
    fc.record({
      expression: fc
        .constantFrom('boolean', 'integer', 'code', 'date')
        .chain((type) => arbitraryExpression(type as 'boolean', 4)),
      row: arbitraryRow,
    }),
    { minLength: BATCH, maxLength: BATCH },
  );
  await fc.assert(
    fc.asyncProperty(batch, async (cases) => {
      const small = cases.filter((one) => isCalculable(one));
      if (small.length === 0) return;
      const sql = statement(small);
      const interpreted = small.map(({ expression, row }) => written(evaluate(expression, { facts: row })));
      expect(await onPostgres(sql)).toEqual(interpreted);
      expect(await onDuckDb(sql)).toEqual(interpreted);
    }),
    { numRuns: Math.ceil(RUNS / BATCH), endOnFailure: true },
  );
}, 600_000);

/** Products of products may leave the range in which numbers are exact: the interpreter refuses them. */
function isCalculable({ expression, row }: Case): boolean {
  try {
    evaluate(expression, { facts: row });
    return true;
  } catch {
    return false;
  }
}
