import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maskedForm } from '../masked-form.ts';
import { openFile } from '../person-file.ts';
import { openRecordedForm } from '../recorded-form.ts';
import { requireStanding } from '../withdraw.ts';

const output = z.object({
  personId: z.uuid(),
  eventId: z.uuid(),
  formKey: z.string(),
  /** What is sealed is masked; an answer that is sent back masked stays as it was. */
  answers: z.record(z.string(), z.unknown()),
});
export type RecordedAnswers = z.output<typeof output>;

/** A record as the form that would make it again: what a correction starts from. Audited like every reading. */
export const readForm = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/read-form',
    kind: 'query',
    auditReads: true,
    summary: text('以表单形式查看一项登记', 'Read a record as its form'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), eventId: z.uuid() }),
    output,
    handle: async (context, { personId, eventId }) => {
      const file = await openFile(context, personId);
      const recorded = await openRecordedForm(context, file, requireStanding(file, eventId));
      return {
        personId: recorded.file.personId,
        eventId: recorded.record.id,
        formKey: recorded.definition.key,
        answers: { ...maskedForm(recorded, dependencies.vault) },
      };
    },
  });
