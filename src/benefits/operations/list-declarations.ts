import { z } from 'zod';
import { text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

const output = z.object({
  declarations: z.array(
    z.object({
      condition: z.string(),
      programme: z.string(),
      words: textPair,
      declaredOn: z.string(),
      keptUntil: z.string().nullable(),
    }),
  ),
});
export type DeclarationList = z.output<typeof output>;

/** What was declared on an application: read with the case that it belongs to, and logged. */
export const listDeclarations = defineOperation({
  name: 'benefits/list-declarations',
  kind: 'query',
  summary: text('查看申请上的申报', 'Read what was declared on an application'),
  permission: 'benefits:read',
  auditReads: true,
  input: z.object({ caseId: z.uuid() }),
  output,
  handle: async ({ tx }, { caseId }) => {
    const rows = await tx
      .withTables<PaymentTables>()
      .selectFrom('benefits_declarations')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('condition_id')
      .execute();
    return {
      declarations: rows.map((row) => ({
        condition: row.condition_id,
        programme: row.programme,
        words: text(row.words_zh, row.words_en),
        declaredOn: row.declared_on,
        keptUntil: row.kept_until,
      })),
    };
  },
});

/** Deletes declarations whose day has come: they are gone, not hidden. */
export const forgetDeclarations = ({ casework }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/forget-declarations',
    kind: 'command',
    summary: text('删除到期的申报', 'Delete declarations whose time is over'),
    permission: 'benefits:write',
    input: z.object({}),
    output: z.object({ deleted: z.number().int() }),
    handle: async ({ tx }) => {
      const gone = await tx
        .withTables<PaymentTables>()
        .deleteFrom('benefits_declarations')
        .where('kept_until', '<', casework.today())
        .executeTakeFirst();
      return { deleted: Number(gone.numDeletedRows) };
    },
  });
