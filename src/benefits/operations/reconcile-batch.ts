import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { notInState, openBatch } from '../batches.ts';
import { bookedOf, sumsOf } from '../check-books.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const fen = z.number().int();
const output = z.object({
  batchId: z.uuid(),
  state: z.string(),
  approvedFen: fen,
  paidFen: fen,
  failedFen: fen,
  waitingFen: fen,
  paid: z.number().int(),
  failed: z.number().int(),
  waiting: z.number().int(),
  /** Paid, failed and waiting are what was approved, in lines and in the books, to the fen. */
  balanced: z.boolean(),
});
export type Reconciled = z.output<typeof output>;

/** Accounts for every fen of an approved list; when nothing waits any more and all adds up, the list is closed. */
export const reconcileBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/reconcile-batch',
    kind: 'command',
    summary: text('对账', 'Reconcile a list of payments'),
    permission: 'benefits:pay',
    auditDetail: ({ batchId }) => ({ batchId }),
    input: z.object({ batchId: z.uuid() }),
    output,
    handle: async (context, { batchId }) => {
      const row = await openBatch(context, { batchId, lock: true });
      if (row.state !== 'exported' && row.state !== 'reconciled') throw notInState(row);
      return paymentsWide(context, dependencies, async () => {
        const sums = await sumsOf(context, batchId);
        const booked = await bookedOf(context, batchId);
        const balanced =
          sums.approvedFen === row.fen &&
          sums.paidFen + sums.failedFen + sums.waitingFen === row.fen &&
          booked.sent === row.fen &&
          booked.paid === sums.paidFen &&
          booked.failed === sums.failedFen;
        const isOver = balanced && sums.waiting === 0;
        if (isOver && row.state === 'exported')
          await context.tx
            .withTables<PaymentTables>()
            .updateTable('benefits_batches')
            .set({ state: 'reconciled', reconciled_at: context.now(), reconciled_by: context.actor.name })
            .where('batch_id', '=', batchId)
            .execute();
        return { batchId, state: isOver ? 'reconciled' : row.state, ...sums, balanced };
      });
    },
  });
