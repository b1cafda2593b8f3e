import { z } from 'zod';
import { appliedFor, benefitApplications } from '../../../policy/payment/index.ts';
import { answersOf, openCase } from '../../casework/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { maskName, noticeDays, runsUntil } from '../notices.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

const neverPosted = () =>
  failure(
    'forbidden',
    text('这个项目从不公示。', 'Nothing is ever posted of this programme.'),
    text('由审核和审计把关，不张贴任何内容。', 'Review and audit guard it; post nothing.'),
  );

const notNow = () =>
  failure(
    'conflict',
    text(
      '申请不在村（社区）评议和公示这一步，或者已经公示。',
      'It is not at the village now, or was posted already.',
    ),
    text('请刷新后查看。', 'Reload it.'),
  );

/** Gives notice in the village: a masked name and a programme, for the days that the place asks for. */
export const postNotice = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/post-notice',
    kind: 'command',
    summary: text('张贴公示', 'Post the notice of an application'),
    permission: 'benefits:write',
    input: z.object({ caseId: z.uuid() }),
    output: z.object({
      caseId: z.uuid(),
      maskedName: z.string(),
      programme: z.string(),
      postedOn: z.string(),
      runsUntil: z.string(),
    }),
    handle: async (context, { caseId }) => {
      const { casework, programmes } = dependencies;
      const opened = await openCase(context, casework, { caseId, lock: true });
      const rule = benefitApplications.find(({ service }) => service === opened.row.service);
      const answers = answersOf(casework, opened);
      const asked = rule && appliedFor(rule, answers);
      const programme = programmes.find(({ key }) => key === asked?.programme);
      if (!rule || !programme || !rule.posted || programme.notice === 'never') throw neverPosted();
      if (opened.standing.step !== 'village') throw notNow();
      const day = casework.today();
      const area = opened.row.subject_area;
      const days = await noticeDays(context, dependencies, { programme, level: 'village', area, day });
      if (days === null) throw neverPosted();
      const notice = {
        masked_name: maskName(String(answers['name'])),
        programme: programme.key,
        posted_on: day,
        runs_until: runsUntil(day, days),
      };
      const written = await context.tx
        .withTables<PaymentTables>()
        .insertInto('benefits_notices')
        .values({
          case_id: caseId,
          level: 'village',
          area_code: area,
          posted_by: context.actor.name,
          taken_down_on: null,
          area_scope: opened.row.area_scope,
          ...notice,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (written.numInsertedOrUpdatedRows !== 1n) throw notNow();
      return {
        caseId,
        maskedName: notice.masked_name,
        programme: notice.programme,
        postedOn: notice.posted_on,
        runsUntil: notice.runs_until,
      };
    },
  });
