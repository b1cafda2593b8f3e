import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type CalendarDate, type FactView, text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import type { Transaction } from '../operation/operation.ts';
import { askDuckDb, DUCKDB_TYPES, quoted } from './duckdb.ts';
import type { FactSource, ResultRow } from './fact-source.ts';
import { isSealed } from './seal.ts';
import { linkUnder, type SnapshotView } from './snapshot-view.ts';
import type { SealedSnapshot } from './take-snapshot.ts';

/** All sealed snapshots of a compartment, newest first. */
export async function listSnapshots(
  tx: Transaction,
  compartment: FactView['compartment'],
): Promise<readonly SealedSnapshot[]> {
  const rows = await tx
    .selectFrom('platform_snapshots')
    .selectAll()
    .where('compartment', '=', compartment)
    .orderBy('sealed_at', 'desc')
    .orderBy('snapshot_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.snapshot_id,
    compartment,
    at: row.at as CalendarDate,
    sealedAt: row.sealed_at.toISOString(),
    sha256: row.sha256,
    rows: row.rows,
  }));
}

const altered = (id: string) =>
  failure(
    'conflict',
    text(`快照 ${id} 的文件缺失或已被改动。`, `The files of snapshot ${id} are missing or were altered.`),
    text('请重新生成快照：jiahu snapshot --at 日期。', 'Take a new one: jiahu snapshot --at DATE.'),
  );

/** Where questions spill: beside the sealed folders, never in one. What a kill leaves of it goes with the next start. */
const SCRATCH = 'scratch';

/** Proves the seal and opens the snapshot for questions. */
export async function openSnapshot(folder: string, snapshot: SealedSnapshot): Promise<FactSource> {
  const path = join(folder, snapshot.id);
  if (!existsSync(path) || !(await isSealed(path, snapshot.sha256))) throw altered(snapshot.id);
  return {
    from: (view) => ((snapshot.rows[view.name] ?? 0) === 0 ? emptyView(view) : parquetView(path, view)),
    query: (statement) => askDuckDb(join(folder, SCRATCH), statement),
  };
}

/** Partition columns come back as numbers unless their type is said. */
const parquetView = (path: string, view: FactView): string =>
  `read_parquet(${quoted(join(path, view.name, '**', '*.parquet'))}, hive_partitioning = true, hive_types = {'county': VARCHAR})`;

/** A view without rows has no partition and so no file; a snapshot of an earlier version has none of a newer view. */
const emptyView = (view: FactView): string =>
  `(SELECT ${Object.entries(view.columns)
    .map(([name, column]) => `CAST(NULL AS ${DUCKDB_TYPES[column.type]}) AS ${name}`)
    .join(', ')} WHERE false) AS ${view.name}`;

const UNLINKED = Buffer.alloc(32);

/** The same questions over the live tables: for tests, spot checks and small cities. */
export function liveSource(tx: Transaction, views: readonly SnapshotView[], at: CalendarDate): FactSource {
  const link = linkUnder(UNLINKED);
  return {
    from: (view) => {
      const found = views.find((one) => one.view.name === view.name);
      if (!found) throw new Error(`no room gives the fact view ${view.name}`);
      return `(${found.select({ at, link })}) AS ${view.name}`;
    },
    query: async (statement) => (await sql.raw<ResultRow>(statement).execute(tx)).rows,
  };
}

/** Removes what an interrupted snapshot left behind: unfinished folders and folders that nobody noted. */
export function removeUnfinishedSnapshots(folder: string, noted: ReadonlySet<string>): readonly string[] {
  if (!existsSync(folder)) return [];
  const left = readdirSync(folder).filter((name) => !noted.has(name));
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
  return left;
}
