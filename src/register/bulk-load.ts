import type { BulkTransaction } from '../platform/index.ts';

interface Definition {
  readonly name: string;
  readonly table: string;
  readonly statement: string;
}

const FOREIGN_KEYS = `
  SELECT conname AS name, conrelid::regclass::text AS table,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS statement
  FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE 'register\\_%'`;

const INDEXES = `
  SELECT i.relname AS name, x.indrelid::regclass::text AS table, pg_get_indexdef(i.oid) AS statement
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
  WHERE x.indrelid::regclass::text LIKE 'register\\_%' AND NOT x.indisprimary`;

/**
 * Runs a bulk load with foreign keys and secondary indexes taken off and put back in the same transaction: checking
 * each of millions of rows by itself costs several times as much as one join at the end, and finds the same.
 */
export async function withoutRowChecks<T>(bulk: BulkTransaction, load: () => Promise<T>): Promise<T> {
  const { client } = bulk;
  const { rows: keys } = await client.query<Definition>(FOREIGN_KEYS);
  const { rows: indexes } = await client.query<Definition>(INDEXES);
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
  const loaded = await load();
  for (const { statement } of [...indexes, ...keys]) await client.query(statement);
  for (const table of new Set(keys.map((key) => key.table))) await client.query(`ANALYZE ${table}`);
  await client.query('ANALYZE register_persons');
  return loaded;
}
