import { z } from 'zod';
import { type AreaCode, areaContains, areaInput, areaLevel, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { requireOwnArea } from '../require.ts';
import { nextApprover } from '../returns/approve.ts';
import { findAsked } from '../returns/find-form.ts';
import { readReturns, type StoredReturn } from '../returns/store-returns.ts';
import { returnSteps } from '../tables.ts';
import { nameOf } from './compute-indicators.ts';
import type { ReturnDependencies } from './submit-returns.ts';

const input = z.object({ form: z.string().max(60), period: z.string().max(10), area: areaInput.optional() });

const row = z.object({
  area: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  /** Null: nothing was reported yet. */
  state: z.enum(returnSteps).nullable(),
  approvedLevel: z.string().nullable(),
  /** Whether the one who asks could approve it now. */
  mayApprove: z.boolean(),
  maySubmit: z.boolean(),
  amounts: z.record(z.string(), z.number()).nullable(),
  explanation: z.string().nullable(),
  invented: z.boolean(),
});
const output = z.object({ form: z.string(), period: z.string(), rows: z.array(row) });

export type ReturnList = z.output<typeof output>;

interface Asking {
  readonly area: AreaCode;
  readonly accountId: string;
  readonly permissions: ReadonlySet<string>;
}

/** Whether it is this account's turn: the right level, and not who reported it. */
export function mayApprove(stored: StoredReturn, asking: Asking): boolean {
  const next = nextApprover({
    area: stored.area_scope,
    state: stored.state,
    approvedLevel: stored.approved_level,
  });
  return (
    next === areaLevel(asking.area) &&
    stored.submitted_by !== asking.accountId &&
    asking.permissions.has('returns:approve')
  );
}

/** Every area that reports a return for a period, with what it reported and how far it is approved. */
export const listReturns = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/list-returns',
    kind: 'query',
    summary: text('查看报表填报情况', 'See who reported what'),
    permission: 'returns:read',
    input,
    output,
    handle: async (context, { form: key, period, area = context.actor.area }) => {
      const today = dependencies.today();
      const { form, period: days } = findAsked(key, period, today);
      requireOwnArea(context, area);
      const tree = await dependencies.divisions(context);
      const reporting = tree
        .list(form.level, days.to)
        .filter((division) => areaContains(area, tree.resolve(division.code, today)));
      const stored = new Map(
        (await readReturns(context.tx, { form: form.key, from: days.from })).map((one) => [
          one.area_code,
          one,
        ]),
      );
      return {
        form: form.key,
        period,
        rows: reporting.map(({ code }) => {
          const found = stored.get(code);
          return {
            area: code,
            name: nameOf(tree, code, days.to),
            state: found?.state ?? null,
            approvedLevel: found?.approved_level ?? null,
            mayApprove: found ? mayApprove(found, context.actor) : false,
            maySubmit: found?.state !== 'approved' && context.actor.permissions.has('returns:submit'),
            amounts: found?.amounts ?? null,
            explanation: found?.explanation ?? null,
            invented: found?.invented ?? false,
          };
        }),
      };
    },
  });
