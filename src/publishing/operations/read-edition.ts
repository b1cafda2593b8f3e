import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { EditionContent } from '../edition.ts';
import type { PublishingTables } from '../tables.ts';

const input = z.object({ year: z.number().int(), edition: z.number().int().min(1).optional() });
const output = z.object({
  content: z.custom<EditionContent>((value) => typeof value === 'object'),
  sha256: z.string(),
});

async function whatExists(context: TransactionContext, year: number) {
  const rows = await context.tx
    .withTables<PublishingTables>()
    .selectFrom('publishing_editions')
    .select(['year', 'edition'])
    .orderBy('year')
    .orderBy('edition')
    .execute();
  const years = [...new Set(rows.map((row) => row.year))];
  const editions = rows.filter((row) => row.year === year).map((row) => row.edition);
  return { years, editions };
}

async function notPublished(context: TransactionContext, year: number) {
  const { years, editions } = await whatExists(context, year);
  const list = (numbers: readonly number[], comma: string) => numbers.join(comma) || '—';
  return editions.length > 0
    ? failure(
        'not_found',
        text(`${String(year)} 年报告没有这一版。`, `The report of ${String(year)} has no such edition.`),
        text(`现有版次：${list(editions, '、')}。`, `Its editions are: ${list(editions, ', ')}.`),
      )
    : failure(
        'not_found',
        text(`没有 ${String(year)} 年的报告。`, `There is no report for ${String(year)}.`),
        text(`已发布的年份：${list(years, '、')}。`, `Published years: ${list(years, ', ')}.`),
      );
}

/** One edition, the latest when none is named: exactly as it was sealed. */
export const readEdition = defineOperation({
  name: 'publishing/read-edition',
  kind: 'query',
  summary: text('读取报告的一版', 'Read an edition of a report'),
  permission: 'public',
  input,
  output,
  handle: async (context, { year, edition }) => {
    const editions = context.tx
      .withTables<PublishingTables>()
      .selectFrom('publishing_editions')
      .where('year', '=', year);
    const wanted = edition === undefined ? editions : editions.where('edition', '=', edition);
    const row = await wanted.select(['content', 'sha256']).orderBy('edition', 'desc').executeTakeFirst();
    if (!row) throw await notPublished(context, year);
    return { content: row.content, sha256: row.sha256 };
  },
});
