import { z } from 'zod';
import { type AreaCode, areaInput, areaRange, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { batchOutput, showBatch } from '../batches.ts';
import type { PaymentTables } from '../payment-tables.ts';

const output = z.object({ batches: z.array(batchOutput) });
export type BatchList = z.output<typeof output>;
const MOST = 500;

/** Lists of payments, newest first. */
export const listBatches = defineOperation({
  name: 'benefits/list-batches',
  kind: 'query',
  summary: text('列出发放名单', 'List the lists of payments'),
  permission: 'benefits:read',
  input: z.object({
    programme: z.string().max(60).optional(),
    year: z.coerce.number().int().optional(),
    area: areaInput.optional(),
  }),
  output,
  handle: async ({ tx }, { programme, year, area }) => {
    const range = area === undefined ? null : areaRange(area);
    const rows = await tx
      .withTables<PaymentTables>()
      .selectFrom('benefits_batches')
      .selectAll()
      .$if(programme !== undefined, (query) => query.where('programme', '=', programme ?? ''))
      .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
      .$if(range !== null, (query) =>
        query
          .where('area_code', '>=', (range?.from ?? '') as AreaCode)
          .where('area_code', '<', (range?.to ?? '') as AreaCode),
      )
      .orderBy('year', 'desc')
      .orderBy('quarter', 'desc')
      .orderBy('created_at', 'desc')
      .limit(MOST)
      .execute();
    return { batches: rows.map(showBatch) };
  },
});
