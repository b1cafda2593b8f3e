import { text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { OwnedRecord } from './desk.ts';
import { definitionOf } from './event-form.ts';
import type { RecordedForm } from './masked-form.ts';
import { openFile, type PersonFile } from './person-file.ts';
import type { EventRecord } from './records.ts';
import { recordsOfAct } from './withdraw.ts';

const notCorrectable = () =>
  failure(
    'conflict',
    text('这项登记没有可更正的表单。', 'There is no form by which this record could be corrected.'),
    text('请撤回后重新登记。', 'Withdraw it and record it again.'),
  );

/** An act with the record that its form is about: the one that names the form, otherwise the record itself. */
export async function openRecordedForm(
  context: TransactionContext,
  file: PersonFile,
  record: EventRecord,
): Promise<RecordedForm & { readonly records: readonly OwnedRecord[] }> {
  const records = await recordsOfAct(context, file, record);
  const named = record.form === null ? records.find((one) => one.record.form !== null) : undefined;
  const main = named ?? { personId: file.personId, record };
  const owner = main.personId === file.personId ? file : await openFile(context, main.personId);
  const definition = definitionOf(main.record, owner);
  if (!definition) throw notCorrectable();
  return { definition, file: owner, record: main.record, records };
}
