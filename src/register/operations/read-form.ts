import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { definitionOf, formOf } from '../event-form.ts';
import { openFile } from '../person-file.ts';
import { recordsOfAct, requireStanding } from '../withdraw.ts';

const noForm = () =>
  failure(
    'conflict',
    text('这项登记没有可更正的表单。', 'There is no form by which this record could be corrected.'),
    text('请撤回后重新登记。', 'Withdraw it and record it again.'),
  );

/** A record as the form that would make it again: what a correction starts from. Audited like every reading. */
export const readForm = defineOperation({
  name: 'register/read-form',
  kind: 'query',
  auditReads: true,
  summary: text('以表单形式查看一项登记', 'Read a record as its form'),
  permission: 'register:write',
  input: z.object({ personId: z.uuid(), eventId: z.uuid() }),
  output: z.object({
    personId: z.uuid(),
    eventId: z.uuid(),
    formKey: z.string(),
    answers: z.record(z.string(), z.unknown()),
  }),
  handle: async (context, { personId, eventId }) => {
    const file = await openFile(context, personId);
    const record = requireStanding(file, eventId);
    const records = await recordsOfAct(context, file, record);
    const main = record.form === null ? records.find((one) => one.record.form !== null) : undefined;
    const owner = main ? await openFile(context, main.personId) : file;
    const subject = main?.record ?? record;
    const definition = definitionOf(subject);
    if (!definition) throw noForm();
    return {
      personId: owner.personId,
      eventId: subject.id,
      formKey: definition.key,
      answers: { ...formOf(definition, owner, subject) },
    };
  },
});
