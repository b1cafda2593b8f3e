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

const PRIMARY_KEYS = `
  SELECT conname AS name, conrelid::regclass::text AS table,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS statement
  FROM pg_constraint WHERE contype = 'p' AND conrelid::regclass::text LIKE 'register\\_%'`;

const INDEXES = `
  SELECT i.relname AS name, x.indrelid::regclass::text AS table, pg_get_indexdef(i.oid) AS statement
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
  WHERE x.indrelid::regclass::text LIKE 'register\\_%' AND NOT x.indisprimary`;

/** For this transaction alone: sorting millions of keys in memory, on both cores. */
const ROOM = `SET LOCAL maintenance_work_mem = '1GB'; SET LOCAL work_mem = '512MB';
  SET LOCAL max_parallel_maintenance_workers = 2; SET LOCAL max_parallel_workers_per_gather = 2`;

/**
 * Runs a bulk load with keys and indexes taken off and put back in the same transaction: checking each of millions of
 * rows by itself costs several times as much as one sort or join at the end, and finds the same. The tables are
 * emptied first, which they must be already: rows of a table that is new in its transaction need no log of their own.
 */
export async function withoutRowChecks<T>(bulk: BulkTransaction, load: () => Promise<T>): Promise<T> {
  const { client } = bulk;
  await client.query(ROOM);
  const { rows: foreign } = await client.query<Definition>(FOREIGN_KEYS);
  const { rows: indexes } = await client.query<Definition>(INDEXES);
  const { rows: primary } = await client.query<Definition>(PRIMARY_KEYS);
  for (const key of [...foreign, ...primary])
    await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
  const tables = [...new Set(primary.map((key) => key.table))];
  await client.query(`TRUNCATE ${tables.join(', ')}`);
  const loaded = await load();
  for (const { statement } of [...primary, ...indexes, ...foreign]) await client.query(statement);
  for (const table of tables) await client.query(`ANALYZE ${table}`);
  return loaded;
}
