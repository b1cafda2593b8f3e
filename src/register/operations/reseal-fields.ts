import { z } from 'zod';
import { text } from '../../language/index.ts';
import {
  type Database,
  defineProcess,
  type FieldCipher,
  resealTables,
  type SealedTable,
} from '../../platform/index.ts';

export interface ResealDependencies {
  readonly database: Database;
  readonly cipher: FieldCipher;
  /** What is sealed in this room and in the rooms above it. */
  readonly sealed: readonly SealedTable[];
}

/** Seals anew, with the newest key, what an older one sealed, in every room. */
export const resealFields = ({ database, cipher, sealed }: ResealDependencies) =>
  defineProcess({
    name: 'register/reseal-fields',
    kind: 'process',
    summary: text('用最新密钥重新加密', 'Seal everything anew with the newest key'),
    permission: 'register:reseal',
    input: z.object({}),
    output: z.object({ resealed: z.number() }),
    handle: async (context) => {
      const report = (resealed: number) => context.progress(text('重新加密', 'sealing anew'), resealed);
      return { resealed: await resealTables({ owner: database.owner, cipher, tables: sealed }, report) };
    },
  });
