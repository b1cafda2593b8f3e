import { z } from 'zod';
import { dateInput } from '../language/index.ts';
import { type IdNumberFacts, parseIdNumber } from './id-number.ts';

const idNumberInput = z.string().transform((value, context): IdNumberFacts => {
  const facts = parseIdNumber(value);
  if (facts) return facts;
  context.addIssue({
    code: 'custom',
    message: 'not an identity number: check the 18 digits, the last one follows from the others',
  });
  return z.NEVER;
});

const sexInput = z.enum(['male', 'female']);

/** Who a person is, as a form tells it. Names keep rare characters and the middle dot. */
export const identityInput = z.object({
  name: z.string().trim().min(1).max(50),
  sex: sexInput,
  birthDate: dateInput,
  idNumber: idNumberInput.optional(),
});
export type IdentityInput = z.output<typeof identityInput>;

export const receipt = z.object({ personId: z.uuid(), eventId: z.uuid() });
