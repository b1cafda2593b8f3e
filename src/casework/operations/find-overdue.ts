import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { clocksOf, dueOrNull } from '../clocks.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { openCase } from '../open-case.ts';
import type { CaseworkTables } from '../tables.ts';

/** Cases whose last day lies beyond the announced years get it once the years are known. */
async function setMissingDays(context: Parameters<typeof openCase>[0], dependencies: CaseworkDependencies) {
  const db = context.tx.withTables<CaseworkTables>();
  const open = await db
    .selectFrom('casework_cases')
    .select('case_id')
    .where('queue', 'is not', null)
    .where('queue', '<>', 'waiting')
    .where('close_due', 'is', null)
    .execute();
  for (const { case_id: caseId } of open) {
    const { service, standing } = await openCase(context, dependencies, { caseId, lock: true });
    const clocks = clocksOf(service, standing, dependencies.calendar);
    const days = {
      close_due: dueOrNull(clocks.close),
      ...(standing.repliedOn === null ? { reply_due: dueOrNull(clocks.reply) } : {}),
    };
    await db.updateTable('casework_cases').set(days).where('case_id', '=', caseId).execute();
  }
}

/** Marks what is late. Run by a job, so that a list shows it without reckoning, and a late case stays one when it is closed. */
export const findOverdue = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/find-overdue',
    kind: 'command',
    summary: text('查找超期事项', 'Find overdue cases'),
    permission: 'casework:operate',
    input: z.object({}),
    output: z.object({ replies: z.number().int(), closings: z.number().int() }),
    handle: async (context) => {
      await setMissingDays(context, dependencies);
      const today = dependencies.today();
      const db = context.tx.withTables<CaseworkTables>();
      const replies = await db
        .updateTable('casework_cases')
        .set({ reply_late: true })
        .where('queue', 'is not', null)
        .where('replied_on', 'is', null)
        .where('reply_late', '=', false)
        .where('reply_due', '<', today)
        .executeTakeFirst();
      const closings = await db
        .updateTable('casework_cases')
        .set({ close_late: true })
        .where('queue', 'is not', null)
        .where('queue', '<>', 'waiting')
        .where('close_late', '=', false)
        .where('close_due', '<', today)
        .executeTakeFirst();
      return { replies: Number(replies.numUpdatedRows), closings: Number(closings.numUpdatedRows) };
    },
  });
