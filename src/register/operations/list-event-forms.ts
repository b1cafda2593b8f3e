import { z } from 'zod';
import { describedField, describeField, text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { attributeLabels } from '../attribute-labels.ts';
import { eventDefinitions, needsSecondPerson } from '../events/index.ts';
import { attributeKeys } from '../person.ts';

const choices = z.array(z.object({ value: z.string(), label: textPair }));
const attribute = z.object({ key: z.string(), label: textPair, choices });

const form = z.object({
  key: z.string(),
  operation: z.string(),
  title: textPair,
  definition: textPair,
  source: textPair,
  /** Whether it is requested first and recorded when a second person has agreed. */
  needsSecondPerson: z.boolean(),
  /** The question that names the person it is about, when it is asked of somebody in the register. */
  subject: z.string().nullable(),
  fields: z.array(describedField),
});

const output = z.object({
  forms: z.array(form),
  /** What records say of a person beside the place, in the words of a history. */
  attributes: z.array(attribute),
});
export type EventForms = z.output<typeof output>;

/** Every kind of event that can be recorded, with its definition, its source and its questions. */
export const listEventForms = defineOperation({
  name: 'register/list-event-forms',
  kind: 'query',
  summary: text('列出登记事项及其表单', 'List the kinds of events and their forms'),
  permission: 'register:read',
  input: z.object({}),
  output,
  handle: () =>
    Promise.resolve({
      attributes: attributeKeys.map((key) => {
        const { label, choices: values } = attributeLabels[key];
        return { key, label, choices: [...values] };
      }),
      forms: eventDefinitions.map(({ key, operation, title, definition, source, fields, holds }) => ({
        key,
        operation,
        title,
        definition,
        source,
        needsSecondPerson: needsSecondPerson.has(key),
        subject: Object.keys(fields).find((name) => holds[name] === 'subject') ?? null,
        fields: Object.entries(fields).map(([name, field]) => describeField(name, field)),
      })),
    }),
});
