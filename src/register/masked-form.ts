import type { Sealed } from '../platform/index.ts';
import { formOf } from './event-form.ts';
import type { AnyEventDefinition } from './events/definition.ts';
import { mask } from './mask.ts';
import type { PersonFile } from './person-file.ts';
import type { EventRecord } from './records.ts';
import { type SealedKey, sealedKeys, type Vault } from './vault.ts';

type Form = Readonly<Record<string, unknown>>;

export interface RecordedForm {
  readonly definition: AnyEventDefinition;
  readonly file: PersonFile;
  readonly record: EventRecord;
}

/** The form of a record with what is sealed in clear, for comparing; never for showing. */
function clearForm({ definition, file, record }: RecordedForm, vault: Vault): Form {
  const form = formOf(definition, file, record);
  const clear = sealedKeys
    .filter((key) => typeof form[key] === 'string')
    .map((key) => [key, vault.open(file.personId, key, form[key] as Sealed)]);
  return { ...form, ...(Object.fromEntries(clear) as Form) };
}

const each = (form: Form, change: (key: SealedKey, value: string) => string): Form => ({
  ...form,
  ...Object.fromEntries(
    sealedKeys.flatMap((key) => {
      const value = form[key];
      return typeof value === 'string' ? [[key, change(key, value)]] : [];
    }),
  ),
});

/** The form of a record as a correction starts from it: what is sealed is masked. */
export const maskedForm = (recorded: RecordedForm, vault: Vault): Form =>
  each(clearForm(recorded, vault), mask);

/** A corrected form with every answer that was left masked as it was. */
export function unmaskForm(recorded: RecordedForm, vault: Vault, form: Form): Form {
  const before = clearForm(recorded, vault);
  return each(form, (key, value) => {
    const known = before[key];
    return typeof known === 'string' && mask(key, known) === value ? known : value;
  });
}

/** What is asked for waits sealed too. */
export const sealForm = (vault: Vault, requestId: string, form: Form): Form =>
  each(form, (key, value) => vault.seal(requestId, key, value));

export const openForm = (vault: Vault, requestId: string, form: Form): Form =>
  each(form, (key, value) => vault.open(requestId, key, value as Sealed));
