import { z } from 'zod';
import { text } from '../../language/index.ts';
import {
  defineProcess,
  eachAtOnce,
  type ProcessContext,
  type TransactionContext,
} from '../../platform/index.ts';
import { type ReturnedFile, readReturn, requireFormat } from '../bank-return.ts';
import { type BatchRow, notInState, openBatch } from '../batches.ts';
import { type Noted, noteResults, nothingNoted, together } from '../note-results.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

/** Lines of one transaction: a kill loses none that were noted, and the file is read again from its beginning. */
const CHUNK = 5000;
const AT_ONCE = 2;
const MOST_SHOWN = 100;
const LARGEST_FILE = 120 * 1024 * 1024;

interface Noting {
  readonly row: BatchRow;
  readonly file: ReturnedFile;
  readonly format: string;
}

const files = ({ tx }: TransactionContext) => tx.withTables<PaymentTables>();

async function noteFile(context: TransactionContext, { row, file, format }: Noting): Promise<void> {
  await files(context)
    .insertInto('benefits_return_files')
    .values({
      batch_id: row.batch_id,
      file_digest: file.digest,
      format,
      lines: file.lines.length,
      begun_at: context.now(),
      begun_by: context.actor.name,
      finished_at: null,
      area_scope: row.area_scope,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const noteFinished = (context: TransactionContext, { row, file }: Noting) =>
  files(context)
    .updateTable('benefits_return_files')
    .set({ finished_at: context.now() })
    .where('batch_id', '=', row.batch_id)
    .where('file_digest', '=', file.digest)
    .where('finished_at', 'is', null)
    .execute();

/** Notes all lines, chunk by chunk: two at a time, for the database works on one while the other is made ready. */
async function noteLines(
  context: ProcessContext,
  dependencies: PaymentDependencies,
  { row, file }: Noting,
): Promise<Noted> {
  const starts = Array.from({ length: Math.ceil(file.lines.length / CHUNK) }, (_, index) => index * CHUNK);
  let [noted, done] = [nothingNoted, 0];
  await eachAtOnce(starts, AT_ONCE, async (start) => {
    const lines = file.lines.slice(start, start + CHUNK);
    const some = await context.transaction((within) =>
      noteResults(within, dependencies, { row, digest: file.digest, lines }),
    );
    noted = together(noted, some);
    done += lines.length;
    context.progress(text('正在读取回盘', 'reading the answer'), done, file.lines.length);
  });
  return { ...noted, mismatched: noted.mismatched.toSorted((a, b) => a - b) };
}

/**
 * Reads what the bank answered, line by line: paid, or failed and to be put on a later list. Reading the same file
 * again changes nothing; reading goes on where it was stopped.
 */
export const readReturnFile = (dependencies: PaymentDependencies) =>
  defineProcess({
    name: 'benefits/read-return-file',
    kind: 'process',
    summary: text('读取银行回盘文件', 'Read the answer of the bank'),
    permission: 'benefits:pay',
    largestInput: LARGEST_FILE,
    input: z.object({
      batchId: z.uuid(),
      format: z.string().max(40).default('csv-utf8'),
      content: z.base64(),
    }),
    output: z.object({
      lines: z.number().int(),
      paid: z.number().int(),
      failed: z.number().int(),
      paidFen: z.number().int(),
      failedFen: z.number().int(),
      known: z.number().int(),
      unreadable: z.array(z.number().int()),
      mismatched: z.array(z.number().int()),
    }),
    handle: async (context, { batchId, format, content }) => {
      const row = await context.transaction((within) => openBatch(within, { batchId, lock: false }));
      if (row.state !== 'exported' && row.state !== 'reconciled') throw notInState(row);
      const file = readReturn(Buffer.from(content, 'base64'), requireFormat(format), row.number);
      const noting = { row, file, format };
      await context.transaction((within) => noteFile(within, noting));
      const noted = await noteLines(context, dependencies, noting);
      await context.transaction((within) => noteFinished(within, noting));
      return {
        lines: file.lines.length,
        ...noted,
        unreadable: file.unreadable.slice(0, MOST_SHOWN),
        mismatched: noted.mismatched.slice(0, MOST_SHOWN),
      };
    },
  });
