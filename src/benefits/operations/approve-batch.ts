import { sql } from 'kysely';
import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { type BatchRow, batchOutput, notInState, openBatch, showBatch } from '../batches.ts';
import { bookGranted } from '../book-granted.ts';
import { giveMemory, readLines } from '../build-batch.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const ownList = () =>
  failure(
    'forbidden',
    text('不能审批自己生成的名单。', 'Nobody approves a list of their own making.'),
    text('请由另一名人员审批。', 'Have somebody else approve it.'),
  );

const changedSince = () =>
  failure(
    'conflict',
    text('名单与生成时不一致。', 'The list is not what it was when it was made.'),
    text('请撤销后重新生成，并告知管理员。', 'Cancel it and make it anew, and tell the administrator.'),
  );

/** From here on the next list begins after the months of this one. */
async function moveOn({ tx }: TransactionContext, { batch_id }: BatchRow, perYear: boolean): Promise<void> {
  await sql`
    UPDATE benefits_segments s
    SET next_month = (p.to_month + make_interval(months => ${perYear ? 12 : 1}))::date
    FROM benefits_payments p
    WHERE p.batch_id = ${batch_id} AND p.to_month IS NOT NULL
      AND s.person_id = p.person_id AND s.entitlement_id = p.entitlement_id
      AND s.next_month <= p.to_month`.execute(tx);
}

/** Another person approves the list as it was made: from here on every fen of it is owed. */
export const approveBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/approve-batch',
    kind: 'command',
    summary: text('审批发放名单', 'Approve a list of payments'),
    permission: 'benefits:approve',
    auditDetail: ({ batchId }) => ({ batchId }),
    input: z.object({ batchId: z.uuid() }),
    output: batchOutput,
    handle: async (context, { batchId }) => {
      const row = await openBatch(context, { batchId, lock: true });
      if (row.state !== 'draft') throw notInState(row);
      if (row.created_by === context.actor.name) throw ownList();
      return paymentsWide(context, dependencies, async () => {
        await giveMemory(context.tx, row.lines);
        const lines = await readLines(context, batchId);
        if (lines.digest !== row.digest || lines.fen !== row.fen) throw changedSince();
        const award = dependencies.programmes.find(({ key }) => key === row.programme)?.award;
        await moveOn(context, row, award?.kind === 'money' && award.per === 'year');
        await bookGranted(context, row, dependencies.casework.today());
        const changes = {
          state: 'approved',
          approved_at: context.now(),
          approved_by: context.actor.name,
        } as const;
        await context.tx
          .withTables<PaymentTables>()
          .updateTable('benefits_batches')
          .set(changes)
          .where('batch_id', '=', batchId)
          .execute();
        return showBatch({ ...row, ...changes });
      });
    },
  });
