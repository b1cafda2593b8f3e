import { z } from 'zod';
import { text } from '../../language/index.ts';
import { type Actor, defineOperation, failure } from '../../platform/index.ts';
import { batchOutput, notInState, openBatch, showBatch } from '../batches.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

/** Whoever makes lists, and whoever approves them. */
const mayCancel = ({ permissions }: Actor) =>
  permissions.has('benefits:pay') || permissions.has('benefits:approve');

const notYours = () =>
  failure(
    'forbidden',
    text('没有撤销名单的权限。', 'You may not cancel lists.'),
    text('请由财务人员或者审核负责人办理。', 'Ask an accountant or a supervisor of benefits.'),
  );

/** A list that nobody has approved is put away; its months and arrears are free again. Its lines stay, as a record of what was made. */
export const cancelBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/cancel-batch',
    kind: 'command',
    summary: text('撤销发放名单', 'Cancel a list of payments'),
    permission: 'benefits:read',
    auditDetail: ({ batchId, reason }) => ({ batchId, reason }),
    input: z.object({ batchId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
    output: batchOutput,
    handle: async (context, { batchId }) => {
      if (!mayCancel(context.actor)) throw notYours();
      const row = await openBatch(context, { batchId, lock: true });
      if (row.state !== 'draft') throw notInState(row);
      return paymentsWide(context, dependencies, async () => {
        const db = context.tx.withTables<PaymentTables>();
        for (const table of ['benefits_paid_months', 'benefits_retries', 'benefits_paid_arrears'] as const)
          await db
            .deleteFrom(table)
            .where('batch_id', '=', batchId)
            .where(
              'person_id',
              'in',
              db.selectFrom('benefits_payments').select('person_id').where('batch_id', '=', batchId),
            )
            .execute();
        await db.deleteFrom('benefits_merged_months').where('batch_id', '=', batchId).execute();
        const changes = {
          state: 'cancelled',
          cancelled_at: context.now(),
          cancelled_by: context.actor.name,
        } as const;
        await db.updateTable('benefits_batches').set(changes).where('batch_id', '=', batchId).execute();
        return showBatch({ ...row, ...changes });
      });
    },
  });
