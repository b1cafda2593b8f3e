import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type Rows, writeSpreadsheet } from '../../platform/index.ts';
import { EVENT, formsOf, type RowForm } from '../import/columns.ts';
import { type ImportKind, importKinds } from '../tables.ts';

const textPair = z.object({ zh: z.string(), en: z.string() });

const column = z.object({
  key: z.string(),
  /** How an answer is written: a date, a choice, a person. */
  kind: z.string(),
  label: textPair,
  help: textPair.nullable(),
  optional: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: textPair })),
});

const output = z.object({
  fileName: z.string(),
  /** A file with the headings alone, in base64. */
  content: z.base64(),
  /** What each column means, for each form that a row may fill in. */
  forms: z.array(z.object({ key: z.string(), title: textPair, columns: z.array(column) })),
});
export type ImportTemplate = z.output<typeof output>;

const columnsOf = ({ fields }: RowForm) =>
  Object.entries(fields).map(([key, { kind, label, help, optional, choices }]) => ({
    key,
    kind,
    label,
    help,
    optional,
    choices: [...choices],
  }));

/** Every heading once; a file of events names the event first. */
function headingsOf(kind: ImportKind, forms: readonly RowForm[], locale: 'zh' | 'en'): Rows[number] {
  const labels = forms.flatMap(({ fields }) => Object.values(fields).map(({ label }) => label[locale]));
  return [...new Set([...(kind === 'events' ? [EVENT[locale]] : []), ...labels])];
}

const unknownForm = (key: string) =>
  failure(
    'not_found',
    text(`没有登记事项 ${key}。`, `There is no event ${key}.`),
    text('请从登记事项列表中选择。', 'Choose one of the list of events.'),
  );

/** The columns of a file that can be taken in, derived from the forms of the events, as a file to be filled in. */
export const readImportTemplate = defineOperation({
  name: 'register/read-import-template',
  kind: 'query',
  summary: text('批量导入的模板', 'The template of a file to be taken in'),
  permission: 'register:read',
  input: z.object({
    kind: z.enum(importKinds),
    event: z.string().optional().describe('of a file of events: for this one alone'),
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
    locale: z.enum(['zh', 'en']).default('zh'),
  }),
  output,
  handle: async (_, { kind, event, format, locale }) => {
    const forms = formsOf[kind].filter(({ key }) => event === undefined || key === event);
    if (forms.length === 0) throw unknownForm(event ?? '');
    const file = await writeSpreadsheet([headingsOf(kind, forms, locale)], format);
    return {
      fileName: `jiahu-${event ?? kind}.${format}`,
      content: file.toString('base64'),
      forms: forms.map((form) => ({ key: form.key, title: form.title, columns: columnsOf(form) })),
    };
  },
});
