import { z } from 'zod';
import { returnForms } from '../../../policy/returns/index.ts';
import { describe, returnPeriods, rowView, text, units } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const form = z.object({
  key: z.string(),
  title: words,
  level: z.string(),
  every: z.enum(returnPeriods),
  items: z.array(z.object({ key: z.string(), label: words, unit: z.string(), unitLabel: words })),
  /** What must be true of every row, in words. */
  checks: z.array(words),
});

const output = z.object({ forms: z.array(form) });
export type ReturnForms = z.output<typeof output>;

/** The returns that are asked for, with their columns and checks. */
export const listReturnForms = defineOperation({
  name: 'statistics/list-return-forms',
  kind: 'query',
  summary: text('查看有哪些报表', 'List the returns'),
  permission: 'returns:read',
  input: z.object({}),
  output,
  handle: () =>
    Promise.resolve({
      forms: returnForms.map(({ key, title, level, every, items, checks }) => ({
        key,
        title,
        level,
        every,
        items: Object.entries(items).map(([item, { label, unit }]) => ({
          key: item,
          label,
          unit,
          unitLabel: units[unit],
        })),
        checks: checks.map(({ must }) => describe(must, rowView(items))),
      })),
    }),
});
