import { z } from 'zod';
import { benefitPersons, type FactColumn, text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';

const output = z.object({
  view: z.string(),
  doc: textPair,
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['boolean', 'integer', 'code', 'date']),
      label: textPair,
      codes: z.array(z.string()).nullable(),
    }),
  ),
});

/** The facts that conditions may ask about: also the schema of facts that are given for somebody who need not exist. */
export const listFacts = defineOperation({
  name: 'benefits/list-facts',
  kind: 'query',
  summary: text('列出待遇条件所用的事实', 'List the facts that conditions ask about'),
  permission: 'public',
  input: z.object({}),
  output,
  handle: () =>
    Promise.resolve({
      view: benefitPersons.name,
      doc: benefitPersons.doc,
      columns: Object.entries<FactColumn>(benefitPersons.columns).map(([name, { type, label, codes }]) => ({
        name,
        type,
        label,
        codes: codes ? [...codes] : null,
      })),
    }),
});
