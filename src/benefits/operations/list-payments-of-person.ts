import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { paymentsOf } from '../person-payments.ts';

const output = z.object({
  payments: z.array(
    z.object({
      entitlementId: z.uuid(),
      batchId: z.uuid(),
      programme: z.string(),
      year: z.number().int(),
      quarter: z.number().int(),
      fen: z.number().int(),
      /** The part of it that tops up months of earlier lists. */
      arrearsFen: z.number().int(),
      months: z.number().int(),
      fromMonth: z.string().nullable(),
      toMonth: z.string().nullable(),
      state: z.enum(['draft', 'approved', 'exported', 'paid', 'failed']),
      day: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type PersonPayments = z.output<typeof output>;

/** Everything that stands on a list for somebody, with what came of it; nothing of lists that were cancelled. */
export const listPaymentsOfPerson = defineOperation({
  name: 'benefits/list-payments-of-person',
  kind: 'query',
  summary: text('查看某人的发放记录', 'List what was paid to a person'),
  permission: 'benefits:read',
  auditReads: true,
  input: z.object({ personId: z.uuid() }),
  output,
  handle: async (context, { personId }) => ({ payments: [...(await paymentsOf(context, personId))] }),
});
