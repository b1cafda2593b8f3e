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
import { linkInDuckDb, linkUnder, type SnapshotView } from './snapshot-view.ts';

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

/** What one copy brings from the database: rows that are a view already, or a source of views. */
interface Copied {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
  readonly linked?: string | undefined;
}

const viewColumns = (view: FactView) =>
  Object.fromEntries(Object.entries(view.columns).map(([name, { type }]) => [name, DUCKDB_TYPES[type]]));

/** Every source once, and every view that is not built from sources. */
function whatToCopy({ views, at }: SnapshotPlan, linkKey: Buffer): readonly Copied[] {
  const link = linkUnder(linkKey);
  const sources = new Set(views.flatMap(({ built }) => built?.from ?? []));
  return [
    ...[...sources].map(({ name, columns, select, linked }) => ({
      name,
      columns,
      linked,
      sql: select({ at }),
    })),
    ...views
      .filter(({ built }) => !built)
      .map(({ view, select }) => ({
        name: view.name,
        columns: viewColumns(view),
        sql: select({ at, link }),
      })),
  ];
}

const csvOf = (folder: string, { name }: Pick<Copied, 'name'>) => join(folder, `${name}.csv`);

async function writeViews(
  context: ProcessContext,
  plan: SnapshotPlan,
  to: Destination,
): Promise<Record<string, number>> {
  const copied = whatToCopy(plan, to.linkKey);
  context.progress(text('正在读取登记簿', 'reading the register'));
  const copies = copied.map((one) => ({ sql: one.sql, file: csvOf(to.folder, one) }));
  await copyOut(plan.database, actorScope(context.actor), copies);
  const rows: Record<string, number> = {};
  const link = linkInDuckDb(to.linkKey);
  await withDuckDb(to.folder, async (connection) => {
    for (const one of copied) await connection.run(readAs(one, csvOf(to.folder, one), link));
    for (const { view, built } of plan.views) {
      context.progress(text(`正在封存 ${view.name}`, `sealing ${view.name}`));
      const select = built ? built.select({ at: plan.at }) : `SELECT * FROM ${view.name}`;
      const written = await connection.runAndReadAll(parquetStatement(select, join(to.folder, view.name)));
      rows[view.name] = Number(written.getRowsJS()[0]?.[0] ?? 0);
    }
  });
  for (const one of copied) rmSync(csvOf(to.folder, one));
  return rows;
}

/** The copied file under its name; held in memory where it carries links, which are made once. */
function readAs({ name, columns, linked }: Copied, csv: string, link: (column: string) => string): string {
  const types = Object.entries(columns)
    .map(([column, type]) => `'${column}': '${type}'`)
    .join(', ');
  const read = `read_csv(${quoted(csv)}, columns = {${types}}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"')`;
  return linked === undefined
    ? `CREATE VIEW ${name} AS SELECT * FROM ${read}`
    : `CREATE TABLE ${name} AS SELECT *, ${link(linked)} AS link FROM ${read}`;
}

const parquetStatement = (select: string, folder: string): string =>
  `COPY (${select}) TO ${quoted(folder)} (FORMAT parquet, PARTITION_BY (county), COMPRESSION lz4_raw)`;

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
