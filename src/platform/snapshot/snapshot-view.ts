import type { CalendarDate, FactView } from '../../language/index.ts';

interface Parameters {
  readonly at: CalendarDate;
  /** Turns an id column into the link key of this snapshot. */
  readonly link: (column: string) => string;
}

/** Rows of the live tables as they leave PostgreSQL: read once, however many views are built from them. */
export interface SnapshotSource {
  readonly name: string;
  /** Columns in order, with their types in DuckDB. */
  readonly columns: Readonly<Record<string, 'UUID' | 'VARCHAR' | 'DATE' | 'INTEGER'>>;
  readonly select: (parameters: Pick<Parameters, 'at'>) => string;
  /** An id whose link is wanted: it is hashed once a row of this source, and stands beside as `link`. */
  readonly linked?: string;
}

/** How a room gives a fact view: the statement that reads it from the live tables. */
export interface SnapshotView {
  readonly view: FactView;
  /**
   * A SELECT whose columns are those of `view`, in their order, holding what had happened by the end of `at`. It runs
   * on PostgreSQL.
   */
  readonly select: (parameters: Parameters) => string;
  /** For large views: the same rows made by DuckDB from sources, under whose names it finds them. */
  readonly built?: {
    readonly from: readonly SnapshotSource[];
    readonly select: (parameters: Pick<Parameters, 'at'>) => string;
  };
}

const KEY = /^[0-9a-f]{64}$/;

/** Hexadecimal digits of a link: 64 bits keep ten million persons apart but for a chance of three in a million. */
const DIGITS = 16;

function hexOf(key: Buffer): string {
  const hex = key.toString('hex');
  if (!KEY.test(hex)) throw new Error('a link key has 32 bytes');
  return hex;
}

/**
 * An id under `key` (32 bytes): nobody without the key can tell whose row it is, and the key can be destroyed. It is
 * the beginning of SHA-256 over key and id, in the words of PostgreSQL.
 */
export function linkUnder(key: Buffer): (column: string) => string {
  const hex = hexOf(key);
  return (column) =>
    `left(encode(sha256('\\x${hex}'::bytea || uuid_send(${column})), 'hex'), ${String(DIGITS)})`;
}

/** The same link in the words of DuckDB. */
export function linkInDuckDb(key: Buffer): (column: string) => string {
  const hex = hexOf(key);
  const bytes = (column: string) => `unhex('${hex}' || replace(CAST(${column} AS VARCHAR), '-', ''))`;
  return (column) => `left(sha256(${bytes(column)}), ${String(DIGITS)})`;
}
