import { CompiledQuery, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../operation/operation.ts';

/** Texts that connections keep a plan of, with the names under which they do. */
const names = new Map<string, string>();

/**
 * A statement that finds a few rows by key, planned once for each connection: where policies stand on a table, planning
 * takes longer than finding. It has `$1`, `$2` … for its values, and as many of them each time.
 */
export function keyedRead<T>(
  text: string,
): (tx: Transaction, values: readonly (string | null)[]) => Promise<readonly T[]> {
  names.set(text, names.get(text) ?? `keyed_${String(names.size + 1)}`);
  return async (tx, values) => (await tx.executeQuery<T>(CompiledQuery.raw(text, [...values]))).rows;
}

/** Nothing here streams, so no cursor is ever given to `query`. */
const preparing = (client: pg.PoolClient): PostgresPoolClient => ({
  query: ((sql: string, values: readonly unknown[]): unknown =>
    client.query({ text: sql, values: [...values], name: names.get(sql) })) as PostgresPoolClient['query'],
  release: (destroy) => {
    client.release(destroy);
  },
});

/** A pool whose connections keep the plans of keyed reads. */
export const preparingPool = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => preparing(await pool.connect()),
  end: () => pool.end(),
});
