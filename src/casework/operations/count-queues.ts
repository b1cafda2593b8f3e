import { sql } from 'kysely';
import { z } from 'zod';
import { areaRange, queueLabels, queues, text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { CaseworkTables } from '../tables.ts';
import { visibleTo } from '../visible.ts';

const output = z.object({
  queues: z.array(
    z.object({
      queue: z.enum(queues),
      label: textPair,
      open: z.number().int(),
      mine: z.number().int(),
      nobody: z.number().int(),
      late: z.number().int(),
    }),
  ),
  /** All open cases: the sum over the queues. */
  open: z.number().int(),
  /** Questions of other units that wait for an answer. */
  parts: z.number().int(),
});
export type QueueCounts = z.output<typeof output>;

/** How much stands in each queue of the caller's area: every open case in exactly one. */
export const countQueues = defineOperation({
  name: 'casework/count-queues',
  kind: 'query',
  summary: text('统计各队列', 'Count what stands in the queues'),
  permission: 'casework:read',
  input: z.object({}),
  output,
  handle: async (context) => {
    const db = context.tx.withTables<CaseworkTables>();
    const counted = await db
      .selectFrom('casework_cases')
      .where(visibleTo(context.actor))
      .where(visibleTo(context.actor))
      .where('queue', 'is not', null)
      .groupBy('queue')
      .select((test) => [
        'queue',
        test.fn.countAll<number>().as('open'),
        test.fn.countAll<number>().filterWhere('assignee', '=', context.actor.name).as('mine'),
        test.fn.countAll<number>().filterWhere('assignee', 'is', null).as('nobody'),
        test.fn.countAll<number>().filterWhere(sql<boolean>`reply_late OR close_late`).as('late'),
      ])
      .execute();
    const { open } = await db
      .selectFrom('casework_cases')
      .where(visibleTo(context.actor))
      .where(visibleTo(context.actor))
      .where('outcome', 'is', null)
      .select((test) => test.fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow();
    const { from, to } = areaRange(context.actor.area);
    const { parts } = await db
      .selectFrom('casework_parts')
      .where('answer', 'is', null)
      .where(sql<boolean>`unit_scope >= ${from} AND unit_scope < ${to}`)
      .select((test) => test.fn.countAll<number>().as('parts'))
      .executeTakeFirstOrThrow();
    return {
      queues: queues.map((queue) => {
        const row = counted.find((one) => one.queue === queue);
        return {
          queue,
          label: queueLabels[queue],
          open: row?.open ?? 0,
          mine: row?.mine ?? 0,
          nobody: row?.nobody ?? 0,
          late: row?.late ?? 0,
        };
      }),
      open,
      parts,
    };
  },
});
