import { z } from 'zod';
import { reports } from '../../../policy/reports/index.ts';
import { type Indicator, lastDayOfYear, type Report, text } from '../../language/index.ts';
import {
  defineOperation,
  failure,
  readCity,
  readSeed,
  type TransactionContext,
} from '../../platform/index.ts';
import { latestThrough, nameOf, type StatisticsDependencies } from '../../statistics/index.ts';
import { buildEdition } from '../build-edition.ts';
import { countedDocuments, readLibrary } from '../documents.ts';
import { canonicalJson, sealEdition } from '../seal-edition.ts';
import type { PublishingTables } from '../tables.ts';

const input = z.object({ year: z.number().int() });
const output = z.object({
  year: z.number(),
  edition: z.number(),
  sha256: z.string(),
  snapshotId: z.string(),
});

const noReport = (year: number) =>
  failure(
    'not_found',
    text(`没有 ${String(year)} 年的报告模板。`, `No report is declared for ${String(year)}.`),
    text(
      `可发布的年份：${reports.map((one) => one.year).join('、')}。`,
      `Reports are declared for: ${reports.map((one) => one.year).join(', ')}.`,
    ),
  );

async function nextEdition(context: TransactionContext, year: number): Promise<number> {
  const row = await context.tx
    .withTables<PublishingTables>()
    .selectFrom('publishing_editions')
    .select((query) => query.fn.max('edition').as('latest'))
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.latest ?? 0) + 1;
}

const notInitialised = () =>
  failure(
    'not_initialised',
    text('数据库尚未初始化。', 'The database has not been initialised.'),
    text('请先运行 jiahu init 或 jiahu start。', 'Run jiahu init or jiahu start first.'),
  );

async function gather(context: TransactionContext, report: Report, dependencies: StatisticsDependencies) {
  const end = lastDayOfYear(report.year);
  const tree = await dependencies.divisions(context);
  const { snapshot, source } = await latestThrough(context, dependencies.snapshots, end);
  const counts = await dependencies.counted({
    snapshot,
    source,
    tree,
    year: report.year,
    boundariesOn: end,
  });
  const city = await readCity(context.tx);
  if (!city) throw notInitialised();
  const counties = tree
    .list('county', end, report.area)
    .map((division) => ({ code: division.code, name: nameOf(tree, division.code, end) }));
  const areaName = nameOf(tree, report.area, end);
  const library = await readLibrary(context.tx);
  const documentsOf = (indicator: Indicator) => countedDocuments(library, indicator, report.year);
  return { snapshot, counts, city, counties, areaName, documentsOf, seed: await readSeed(context.tx) };
}

/** Computes a year's report from the newest snapshot that reaches it and seals it as the next edition. */
export const publishReport = (dependencies: StatisticsDependencies) =>
  defineOperation({
    name: 'publishing/publish-report',
    kind: 'command',
    summary: text('发布年度报告的新一版', 'Publish the next edition of a report'),
    permission: 'publishing:publish',
    input,
    output,
    handle: async (context, { year }) => {
      const report = reports.find((one) => one.year === year);
      if (!report) throw noReport(year);
      const gathered = await gather(context, report, dependencies);
      const edition = await nextEdition(context, year);
      const publishedAt = context.now();
      const sealed = sealEdition(buildEdition({ report, edition, publishedAt, ...gathered }));
      await context.tx
        .withTables<PublishingTables>()
        .insertInto('publishing_editions')
        .values({
          year,
          edition,
          area_code: report.area,
          published_at: publishedAt,
          published_by: context.actor.name,
          snapshot_id: gathered.snapshot.id,
          content: canonicalJson(sealed.content),
          sha256: sealed.sha256,
        })
        .execute();
      return { year, edition, sha256: sealed.sha256, snapshotId: gathered.snapshot.id };
    },
  });
