import type { Selectable } from 'kysely';
import { z } from 'zod';
import { areaRange, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { changedSinceNoted } from '../arrears.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';
import { findProgramme } from '../rules.ts';

type DecisionRow = Selectable<PaymentTables['benefits_arrears_decisions']>;

const unknownDecision = () =>
  failure(
    'not_found',
    text(
      '没有这条补发记录，或者不在您的管辖范围内。',
      'There are no such arrears, or they lie outside your area.',
    ),
    text('请从列表中选择。', 'Choose from the list.'),
  );

const decidedAlready = () =>
  failure(
    'conflict',
    text('这条补发记录已有决定。', 'These arrears were decided on already.'),
    text('请刷新列表。', 'Reload the list.'),
  );

const ownNote = () =>
  failure(
    'forbidden',
    text('不能审核自己记录的补发。', 'Nobody decides on arrears that they noted themselves.'),
    text('请由另一名负责人审核。', 'Have somebody else decide.'),
  );

const notOwedAnyMore = (months: number) =>
  failure(
    'conflict',
    text(
      `有 ${String(months)} 个月的应发金额在记录以后有变化。`,
      `What is due for ${String(months)} of the months has changed since it was noted.`,
    ),
    text('请不予批准，核对后重新记录。', 'Refuse it, look, and have it noted anew.'),
  );

async function openDecision({ tx }: TransactionContext, decisionId: string): Promise<DecisionRow> {
  const row = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_arrears_decisions')
    .selectAll()
    .where('decision_id', '=', decisionId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknownDecision();
  return row;
}

/** What was refused is owed no more and no less than before: it can be noted anew. */
const forget = ({ tx }: TransactionContext, { decision_id }: DecisionRow) =>
  tx
    .withTables<PaymentTables>()
    .deleteFrom('benefits_arrears')
    .where('decision_id', '=', decision_id)
    .execute();

async function requireStillOwed(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  row: DecisionRow,
): Promise<void> {
  const programme = findProgramme(dependencies, row.programme);
  const owing = { programme, ranges: [areaRange(row.area_code)], decisionId: row.decision_id };
  const changed = await changedSinceNoted(context, dependencies, owing);
  if (changed > 0) throw notOwedAnyMore(changed);
}

/** Another person approves arrears as they were noted, and the next list of the programme pays them; or refuses them. */
export const decideArrears = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/decide-arrears',
    kind: 'command',
    summary: text('审核补发', 'Decide on arrears'),
    permission: 'benefits:approve',
    auditDetail: ({ decisionId, as }) => ({ decisionId, as }),
    input: z.object({ decisionId: z.uuid(), as: z.enum(['approved', 'refused']) }),
    output: z.object({ decisionId: z.uuid(), as: z.string(), fen: z.number().int() }),
    handle: async (context, { decisionId, as }) => {
      const row = await openDecision(context, decisionId);
      if (row.decided_as !== null) throw decidedAlready();
      if (row.noted_by === context.actor.name) throw ownNote();
      return paymentsWide(context, dependencies, async () => {
        if (as === 'approved') await requireStillOwed(context, dependencies, row);
        else await forget(context, row);
        await context.tx
          .withTables<PaymentTables>()
          .updateTable('benefits_arrears_decisions')
          .set({ decided_as: as, decided_on: dependencies.casework.today(), decided_by: context.actor.name })
          .where('decision_id', '=', decisionId)
          .execute();
        return { decisionId, as, fen: row.fen };
      });
    },
  });
