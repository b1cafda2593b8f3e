import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { balancesOf, findFaults } from '../check-books.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';

const output = z.object({
  balanced: z.boolean(),
  accounts: z.array(
    z.object({ account: z.string(), debitFen: z.number().int(), creditFen: z.number().int() }),
  ),
  faults: z.array(
    z.object({
      rule: z.string(),
      batchId: z.uuid().nullable(),
      expected: z.number().int(),
      found: z.number().int(),
    }),
  ),
});
export type CheckedLedger = z.output<typeof output>;

/** Whether everything adds up, for the whole city: lists, lines, months, what the bank said, and the books. */
export const checkLedger = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/check-ledger',
    kind: 'query',
    summary: text('核对账目', 'Check the books'),
    permission: 'benefits:pay',
    input: z.object({}),
    output,
    handle: (context) =>
      paymentsWide(context, dependencies, async () => {
        const accounts = await balancesOf(context);
        const faults = await findFaults(context);
        const sum = (side: 'debitFen' | 'creditFen') => accounts.reduce((all, one) => all + one[side], 0);
        return {
          balanced: sum('debitFen') === sum('creditFen') && faults.length === 0,
          accounts: [...accounts],
          faults: [...faults],
        };
      }),
  });
