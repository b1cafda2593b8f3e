import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PublishingTables } from '../tables.ts';

const edition = z.object({
  year: z.number(),
  edition: z.number(),
  publishedAt: z.string(),
  sha256: z.string(),
});

/** All published editions, newest first. */
export const listEditions = defineOperation({
  name: 'publishing/list-editions',
  kind: 'query',
  summary: text('列出已发布的报告', 'List published editions'),
  permission: 'public',
  input: z.object({}),
  output: z.object({ editions: z.array(edition) }),
  handle: async (context) => {
    const rows = await context.tx
      .withTables<PublishingTables>()
      .selectFrom('publishing_editions')
      .select(['year', 'edition', 'published_at', 'sha256'])
      .orderBy('year', 'desc')
      .orderBy('edition', 'desc')
      .execute();
    return {
      editions: rows.map((row) => ({
        year: row.year,
        edition: row.edition,
        publishedAt: row.published_at.toISOString(),
        sha256: row.sha256,
      })),
    };
  },
});
