import { z } from 'zod';
import { routes } from '../../../policy/payment/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { keepAccount } from '../begin-entitlement.ts';
import { openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { asOfficer, takeOnEntitlement } from '../take-on-entitlement.ts';

/** From now on it is paid to another account. What stands on a list already keeps the old one. */
export const changeAccount = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/change-account',
    kind: 'command',
    summary: text('变更收款账户', 'Change the account that a benefit is paid to'),
    permission: 'benefits:write',
    input: z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      route: z.enum(routes),
      number: z
        .string()
        .transform((value) => value.replace(/\s/g, ''))
        .pipe(z.string().regex(/^\d{8,32}$/)),
      holder: z.string().trim().min(1).max(50),
    }),
    output: z.object({ personId: z.uuid(), entitlementId: z.uuid(), account: z.number().int() }),
    handle: async (context, { personId, entitlementId, ...account }) => {
      const opened = await openEntitlement(context, { personId, entitlementId, lock: true });
      const on = { context, dependencies, opened };
      await takeOnEntitlement(on, { action: 'change-account', answers: {}, acting: asOfficer(context) });
      const version = await keepAccount(context, dependencies, { row: opened.row, account });
      return { personId, entitlementId, account: version };
    },
  });
