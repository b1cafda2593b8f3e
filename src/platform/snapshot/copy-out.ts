import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import { type Scope, scopeStatements } from '../database/scope.ts';

export interface CopyToFile {
  readonly sql: string;
  readonly file: string;
}

/** Writes the results of several SELECTs, all seen at one moment of the database, as CSV files without header. */
export async function copyOut(
  database: Database,
  scope: Scope,
  copies: readonly CopyToFile[],
): Promise<void> {
  const client = await database.app.connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${scopeStatements(scope)}; SET LOCAL statement_timeout = 0`,
    );
    for (const { sql, file } of copies) {
      const rows = client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT csv)`));
      await pipeline(rows, createWriteStream(file, { mode: 0o600 }));
    }
    await client.query('COMMIT');
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that broke in the middle of a stream is not used again.
    client.release(broken);
  }
}
