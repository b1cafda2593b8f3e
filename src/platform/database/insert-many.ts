import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../operation/operation.ts';

type ManyRows = readonly Readonly<Record<string, unknown>>[];

/** Rows of one shape as one parameter: JSON, which the table's own row type reads. */
export const rowsOf = (table: string, rows: ManyRows): RawBuilder<unknown> =>
  sql`json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;

/** Inserts any number of rows of one shape in one statement, under row-level security as any other. */
export async function insertMany(tx: Transaction, table: string, rows: ManyRows): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns} FROM ${rowsOf(table, rows)}`.execute(
    tx,
  );
}
