import { z } from 'zod';
import { text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { attestedKinds, factItemLabels, factItems } from '../attested-facts.ts';
import { factKinds } from '../tables.ts';

const output = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(factKinds),
      label: textPair,
      /** What the day of the fact is. */
      day: textPair,
      items: z.array(z.object({ key: z.enum(factItems), label: textPair, required: z.boolean() })),
    }),
  ),
});
export type FactKindList = z.output<typeof output>;

/** What can be attested of somebody by a document, and what has to be said of each kind: forms are made from it. */
export const listFactKinds = defineOperation({
  name: 'benefits/list-fact-kinds',
  kind: 'query',
  summary: text('列出可以登记的待遇事实', 'List what can be attested'),
  permission: 'benefits:read',
  input: z.object({}),
  output,
  handle: () =>
    Promise.resolve({
      kinds: factKinds.map((kind) => {
        const { label, day, until, needs, may } = attestedKinds[kind];
        const untilItem = until ? [{ key: 'until' as const, label: until, required: false }] : [];
        const items = (keys: typeof needs, required: boolean) =>
          keys.map((key) => ({ key, label: factItemLabels[key], required }));
        return { kind, label, day, items: [...items(needs, true), ...untilItem, ...items(may, false)] };
      }),
    }),
});
