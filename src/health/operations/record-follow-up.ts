import { z } from 'zod';
import { type PregnancyOutcome, pregnancyOutcomes } from '../../../policy/health/index.ts';
import { text } from '../../language/index.ts';
import { DomainError, defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { happenedInput, noteInput, recordOutput } from '../fields.ts';
import { moveCase } from '../move-case.ts';
import { countGiven, prepareRecord, writeRecord } from '../write-record.ts';

const outcomes = Object.keys(pregnancyOutcomes) as [PregnancyOutcome, ...PregnancyOutcome[]];

const input = z.object({
  ...happenedInput,
  stage: z.enum(['early-follow-up', 'outcome-follow-up']),
  /** Of the follow-up of an outcome: as far as somebody wants to tell. */
  outcome: z.enum(outcomes).optional(),
  note: noteInput.optional(),
});
type Input = z.output<typeof input>;

/** The step of the case that goes with each. */
const steps = { 'early-follow-up': 'follow-early', 'outcome-follow-up': 'follow-outcome' } as const;

const outcomeBelongs = (isWanted: boolean) =>
  new DomainError({
    code: 'invalid_input',
    field: 'outcome',
    message: isWanted
      ? text('没有填写妊娠结局。', 'How it ended is not given.')
      : text('早孕随访不填妊娠结局。', 'An early follow-up has no outcome.'),
    remedy: isWanted
      ? text('请选择；不愿告知的，选“不愿告知”。', 'Choose one; "preferred not to say" is one of them.')
      : text('请留空。', 'Leave it empty.'),
  });

function requireOutcome({ stage, outcome }: Input): void {
  const isWanted = stage === 'outcome-follow-up';
  if ((outcome !== undefined) !== isWanted) throw outcomeBelongs(isWanted);
}

/** Records a call in early pregnancy or after it. How it ended is counted for the programme and judged by nobody. */
export const recordFollowUp = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/record-follow-up',
    kind: 'command',
    summary: text('登记早孕或者妊娠结局随访', 'Record a follow-up in early pregnancy or after it'),
    permission: 'health:write',
    input,
    output: recordOutput,
    handle: async (context, given) => {
      requireOutcome(given);
      const { stage, outcome, note, ...happened } = given;
      const on = await prepareRecord(context, dependencies, happened);
      const values = { outcome, note, followed: true };
      const recordId = await writeRecord(context, dependencies, { ...on, kind: stage, values });
      const detail = outcome === undefined ? {} : { detail: outcome };
      await countGiven(context, dependencies, { ...on, kind: stage, ...detail });
      await moveCase(context, dependencies, {
        opened: on.consented.opened,
        actions: [steps[stage]],
        answers: { followedOn: happened.day },
      });
      return { caseId: happened.caseId, recordId };
    },
  });
