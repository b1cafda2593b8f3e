import { z } from 'zod';
import { text } from '../../language/index.ts';
import {
  defineProcess,
  failure,
  readSpreadsheet,
  recordAudit,
  type TransactionContext,
  writeSpreadsheet,
} from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { Problem } from '../import/problem.ts';
import { refusedFile } from '../import/refused-file.ts';
import { rehearse, takeAll } from '../import/run-parts.ts';
import { readSheet, type Sheet } from '../import/sheet.ts';
import type { Taken } from '../import/take-in.ts';
import { unitsOf } from '../import/units.ts';
import { type ImportKind, importKinds, type RegisterTables } from '../tables.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 64 * MEGABYTE;
const MOST_ROWS = 500_000;
/** As many problems as somebody reads; the file of refused rows has all of them. */
const MOST_PROBLEMS = 200;

const textPair = z.object({ zh: z.string(), en: z.string() });

const input = z.object({
  kind: z.enum(importKinds),
  fileName: z.string().trim().min(1).max(200),
  content: z
    .base64()
    .max((LARGEST_FILE * 4) / 3 + 4)
    .describe('the file, CSV or Excel (.xlsx), in base64'),
  dryRun: z.boolean().default(false).describe('do everything, then take it back'),
});

const output = z.object({
  importId: z.uuid(),
  dryRun: z.boolean(),
  rows: z.number(),
  added: z.number(),
  /** Rows that had been taken in before: a file may be sent again. */
  known: z.number(),
  refused: z.number(),
  problems: z.array(
    z.object({ line: z.number(), column: z.string().nullable(), message: textPair, remedy: textPair }),
  ),
  /** The refused rows with what is wrong, to be mended and sent again; null when there are none. */
  refusedFile: z.object({ fileName: z.string(), content: z.base64() }).nullable(),
});
export type ImportOutcome = z.output<typeof output>;

const tooMany = () =>
  failure(
    'too_large',
    text(`文件超过 ${MOST_ROWS} 行。`, `The file has more than ${MOST_ROWS} rows.`),
    text('请拆成几个文件。', 'Split it into several files.'),
  );

async function keepImport(
  context: TransactionContext,
  { kind, fileName, importId }: { kind: ImportKind; fileName: string; importId: string },
  rows: number,
) {
  await context.tx
    .withTables<RegisterTables>()
    .insertInto('register_imports')
    .values({
      import_id: importId,
      kind,
      file_name: fileName,
      area: context.actor.area,
      imported_by: context.actor.name,
      started_at: context.now(),
      finished_at: null,
      rows,
      added: 0,
      known: 0,
      refused: 0,
    })
    .execute();
}

async function finishImport(
  context: TransactionContext,
  { importId, kind, rows }: { importId: string; kind: ImportKind; rows: number },
  counts: Counts,
) {
  await context.tx
    .withTables<RegisterTables>()
    .updateTable('register_imports')
    .set({ ...counts, finished_at: context.now() })
    .where('import_id', '=', importId)
    .execute();
  await recordAudit(context.tx, context, {
    operation: 'register/import-file',
    outcome: 'done',
    detail: { importId, kind, rows, ...counts },
  });
}

interface Counts {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
}

async function mendable(sheet: Sheet, problems: readonly Problem[], fileName: string) {
  if (problems.length === 0) return null;
  const format = /\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv';
  const content = await writeSpreadsheet(refusedFile(sheet, problems), format);
  const stem = fileName.replace(/(-refused)?\.\w+$/, '');
  return { fileName: `${stem}-refused.${format}`, content: content.toString('base64') };
}

/**
 * Takes a file of persons, households or events into the register, by the rules of the same forms that people fill
 * in. What is refused comes back as a file that says why, to be mended and sent again; a row that came in before adds
 * nothing, so that a file may be sent again after an interruption.
 */
export const importFile = (dependencies: RegisterDependencies) =>
  defineProcess({
    name: 'register/import-file',
    kind: 'process',
    summary: text('批量导入', 'Take a file of persons, households or events into the register'),
    permission: 'register:import',
    largestInput: 2 * LARGEST_FILE,
    input,
    output,
    handle: async (context, { kind, fileName, content, dryRun }) => {
      const sheet = readSheet(
        kind,
        await readSpreadsheet(Buffer.from(content, 'base64')),
        dependencies.vault,
      );
      if (sheet.sent.size > MOST_ROWS) throw tooMany();
      const { units, problems } = unitsOf(kind, sheet);
      const importId = context.newId();
      const rows = sheet.sent.size;
      if (!dryRun)
        await context.transaction((within) => keepImport(within, { kind, fileName, importId }, rows));
      const onPart = ({ added, known, problems: found }: Taken) => {
        context.progress(text('导入', 'rows taken in'), added + known + found.length, rows);
      };
      const incoming = { importId, kind, units, dependencies, onPart };
      const taken = await (dryRun ? rehearse(context, incoming) : takeAll(context, incoming));
      const found = [...sheet.problems, ...problems, ...taken.problems];
      const sorted = found.toSorted((a, b) => a.line - b.line);
      const counts = {
        added: taken.added,
        known: taken.known,
        refused: new Set(sorted.map(({ line }) => line)).size,
      };
      if (!dryRun)
        await context.transaction((within) => finishImport(within, { importId, kind, rows }, counts));
      return {
        importId,
        dryRun,
        rows,
        ...counts,
        problems: sorted.slice(0, MOST_PROBLEMS),
        refusedFile: await mendable(sheet, sorted, fileName),
      };
    },
  });
