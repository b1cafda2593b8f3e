import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDate, type FactView, text } from '../../language/index.ts';
import type { Database } from '../database/connect.ts';
import { asDomainError } from '../database/database-errors.ts';
import { actorScope } from '../database/scope.ts';
import type { ProcessContext } from '../operation/operation.ts';
import { copyOut } from './copy-out.ts';
import { DUCKDB_TYPES, quoted, withDuckDb } from './duckdb.ts';
import { folderSha256 } from './seal.ts';
import { linkUnder, type SnapshotView } from './snapshot-view.ts';

const LINK_KEY_BYTES = 32;

export interface SealedSnapshot {
  readonly id: string;
  readonly compartment: FactView['compartment'];
  /** What had happened by the end of this day is in it. */
  readonly at: CalendarDate;
  readonly sealedAt: string;
  readonly sha256: string;
  readonly rows: Readonly<Record<string, number>>;
}

export interface SnapshotPlan {
  readonly database: Database;
  /** Folder that holds one folder a snapshot. */
  readonly folder: string;
  readonly compartment: FactView['compartment'];
  readonly views: readonly SnapshotView[];
  readonly at: CalendarDate;
}

/**
 * Reads all views of a compartment at one moment of the database, writes them as Parquet with a partition per county,
 * seals the folder with its checksum and notes it. The folder gets its name only when it is whole; a kill before
 * leaves a folder ending in `.new`, which the next start removes.
 */
export async function takeSnapshot(context: ProcessContext, plan: SnapshotPlan): Promise<SealedSnapshot> {
  const id = context.newId();
  const linkKey = context.randomBytes(LINK_KEY_BYTES);
  const unfinished = join(plan.folder, `${id}.new`);
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    const rows = await writeViews(context, plan, { folder: unfinished, linkKey });
    const sha256 = await folderSha256(unfinished);
    renameSync(unfinished, join(plan.folder, id));
    return await noteSnapshot(context, { id, plan, sha256, rows, linkKey });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw asDomainError(error);
  }
}

interface Destination {
  readonly folder: string;
  readonly linkKey: Buffer;
}

async function writeViews(
  context: ProcessContext,
  plan: SnapshotPlan,
  to: Destination,
): Promise<Record<string, number>> {
  const link = linkUnder(to.linkKey);
  const csvOf = (view: FactView) => join(to.folder, `${view.name}.csv`);
  const copies = plan.views.map(({ view, select }) => ({
    sql: select({ at: plan.at, link }),
    file: csvOf(view),
  }));
  context.progress(text('正在读取登记簿', 'reading the register'));
  await copyOut(plan.database, actorScope(context.actor), copies);
  const rows: Record<string, number> = {};
  await withDuckDb(to.folder, async (connection) => {
    for (const { view } of plan.views) {
      context.progress(text(`正在封存 ${view.name}`, `sealing ${view.name}`));
      const written = await connection.runAndReadAll(
        parquetStatement(view, csvOf(view), join(to.folder, view.name)),
      );
      rows[view.name] = Number(written.getRowsJS()[0]?.[0] ?? 0);
      rmSync(csvOf(view));
    }
  });
  return rows;
}

function parquetStatement(view: FactView, csv: string, folder: string): string {
  const columns = Object.entries(view.columns)
    .map(([name, column]) => `'${name}': '${DUCKDB_TYPES[column.type]}'`)
    .join(', ');
  const read = `read_csv(${quoted(csv)}, columns = {${columns}}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"')`;
  return `COPY (SELECT * FROM ${read}) TO ${quoted(folder)} (FORMAT parquet, PARTITION_BY (county), COMPRESSION zstd)`;
}

interface Finished {
  readonly id: string;
  readonly plan: SnapshotPlan;
  readonly sha256: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly linkKey: Buffer;
}

async function noteSnapshot(context: ProcessContext, finished: Finished): Promise<SealedSnapshot> {
  const { id, plan, sha256, rows, linkKey } = finished;
  const sealedAt = context.now();
  await context.transaction(async ({ tx }) => {
    await tx
      .insertInto('platform_snapshots')
      .values({
        snapshot_id: id,
        compartment: plan.compartment,
        at: plan.at,
        sealed_at: sealedAt,
        sha256,
        folder: id,
        rows: JSON.stringify(rows),
      })
      .execute();
    await tx.insertInto('platform_snapshot_keys').values({ snapshot_id: id, link_key: linkKey }).execute();
  });
  return { id, compartment: plan.compartment, at: plan.at, sealedAt: sealedAt.toISOString(), sha256, rows };
}
