import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ValueType } from '../../language/index.ts';
import type { ResultRow } from './fact-source.ts';

export const DUCKDB_TYPES: Readonly<Record<ValueType, string>> = {
  boolean: 'BOOLEAN',
  integer: 'BIGINT',
  code: 'VARCHAR',
  date: 'DATE',
};

const MEMORY = '4GB';

/** The one instance that answers questions, by its scratch folder: it keeps what it knows of files between them. */
const readers = new Map<string, Promise<DuckDBInstance>>();

function readerOf(scratch: string): Promise<DuckDBInstance> {
  const known = readers.get(scratch);
  if (known) return known;
  const settings = { temp_directory: scratch, memory_limit: MEMORY };
  const made = DuckDBInstance.create(':memory:', settings);
  readers.set(scratch, made);
  made.catch(() => readers.delete(scratch));
  return made;
}

/** Asks one question with a small answer; spills into `scratch` beyond its memory. */
export async function askDuckDb(scratch: string, sql: string): Promise<readonly ResultRow[]> {
  const connection = await (await readerOf(scratch)).connect();
  try {
    return await queryDuckDb(connection, sql);
  } finally {
    connection.closeSync();
  }
}

/** An in-memory DuckDB of its own, closed when `work` is done; spills into `scratch` beyond its memory. */
export async function withDuckDb<T>(
  scratch: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: scratch,
    memory_limit: MEMORY,
  });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A path or text as an SQL literal. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Runs a statement with a small result: whole numbers as numbers, everything else as text. */
async function queryDuckDb(connection: DuckDBConnection, sql: string): Promise<readonly ResultRow[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjectsJS()
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
}

function plain(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return safeNumber(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new Error('a count is larger than a number holds exactly');
  }
  return Number(value);
}
