import { z } from 'zod';
import { checkupItems, checkupSource, pregnancyOutcomes } from '../../../policy/health/index.ts';
import { text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';

const part = z.object({
  key: z.string(),
  label: textPair,
  kind: z.enum(['number', 'choice', 'done']),
  unit: z.string().nullable(),
  /** Who sets the reference range; the laboratory's is typed with the value. */
  range: z.enum(['laboratory', 'rule', 'nobody']).nullable(),
  values: z.array(z.object({ value: z.string(), label: textPair, normal: z.boolean() })),
});

const output = z.object({
  source: textPair,
  items: z.array(
    z.object({
      key: z.string(),
      label: textPair,
      of: z.enum(['both', 'woman']),
      confirmLocally: z.boolean(),
      parts: z.array(part),
    }),
  ),
  outcomes: z.array(z.object({ value: z.string(), label: textPair })),
});
export type CheckupForm = z.output<typeof output>;

/** The items of the check-up, as a form. */
export const readCheckupForm = defineOperation({
  name: 'health/read-checkup-form',
  kind: 'query',
  summary: text('查看孕前检查表', 'Read the form of the preconception check-up'),
  permission: 'health:read',
  input: z.object({}),
  output,
  handle: () =>
    Promise.resolve({
      source: checkupSource,
      items: checkupItems.map(({ key, label, whom, confirmNormal, parts }) => ({
        key,
        label,
        of: whom.of,
        confirmLocally: whom.confirmLocally || confirmNormal,
        parts: parts.map((one) => ({
          key: one.key,
          label: one.label,
          kind: one.kind,
          unit: one.kind === 'number' ? one.unit : null,
          range: one.kind === 'number' ? one.range.setBy : null,
          values: one.kind === 'choice' ? [...one.values] : [],
        })),
      })),
      outcomes: Object.entries(pregnancyOutcomes).map(([value, label]) => ({ value, label })),
    }),
});
