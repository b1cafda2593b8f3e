import { z } from 'zod';
import type { Field } from './form.ts';

export const textPair = z.object({ zh: z.string(), en: z.string() });

/** A question as an answer of the API describes it. */
export const describedField = z.object({
  key: z.string(),
  kind: z.string(),
  label: textPair,
  help: textPair.nullable(),
  optional: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: textPair })),
});
export type DescribedField = z.output<typeof describedField>;

/** What faces need to ask a question: everything but the code that reads the answer. */
export const describeField = (key: string, field: Field): DescribedField => ({
  key,
  kind: field.kind,
  label: field.label,
  help: field.help,
  optional: field.optional,
  choices: [...field.choices],
});
