import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { cityWide } from '../city-wide.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { recordsOf } from '../records-of-person.ts';
import type { BenefitsTables } from '../tables.ts';

const nothing = () =>
  failure(
    'not_found',
    text('没有这条有效的事实。', 'There is no such fact that stands.'),
    text('请刷新后重试。', 'Read the facts again.'),
  );

/** Takes back what was attested by mistake. It stays readable with the reason, and counts no longer. */
export const withdrawFact = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/withdraw-fact',
    kind: 'command',
    summary: text('撤回登记有误的待遇事实', 'Withdraw a fact that was attested by mistake'),
    permission: 'benefits:write',
    input: z.object({ personId: z.uuid(), factId: z.uuid(), reason: z.string().trim().min(2).max(200) }),
    output: z.object({ personId: z.uuid(), factId: z.uuid() }),
    handle: async (context, { personId, factId, reason }) => {
      if (!(await dependencies.seesPerson(context, personId))) throw nothing();
      const withdrawn = await cityWide(context, dependencies, async () =>
        context.tx
          .withTables<BenefitsTables>()
          .updateTable('benefits_facts')
          .set({
            withdrawn_at: context.now(),
            withdrawn_by: context.actor.accountId,
            withdrawal_reason: reason,
          })
          .where('person_id', 'in', await recordsOf(context, personId))
          .where('fact_id', '=', factId)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst(),
      );
      if (withdrawn.numUpdatedRows === 0n) throw nothing();
      return { personId, factId };
    },
  });
