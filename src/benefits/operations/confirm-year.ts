import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { asOfficer, takeOnEntitlement } from '../take-on-entitlement.ts';

/** The yearly check of many at once: each was seen by somebody, who says in a sentence how. */
export const confirmYear = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/confirm-year',
    kind: 'command',
    summary: text('年审通过', 'Confirm entitlements for a year'),
    permission: 'benefits:write',
    auditDetail: ({ year, entitlements }) => ({ year, confirmed: entitlements.length }),
    input: z.object({
      year: z.number().int().min(2004).max(2100),
      basis: z.string().trim().min(1).max(500),
      entitlements: z
        .array(z.object({ personId: z.uuid(), entitlementId: z.uuid() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ confirmed: z.number().int() }),
    handle: async (context, { year, basis, entitlements }) => {
      for (const one of entitlements) {
        const opened = await openEntitlement(context, { ...one, lock: true });
        const asked = { action: 'check', answers: { year, basis }, acting: asOfficer(context) };
        await takeOnEntitlement({ context, dependencies, opened }, asked);
      }
      return { confirmed: entitlements.length };
    },
  });
