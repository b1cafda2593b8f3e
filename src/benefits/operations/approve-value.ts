import { z } from 'zod';
import { areaContains, parseAreaCode, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { BenefitsTables } from '../tables.ts';

const nothing = () =>
  failure(
    'not_found',
    text('您的地区没有这个待核准的数值。', 'There is no such value waiting in your area.'),
    text('请刷新后重试。', 'Read the values again.'),
  );

const samePerson = () =>
  failure(
    'forbidden',
    text('填写人不能核准自己填写的数值。', 'Who entered a value does not approve it.'),
    text('请由另一人核准。', 'Have another officer approve it.'),
  );

/** The second pair of eyes on a value that an officer entered. */
export const approveValue = defineOperation({
  name: 'benefits/approve-value',
  kind: 'command',
  summary: text('核准本地标准', 'Approve a value of a rule'),
  permission: 'benefits:approve',
  input: z.object({ valueId: z.uuid() }),
  output: z.object({ valueId: z.uuid() }),
  handle: async (context, { valueId }) => {
    const db = context.tx.withTables<BenefitsTables>();
    const row = await db
      .selectFrom('benefits_values')
      .select(['place', 'entered_by'])
      .where('value_id', '=', valueId)
      .where('approved_at', 'is', null)
      .executeTakeFirst();
    const place = parseAreaCode(row?.place ?? '');
    if (!row || !place || !areaContains(context.actor.area, place)) throw nothing();
    if (row.entered_by === context.actor.accountId) throw samePerson();
    await db
      .updateTable('benefits_values')
      .set({ approved_at: context.now(), approved_by: context.actor.accountId })
      .where('value_id', '=', valueId)
      .execute();
    return { valueId };
  },
});
