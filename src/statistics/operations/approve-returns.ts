import { z } from 'zod';
import { areaInput, areaLevel, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { findAsked } from '../returns/find-form.ts';
import { decideReturn, readReturns } from '../returns/store-returns.ts';
import { mayApprove } from './list-returns.ts';
import type { ReturnDependencies } from './submit-returns.ts';

const input = z.object({
  form: z.string().max(60),
  period: z.string().max(10),
  areas: z.array(areaInput).min(1).max(5000).describe('the reporting areas whose returns are approved'),
});

const notYours = (areas: readonly string[]) =>
  failure(
    'forbidden',
    text(
      `这些地区的报表现在不由您审定：${areas.slice(0, 5).join('、')}。`,
      `It is not your turn to approve the returns of: ${areas.slice(0, 5).join(', ')}.`,
    ),
    text(
      '审定逐级进行，填报人不能审定自己填的报表。',
      'Approval goes up level by level, and nobody approves what they reported themselves.',
    ),
  );

/** Approves returns for one's own level: all that are named, or none. */
export const approveReturns = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/approve-returns',
    kind: 'command',
    summary: text('审定报表', 'Approve returns'),
    permission: 'returns:approve',
    input,
    output: z.object({ approved: z.number() }),
    handle: async (context, { form: key, period, areas }) => {
      const { form, period: days } = findAsked(key, period, dependencies.today());
      const stored = await readReturns(context.tx, { form: form.key, from: days.from, areas });
      const approvable = stored.filter((one) => mayApprove(one, context.actor));
      const known = new Set(approvable.map((one) => one.area_code));
      const others = areas.filter((area) => !known.has(area));
      if (others.length > 0) throw notYours(others);
      const verdict = { state: 'approved', level: areaLevel(context.actor.area), remark: null } as const;
      for (const one of approvable) await decideReturn(context, one, verdict);
      return { approved: approvable.length };
    },
  });
