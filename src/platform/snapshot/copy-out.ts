import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import { type Scope, scopeStatements } from '../database/scope.ts';

export interface CopyToFile {
  readonly sql: string;
  readonly file: string;
}

/** As many copies at once: each is one process of the server. */
const CONNECTIONS = 2;
const READ_ONLY = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** A copy may take long, and joins all persons. */
const settings = (scope: Scope) =>
  `${scopeStatements(scope)}; SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '512MB'`;

/** Runs `work` on a connection of its own inside a read-only transaction. */
async function reading<T>(
  database: Database,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.app.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that broke in the middle of a stream is not used again.
    client.release(broken);
  }
}

async function copyAll(client: pg.PoolClient, waiting: CopyToFile[]): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const rows = client.query(copyTo(`COPY (${next.sql}) TO STDOUT (FORMAT csv)`));
    await pipeline(rows, createWriteStream(next.file, { mode: 0o600 }));
  }
}

/**
 * Writes the results of several SELECTs, all seen at one moment of the database, as CSV files without header. The
 * first connection exports what it sees, and the others see the same.
 */
export async function copyOut(
  database: Database,
  scope: Scope,
  copies: readonly CopyToFile[],
): Promise<void> {
  const waiting = [...copies];
  await reading(database, `${READ_ONLY}; ${settings(scope)}`, async (first) => {
    const { rows } = await first.query<{ seen: string }>('SELECT pg_export_snapshot() AS seen');
    const begin = `${READ_ONLY}; SET TRANSACTION SNAPSHOT '${rows[0]?.seen ?? ''}'; ${settings(scope)}`;
    const others = Array.from({ length: CONNECTIONS - 1 }, () =>
      reading(database, begin, (client) => copyAll(client, waiting)),
    );
    await Promise.all([copyAll(first, waiting), ...others]);
  });
}
