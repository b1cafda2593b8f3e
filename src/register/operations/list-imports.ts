import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { importKinds, type RegisterTables } from '../tables.ts';

const MOST = 50;

const output = z.object({
  imports: z.array(
    z.object({
      importId: z.uuid(),
      kind: z.enum(importKinds),
      fileName: z.string(),
      area: z.string(),
      importedBy: z.string(),
      startedAt: z.iso.datetime(),
      /** Null while it runs, and for good when it was interrupted: the file is then sent again. */
      finishedAt: z.iso.datetime().nullable(),
      rows: z.number(),
      added: z.number(),
      known: z.number(),
      refused: z.number(),
    }),
  ),
});
export type ImportList = z.output<typeof output>;

/** The files that were taken in within the caller's area, newest first. */
export const listImports = defineOperation({
  name: 'register/list-imports',
  kind: 'query',
  summary: text('列出批量导入', 'List the files that were taken in'),
  permission: 'register:read',
  input: z.object({}),
  output,
  handle: async (context) => {
    const rows = await context.tx
      .withTables<RegisterTables>()
      .selectFrom('register_imports')
      .selectAll()
      .orderBy('started_at', 'desc')
      .limit(MOST)
      .execute();
    return {
      imports: rows.map((row) => ({
        importId: row.import_id,
        kind: row.kind,
        fileName: row.file_name,
        area: row.area,
        importedBy: row.imported_by,
        startedAt: row.started_at.toISOString(),
        finishedAt: row.finished_at?.toISOString() ?? null,
        rows: row.rows,
        added: row.added,
        known: row.known,
        refused: row.refused,
      })),
    };
  },
});
