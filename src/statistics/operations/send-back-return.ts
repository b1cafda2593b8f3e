import { z } from 'zod';
import { areaInput, areaLevel, areaLevels, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { findAsked } from '../returns/find-form.ts';
import { decideReturn, readReturns, type StoredReturn } from '../returns/store-returns.ts';
import type { ReturnDependencies } from './submit-returns.ts';

const input = z.object({
  form: z.string().max(60),
  period: z.string().max(10),
  area: areaInput,
  reason: z.string().trim().min(2).max(1000),
});

const nothingThere = () =>
  failure(
    'not_found',
    text('该地区这一期没有可退回的报表。', 'That area has no return of this period to send back.'),
    text('请核对报表、报告期和地区。', 'Check the return, the period and the area.'),
  );

const notAbove = () =>
  failure(
    'forbidden',
    text(
      '只能由上级退回，已由更上一级审定的不能退回。',
      'Only a level above may send a return back, and none below the one that approved it last.',
    ),
    text('请由审定过它的级别退回。', 'Have the level that approved it last send it back.'),
  );

/** Above the reporting area, and not below the level that approved it last. The city sends back its own. */
function maySendBack(context: TransactionContext, stored: StoredReturn): boolean {
  const rank = (level: (typeof areaLevels)[number]) => areaLevels.indexOf(level);
  const mine = rank(areaLevel(context.actor.area));
  const reporting = areaLevel(stored.area_scope);
  const isAbove = mine < rank(reporting) || (reporting === 'city' && mine === rank('city'));
  return isAbove && (stored.approved_level === null || mine <= rank(stored.approved_level));
}

/** Sends a return back to the area that reported it, with the reason; what was approved of it no longer counts. */
export const sendBackReturn = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/send-back-return',
    kind: 'command',
    summary: text('退回报表', 'Send a return back'),
    permission: 'returns:approve',
    input,
    output: z.object({ area: z.string(), state: z.string() }),
    handle: async (context, { form: key, period, area, reason }) => {
      const { form, period: days } = findAsked(key, period, dependencies.today());
      const [stored] = await readReturns(context.tx, { form: form.key, from: days.from, areas: [area] });
      if (!stored || stored.state === 'sent_back') throw nothingThere();
      if (!maySendBack(context, stored)) throw notAbove();
      await decideReturn(context, stored, { state: 'sent_back', level: null, remark: reason });
      return { area, state: 'sent_back' };
    },
  });
