import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { happenedInput, noteInput, recordOutput } from '../fields.ts';
import { gradeOf, NOTE, readRecords, resultsOf } from '../read-records.ts';
import { readValues } from '../read-values.ts';
import { countGiven, type OnConsent, prepareRecord, writeRecord } from '../write-record.ts';

export const CHECKUP = 'preconception-checkup';

const MOST_RESULTS = 60;

const input = z.object({
  ...happenedInput,
  subject: z.enum(['woman', 'man']).describe('who was examined'),
  results: z
    .array(
      z.object({
        part: z.string().max(60),
        value: z.union([z.number(), z.string().max(60), z.boolean()]),
        unit: z.string().max(20).optional(),
        /** The range that the laboratory printed beside the value. */
        low: z.number().optional(),
        high: z.number().optional(),
      }),
    )
    .min(1)
    .max(MOST_RESULTS),
  note: noteInput.optional(),
});

const notACheckup = () =>
  failure(
    'conflict',
    text('这不是孕前优生健康检查事项。', 'This is not a case of a preconception check-up.'),
    text('其他服务请登记为服务记录。', 'Record other services as visits.'),
  );

/** Counted once for each person examined, and once when something is found. */
async function count(
  context: TransactionContext,
  dependencies: HealthDependencies,
  news: OnConsent & { readonly isFirst: boolean; readonly isFound: boolean },
): Promise<void> {
  if (news.isFirst) await countGiven(context, dependencies, { ...news, kind: 'checkup' });
  if (news.isFound) await countGiven(context, dependencies, { ...news, kind: 'risk-factor-found' });
}

/** Keeps what the laboratory and the doctor found, each value sealed and flagged against its range, and grades it. */
export const recordResults = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/record-results',
    kind: 'command',
    summary: text('登记孕前检查结果', 'Record the results of a preconception check-up'),
    permission: 'health:write',
    input,
    // Nothing of what was found: receipts of repeated calls stand outside of this compartment.
    output: recordOutput,
    handle: async (context, { results, note, ...happened }) => {
      const on = await prepareRecord(context, dependencies, happened);
      if (on.consented.opened.service.key !== CHECKUP) throw notACheckup();
      const { subject } = happened;
      const values = readValues(results, subject);
      const before = resultsOf(await readRecords(context, dependencies, on.consented));
      const recordId = await writeRecord(context, dependencies, {
        ...on,
        kind: 'results',
        values: { ...values, [NOTE]: note },
      });
      const grade = gradeOf({ ...before, ...values }, subject);
      await count(context, dependencies, {
        ...on,
        isFirst: Object.keys(before).length === 0,
        isFound: grade === 'factor-found' && gradeOf(before, subject) !== 'factor-found',
      });
      return { caseId: happened.caseId, recordId };
    },
  });
