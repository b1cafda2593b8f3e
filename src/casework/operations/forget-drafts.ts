import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { CaseworkTables } from '../tables.ts';

/** Deletes forms that were begun and not filed, when their time is over. */
export const forgetDrafts = defineOperation({
  name: 'casework/forget-drafts',
  kind: 'command',
  summary: text('清除过期草稿', 'Forget drafts whose time is over'),
  permission: 'casework:operate',
  input: z.object({}),
  output: z.object({ forgotten: z.number().int() }),
  handle: async (context) => {
    const gone = await context.tx
      .withTables<CaseworkTables>()
      .deleteFrom('casework_drafts')
      .where('expires_at', '<=', context.now())
      .executeTakeFirst();
    return { forgotten: Number(gone.numDeletedRows) };
  },
});
