import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';

const MOST = 20;

const output = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      /** Masked. */
      idNumber: z.string().nullable(),
      birthYear: z.number().int(),
      village: z.object({ code: z.string(), name: z.string() }).nullable(),
    }),
  ),
  /** Whether there are others: then more has to be typed. */
  more: z.boolean(),
});
export type FoundPeople = z.output<typeof output>;

/** Finds people of the own area by name or identity number: no more of each than tells who is meant. */
export const findPeople = ({ findPersons }: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/find-people',
    kind: 'query',
    summary: text('按姓名或者证件号找人', 'Find people by name or identity number'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({
      query: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .describe('a name in characters, pinyin or initials, or a whole number'),
      most: z.coerce.number().int().min(1).max(MOST).default(MOST),
    }),
    output,
    handle: async (context, asked) => {
      const { persons, more } = await findPersons(context, asked);
      return { people: [...persons], more };
    },
  });
