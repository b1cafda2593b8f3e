import { z } from 'zod';
import { givenByService } from '../../../policy/health/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { happenedInput, noteInput, recordOutput } from '../fields.ts';
import { countGiven, prepareRecord, writeRecord } from '../write-record.ts';

/**
 * Records a visit or another service given in one meeting. It exists only with a consent that stands: the operation
 * asks for it, and a foreign key of the table does.
 */
export const recordVisit = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/record-visit',
    kind: 'command',
    summary: text('登记自愿走访或者其他服务', 'Record a voluntary visit, or another service that was given'),
    permission: 'health:write',
    input: z.object({
      ...happenedInput,
      way: z.enum(['home', 'phone', 'station']),
      note: noteInput.optional(),
    }),
    output: recordOutput,
    handle: async (context, { way, note, ...happened }) => {
      const on = await prepareRecord(context, dependencies, happened);
      const recordId = await writeRecord(context, dependencies, {
        ...on,
        kind: 'visit',
        values: { way, note },
      });
      const { service } = on.consented.opened;
      await countGiven(context, dependencies, { ...on, kind: givenByService[service.key] ?? 'visit' });
      return { caseId: happened.caseId, recordId };
    },
  });
