import type { FactView } from '../../language/index.ts';

/** A row of a small result: numbers arrive as numbers, codes and dates as strings. */
export type ResultRow = Readonly<Record<string, string | number | null>>;

/**
 * Something that holds fact views and answers SQL over them: a sealed snapshot (DuckDB over Parquet) or the live
 * tables (PostgreSQL). The same statement runs on both; results are small (aggregates), never rows of persons.
 */
export interface FactSource {
  /** What to write after FROM to read `view`. */
  readonly from: (view: FactView) => string;
  readonly query: (sql: string) => Promise<readonly ResultRow[]>;
}
