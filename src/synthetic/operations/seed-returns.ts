import { z } from 'zod';
import type { DivisionTree } from '../../areas/index.ts';
import { type AreaCode, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation, settleCity, type TransactionContext } from '../../platform/index.ts';
import { type StatisticsTables } from '../../statistics/index.ts';
import { type DemoReturn, demoReturns } from '../demo-returns.ts';

export interface SeedReturnsDependencies {
  readonly city: AreaCode;
  readonly today: () => CalendarDate;
  readonly divisions: (context: TransactionContext) => Promise<DivisionTree>;
}

/** Rows of one INSERT: well below the number of parameters that PostgreSQL takes. */
const BATCH = 1000;
const RECORDER = 'synthetic';

interface Loading {
  readonly tree: DivisionTree;
  readonly today: CalendarDate;
}

const returnRow = ({ area, form, period, amounts }: DemoReturn, { tree, today }: Loading) => ({
  area_code: area,
  form: form.key,
  from_date: period.from,
  to_date: period.to,
  form_version: form.version,
  amounts: JSON.stringify(amounts),
  explanation: null,
  state: 'approved' as const,
  approved_level: 'city' as const,
  invented: true,
  submitted_by: RECORDER,
  version: 1,
  area_scope: tree.resolve(area, today),
});

const stepRow = (context: TransactionContext, one: DemoReturn, { tree, today }: Loading) => ({
  area_code: one.area,
  step_id: context.newId(),
  form: one.form.key,
  from_date: one.period.from,
  step: 'approved' as const,
  at: context.now(),
  by: RECORDER,
  by_area: context.actor.area,
  amounts: JSON.stringify(one.amounts),
  remark: null,
  area_scope: tree.resolve(one.area, today),
});

async function write(context: TransactionContext, batch: readonly DemoReturn[], loading: Loading) {
  const db = context.tx.withTables<StatisticsTables>();
  const written = await db
    .insertInto('statistics_returns')
    .values(batch.map((one) => returnRow(one, loading)))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['area_code', 'form'])
    .execute();
  const isNew = new Set(written.map((row) => `${row.form} ${row.area_code}`));
  const added = batch.filter((one) => isNew.has(`${one.form.key} ${one.area}`));
  if (added.length > 0)
    await db
      .insertInto('statistics_return_steps')
      .values(added.map((one) => stepRow(context, one, loading)))
      .execute();
  return added.length;
}

/** Loads the returns of the demonstration, approved and marked as invented; what is there already stays. */
export const seedReturns = (dependencies: SeedReturnsDependencies) =>
  defineOperation({
    name: 'synthetic/seed-returns',
    kind: 'command',
    summary: text('生成演示报表', 'Make the returns of the demonstration'),
    permission: 'synthetic:seed',
    input: z.object({}),
    output: z.object({ returns: z.number() }),
    handle: async (context) => {
      await settleCity(context, { kind: 'synthetic', area: dependencies.city });
      const loading = { tree: await dependencies.divisions(context), today: dependencies.today() };
      const all = demoReturns(loading.tree);
      let added = 0;
      for (let start = 0; start < all.length; start += BATCH)
        added += await write(context, all.slice(start, start + BATCH), loading);
      return { returns: added };
    },
  });
