import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Text, text } from '../language/index.ts';
import type { SyntheticCity } from './build-city.ts';
import { copyRows, type LoadedTable, loadedTables } from './write-rows.ts';

export interface LoadOptions {
  readonly idDigest: (idNumber: string) => string;
  readonly sealIdNumber: (personId: string, idNumber: string) => string;
  readonly nameSound: (name: string) => string;
  readonly progress: (message: Text, done?: number, total?: number) => void;
}

/** Streams the city into the open transaction of `client`, one COPY a table. Returns the rows of each. */
export async function loadCity(
  client: pg.PoolClient,
  city: SyntheticCity,
  options: LoadOptions,
): Promise<Readonly<Record<LoadedTable, number>>> {
  const counts: Partial<Record<LoadedTable, number>> = {};
  for (const table of Object.keys(loadedTables) as LoadedTable[]) {
    const onPersons = (done: number) => {
      options.progress(text(`写入 ${table}`, `writing ${table}`), done, city.people.count);
    };
    const copy = client.query(
      copyFrom(`COPY ${table} (${loadedTables[table]}) FROM STDIN (FORMAT binary, FREEZE)`),
    );
    await pipeline(Readable.from(copyRows(city, table, { ...options, onPersons })), copy);
    counts[table] = copy.rowCount;
  }
  return counts as Record<LoadedTable, number>;
}
