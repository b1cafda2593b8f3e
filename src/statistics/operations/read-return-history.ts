import { z } from 'zod';
import { areaInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { findAsked } from '../returns/find-form.ts';
import { readSteps } from '../returns/store-returns.ts';
import { returnSteps } from '../tables.ts';
import type { ReturnDependencies } from './submit-returns.ts';

const step = z.object({
  step: z.enum(returnSteps),
  at: z.iso.datetime(),
  by: z.string(),
  byArea: z.string(),
  amounts: z.record(z.string(), z.number()),
  remark: z.string().nullable(),
});

const output = z.object({ steps: z.array(step) });
export type ReturnHistory = z.output<typeof output>;

/** Every step of one return, oldest first. */
export const readReturnHistory = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/read-return-history',
    kind: 'query',
    summary: text('查看一份报表的经过', 'See the steps of one return'),
    permission: 'returns:read',
    input: z.object({ form: z.string().max(60), period: z.string().max(10), area: areaInput }),
    output,
    handle: async (context, { form: key, period, area }) => {
      const { form, period: days } = findAsked(key, period, dependencies.today());
      const steps = await readSteps(context.tx, { area, form: form.key, from: days.from });
      return {
        steps: steps.map(({ by_area, at, ...rest }) => ({ ...rest, at: at.toISOString(), byArea: by_area })),
      };
    },
  });
