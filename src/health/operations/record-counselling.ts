import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { happenedInput, noteInput, recordOutput } from '../fields.ts';
import { countGiven, prepareRecord, writeRecord } from '../write-record.ts';

/** Records that results were talked over, and what was advised. */
export const recordCounselling = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/record-counselling',
    kind: 'command',
    summary: text('登记咨询指导', 'Record counselling'),
    permission: 'health:write',
    input: z.object({ ...happenedInput, note: noteInput }),
    output: recordOutput,
    handle: async (context, { note, ...happened }) => {
      const on = await prepareRecord(context, dependencies, happened);
      const recordId = await writeRecord(context, dependencies, {
        ...on,
        kind: 'counselling',
        values: { note },
      });
      await countGiven(context, dependencies, { ...on, kind: 'counselling' });
      return { caseId: happened.caseId, recordId };
    },
  });
