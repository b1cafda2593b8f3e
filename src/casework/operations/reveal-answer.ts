import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { openAnswers } from '../keep-answers.ts';
import { openCase } from '../open-case.ts';

const nothingThere = () =>
  failure(
    'not_found',
    text('这一项没有填写。', 'Nothing was answered there.'),
    text('请核对。', 'Check it.'),
  );

/** Shows one masked answer of a case in full. Needs a reason, which is logged with who asked and when. */
export const revealAnswer = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/reveal-answer',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text(
      '查看事项中一项完整的敏感信息（须说明理由）',
      'Show a masked answer in full, for a stated reason',
    ),
    permission: 'casework:handle',
    auditDetail: ({ key, reason }) => ({ key, reason }),
    input: z.object({
      caseId: z.uuid(),
      key: z.string().max(60),
      reason: z.string().trim().min(4).max(200).describe('what it is needed for'),
    }),
    output: z.object({ caseId: z.uuid(), key: z.string(), value: z.string() }),
    handle: async (context, { caseId, key }) => {
      const { row } = await openCase(context, dependencies, { caseId, lock: false });
      const answer = openAnswers({ vault: dependencies.vault, place: `case ${caseId}` }, row.answers)[key];
      if (answer === undefined) throw nothingThere();
      return { caseId, key, value: String(answer) };
    },
  });
