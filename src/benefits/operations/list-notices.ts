import { z } from 'zod';
import { type AreaCode, areaInput, areaRange, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const MOST = 500;

const output = z.object({
  notices: z.array(
    z.object({
      maskedName: z.string(),
      programme: z.string(),
      area: z.string(),
      postedOn: z.string(),
      runsUntil: z.string(),
    }),
  ),
});

/** What hangs out today: masked name and programme, and no way from there to anybody's case. */
export const listNotices = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/list-notices',
    kind: 'query',
    summary: text('查看公示', 'List current notices'),
    permission: 'public',
    input: z.object({ area: areaInput.optional() }),
    output,
    handle: (context, { area }) =>
      paymentsWide(context, dependencies, async () => {
        const today = dependencies.casework.today();
        const { from, to } = areaRange(area ?? dependencies.casework.city);
        const rows = await context.tx
          .withTables<PaymentTables>()
          .selectFrom('benefits_notices')
          .selectAll()
          .where('taken_down_on', 'is', null)
          .where('posted_on', '<=', today)
          .where('runs_until', '>=', today)
          .where('area_code', '>=', from as AreaCode)
          .where('area_code', '<', to as AreaCode)
          .orderBy('area_code')
          .orderBy('posted_on')
          .orderBy('masked_name')
          .limit(MOST)
          .execute();
        return {
          notices: rows.map((row) => ({
            maskedName: row.masked_name,
            programme: row.programme,
            area: row.area_code,
            postedOn: row.posted_on,
            runsUntil: row.runs_until,
          })),
        };
      }),
  });
