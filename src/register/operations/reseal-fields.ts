import { z } from 'zod';
import { text } from '../../language/index.ts';
import { bulkTransaction, type Database, defineProcess } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { resealPersons, resealRecords } from '../reseal.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

export interface ResealDependencies extends RegisterDependencies {
  readonly database: Database;
}

/**
 * Seals anew, with the newest key, what an older one sealed: in small transactions while work goes on. Stopped in the
 * middle, it is run again and does the rest.
 */
export const resealFields = ({ database, vault }: ResealDependencies) =>
  defineProcess({
    name: 'register/reseal-fields',
    kind: 'process',
    summary: text('用最新密钥重新加密', 'Seal everything anew with the newest key'),
    permission: 'register:reseal',
    input: z.object({}),
    output: z.object({ resealed: z.number() }),
    handle: async (context) => {
      let resealed = 0;
      let after: string | null = FIRST;
      while (after !== null) {
        const from: string = after;
        const batch = await bulkTransaction(database.owner, (bulk) => resealPersons(bulk, vault, from));
        resealed += batch.resealed;
        after = batch.last;
        context.progress(text('重新加密', 'sealing anew'), resealed);
      }
      resealed += await bulkTransaction(database.owner, (bulk) => resealRecords(bulk, vault));
      return { resealed };
    },
  });
