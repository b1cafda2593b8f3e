import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { type Erasable, erasableLabels, erasureTitle } from '../erase-contact.ts';
import { findDefinition } from '../events/index.ts';
import { mask } from '../mask.ts';
import { maskedForm, openForm } from '../masked-form.ts';
import { mentioned, nameMentioned } from '../name-mentioned.ts';
import { openFile, stateOf } from '../person-file.ts';
import { openRecordedForm } from '../recorded-form.ts';
import { maskOf } from '../show-person.ts';
import type { RegisterTables } from '../tables.ts';
import { sealedKeys, type Vault } from '../vault.ts';

const textPair = z.object({ zh: z.string(), en: z.string() });
const answer = z.object({
  key: z.string(),
  label: textPair,
  choices: z.array(z.object({ value: z.string(), label: textPair })),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  changed: z.boolean(),
});

const output = z.object({
  personId: z.uuid(),
  requestId: z.uuid(),
  title: textPair,
  answers: z.array(answer),
  /** What ids and codes in it mean. */
  mentioned: z.array(mentioned),
});
export type RequestDetail = z.output<typeof output>;

const unknownRequest = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有这项申请。', 'There is no such request in your area.'),
    text('请刷新待办列表。', 'Reload the list.'),
  );

type Form = Readonly<Record<string, unknown>>;

const masked = (form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([key, value]) => {
      const sealed = sealedKeys.find((one) => one === key);
      const shown = sealed && typeof value === 'string' && !value.includes('*');
      return [key, shown ? mask(sealed, value) : value];
    }),
  );

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The record that is to be corrected or withdrawn, as its form; masked. */
async function recordedBefore(
  context: TransactionContext,
  vault: Vault,
  { person_id, event_id }: { readonly person_id: string; readonly event_id: string | null },
): Promise<Form> {
  const file = await openFile(context, person_id);
  const record = stateOf(file).standing.find((one) => one.id === event_id);
  return record ? maskedForm(await openRecordedForm(context, file, record), vault) : {};
}

/** What is to be erased, masked. */
async function shownErasure(
  context: TransactionContext,
  vault: Vault,
  { person_id, request_id, form }: { person_id: string; request_id: string; form: Form | null },
) {
  // One of the closed list when the request was kept.
  const field = form?.['field'] as Erasable;
  const { attributes } = stateOf(await openFile(context, person_id));
  return {
    personId: person_id,
    requestId: request_id,
    title: erasureTitle,
    answers: [
      {
        key: field,
        label: erasableLabels[field],
        choices: [],
        before: maskOf(vault, person_id)(field, attributes[field]),
        after: null,
        changed: true,
      },
    ],
    mentioned: [],
  };
}

/** What is asked for, answer by answer, beside what is recorded: what whoever decides looks at. Sealed values masked. */
export const readRequest = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/read-request',
    kind: 'query',
    auditReads: true,
    summary: text('查看一项登记申请', 'Read a request'),
    permission: 'register:read',
    input: z.object({ personId: z.uuid(), requestId: z.uuid() }),
    output,
    handle: async (context, { personId, requestId }) => {
      const row = await context.tx
        .withTables<RegisterTables>()
        .selectFrom('register_requests')
        .selectAll()
        .where('person_id', '=', personId)
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      if (row?.kind === 'erase') return shownErasure(context, dependencies.vault, row);
      const definition = row && findDefinition(row.form_key);
      if (!definition) throw unknownRequest();
      const before = row.event_id ? await recordedBefore(context, dependencies.vault, row) : {};
      const after = row.form ? masked(openForm(dependencies.vault, requestId, row.form)) : {};
      return {
        personId,
        requestId,
        title: definition.title,
        mentioned: await nameMentioned(context, [before, after]),
        answers: Object.entries(definition.fields).map(([key, { label, choices }]) => ({
          key,
          label,
          choices: [...choices],
          before: before[key] ?? null,
          after: row.kind === 'withdraw' ? null : (after[key] ?? null),
          changed: row.kind === 'withdraw' || !same(before[key], after[key]),
        })),
      };
    },
  });
