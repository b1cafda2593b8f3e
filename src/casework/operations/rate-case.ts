import { z } from 'zod';
import { refuses, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { readCaseNumber } from '../case-number.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { inCompartment } from '../in-compartment.ts';
import { asSystem, entitled, type OpenCase, openCase } from '../open-case.ts';
import { notReached, reachByCode } from '../reach-case.ts';
import type { CaseworkTables } from '../tables.ts';
import { takeAction } from '../take-action.ts';

const input = z.object({
  number: z.string().max(40),
  /** The code of the receipt, or the token of the link that was sent. */
  code: z.string().max(60),
  satisfied: z.enum(['satisfied', 'neutral', 'dissatisfied']),
  solved: z.enum(['yes', 'partly', 'no']),
  remark: z.string().trim().max(1000).default(''),
});
type Rating = z.output<typeof input>;

const notClosed = () =>
  failure(
    'conflict',
    text('事项还没有办结。', 'The case is not closed yet.'),
    text('办结后再评价。', 'Say how it went when it is.'),
  );

const ratedAlready = () =>
  failure(
    'conflict',
    text('这件事项已经评价过。', 'You have said already how it went.'),
    text('每件事项评价一次；如有新情况请另行提出。', 'It is asked once; for anything new, file a new case.'),
  );

async function keepRating(
  context: TransactionContext,
  { vault }: CaseworkDependencies,
  { opened, rating }: { readonly opened: OpenCase; readonly rating: Rating },
): Promise<void> {
  const { row } = opened;
  const kept = await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_ratings')
    .values({
      case_id: row.case_id,
      satisfied: rating.satisfied,
      solved: rating.solved,
      remark: rating.remark === '' ? null : vault.seal(`case ${row.case_id} rating`, rating.remark),
      rated_at: context.now(),
      compartment: row.compartment,
      area_scope: row.area_scope,
    })
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows !== 1n) throw ratedAlready();
}

/** Says how a closed case went: once, without signing in. A dissatisfied answer has a supervisor look at it again. */
export const rateCase = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/rate-case',
    kind: 'command',
    summary: text('评价办理结果', 'Say how a case went'),
    permission: 'public',
    input,
    output: z.object({ number: z.string(), reopened: z.boolean() }),
    handle: async (context, rating) => {
      const reached = await reachByCode(context, dependencies, { ...rating, orRatingToken: true });
      if (!reached) throw notReached();
      return inCompartment(context, { ...dependencies, compartment: reached.compartment }, async () => {
        const opened = await openCase(context, dependencies, {
          caseId: reached.caseId,
          lock: true,
          reader: entitled,
        });
        const { service, standing } = opened;
        if (!service.rated || standing.outcome === null) throw notClosed();
        await keepRating(context, dependencies, { opened, rating });
        const reopens =
          rating.satisfied === 'dissatisfied' &&
          refuses(service.workflow, standing, { key: 'reopen', acting: asSystem }) === null;
        if (reopens)
          await takeAction(
            { context, dependencies, opened },
            { action: 'reopen', answers: {}, acting: asSystem },
          );
        return { number: readCaseNumber(rating.number) ?? rating.number, reopened: reopens };
      });
    },
  });
