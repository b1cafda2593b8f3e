import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterTables } from '../../register/index.ts';
import { batchOutput, openBatch, referenceOf, showBatch } from '../batches.ts';
import { sumsOf } from '../check-books.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const MOST = 200;
const fen = z.number().int();
const output = batchOutput.extend({
  sums: z.object({
    approvedFen: fen,
    paidFen: fen,
    failedFen: fen,
    waitingFen: fen,
    paid: z.number().int(),
    failed: z.number().int(),
    waiting: z.number().int(),
  }),
  rates: z.array(
    z.object({ place: z.string(), first: z.string(), variant: z.string(), fen, stale: z.boolean() }),
  ),
  rows: z.array(
    z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      name: z.string().nullable(),
      line: z.number().int(),
      reference: z.string(),
      fen,
      /** The part of it that tops up months of earlier lists. */
      arrearsFen: fen,
      months: z.number().int(),
      fromMonth: z.string().nullable(),
      toMonth: z.string().nullable(),
      area: z.string(),
      result: z.enum(['paid', 'failed', 'waiting']),
      reason: z.string().nullable(),
    }),
  ),
});
export type BatchDetail = z.output<typeof output>;

/** One list with its lines; those that failed alone, if asked for. */
export const readBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/read-batch',
    kind: 'query',
    summary: text('查看发放名单', 'Read a list of payments'),
    permission: 'benefits:read',
    auditReads: true,
    auditDetail: ({ batchId }) => ({ batchId }),
    input: z.object({
      batchId: z.uuid(),
      result: z.enum(['paid', 'failed', 'waiting']).optional(),
      limit: z.coerce.number().int().min(0).max(MOST).default(50),
      after: z.coerce.number().int().min(0).default(0).describe('the last line that was shown'),
    }),
    output,
    handle: async (context, { batchId, result, limit, after }) => {
      const row = await openBatch(context, { batchId, lock: false });
      return paymentsWide(context, dependencies, async () => {
        const lines = await context.tx
          .withTables<PaymentTables & RegisterTables>()
          .selectFrom('benefits_payments as p')
          .leftJoin('benefits_payment_results as r', (join) =>
            join
              .onRef('r.person_id', '=', 'p.person_id')
              .onRef('r.entitlement_id', '=', 'p.entitlement_id')
              .onRef('r.batch_id', '=', 'p.batch_id'),
          )
          .leftJoin('register_persons as n', 'n.person_id', 'p.person_id')
          .select([
            'p.person_id',
            'p.entitlement_id',
            'n.name',
            'p.line',
            'p.fen',
            'p.arrears_fen',
            'p.months',
          ])
          .select(['p.from_month', 'p.to_month', 'p.area_code', 'r.result', 'r.reason'])
          .where('p.batch_id', '=', batchId)
          .where('p.line', '>', after)
          .$if(result !== undefined, (query) =>
            query.where(sql<SqlBool>`coalesce(r.result, 'waiting') = ${result}`),
          )
          .orderBy('p.line')
          .limit(limit)
          .execute();
        return {
          ...showBatch(row),
          sums: await sumsOf(context, batchId),
          rates: [...row.rates],
          rows: lines.map((one) => ({
            personId: one.person_id,
            entitlementId: one.entitlement_id,
            name: one.name,
            line: one.line,
            reference: referenceOf(row.number, one.line),
            fen: one.fen,
            arrearsFen: one.arrears_fen,
            months: one.months,
            fromMonth: one.from_month,
            toMonth: one.to_month,
            area: one.area_code,
            result: one.result ?? ('waiting' as const),
            reason: one.reason,
          })),
        };
      });
    },
  });
