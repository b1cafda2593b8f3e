import { z } from 'zod';
import { areaContains, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import type { CaseworkTables } from '../tables.ts';

const list = z.object({
  parts: z.array(
    z.object({
      caseId: z.uuid(),
      partId: z.uuid(),
      unit: z.string(),
      question: z.string(),
      askedAt: z.string(),
      askedBy: z.string(),
    }),
  ),
});
export type PartList = z.output<typeof list>;

const MOST = 200;

/** What other units have asked of the caller's: the matter, without who is behind it. */
export const listParts = ({ vault }: Pick<CaseworkDependencies, 'vault'>) =>
  defineOperation({
    name: 'casework/list-parts',
    kind: 'query',
    summary: text('列出待协办内容', 'List what other units ask'),
    permission: 'casework:read',
    input: z.object({}),
    output: list,
    handle: async (context) => {
      const rows = await context.tx
        .withTables<CaseworkTables>()
        .selectFrom('casework_parts')
        .selectAll()
        .where('answer', 'is', null)
        .orderBy('asked_at')
        .limit(MOST)
        .execute();
      return {
        parts: rows
          .filter((row) => areaContains(context.actor.area, row.unit_scope))
          .map((row) => ({
            caseId: row.case_id,
            partId: row.part_id,
            unit: row.unit_scope,
            question: vault.open(`part ${row.part_id} question`, row.question),
            askedAt: row.asked_at.toISOString(),
            askedBy: row.asked_by,
          })),
      };
    },
  });

const noSuchPart = () =>
  failure(
    'not_found',
    text('没有这项协办，或者已经答复。', 'There is no such question, or it was answered.'),
    text('请刷新列表。', 'Reload the list.'),
  );

/** Answers what another unit asked. */
export const answerPart = ({ vault }: Pick<CaseworkDependencies, 'vault'>) =>
  defineOperation({
    name: 'casework/answer-part',
    kind: 'command',
    summary: text('答复协办内容', 'Answer what another unit asks'),
    permission: 'casework:handle',
    input: z.object({ caseId: z.uuid(), partId: z.uuid(), answer: z.string().trim().min(1).max(5000) }),
    output: z.object({ caseId: z.uuid(), partId: z.uuid() }),
    handle: async (context, { caseId, partId, answer }) => {
      const db = context.tx.withTables<CaseworkTables>();
      const part = await db
        .selectFrom('casework_parts')
        .select('unit_scope')
        .where('case_id', '=', caseId)
        .where('part_id', '=', partId)
        .where('answer', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!part || !areaContains(context.actor.area, part.unit_scope)) throw noSuchPart();
      await db
        .updateTable('casework_parts')
        .set({
          answer: vault.seal(`part ${partId} answer`, answer),
          answered_at: context.now(),
          answered_by: context.actor.name,
        })
        .where('case_id', '=', caseId)
        .where('part_id', '=', partId)
        .execute();
      return { caseId, partId };
    },
  });
