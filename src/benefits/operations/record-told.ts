import { z } from 'zod';
import { dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { asOfficer, takeOnEntitlement } from '../take-on-entitlement.ts';

const MOST = 500;

/** Many people were told of what is proposed to them: their letters were handed over. */
export const recordTold = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/record-told',
    kind: 'command',
    summary: text('登记告知书已经递交', 'Record that letters were handed over'),
    permission: 'benefits:write',
    auditDetail: ({ entitlements }) => ({ told: entitlements.length }),
    input: z.object({
      /** The day; left out: today. */
      on: dateInput.optional(),
      /** Who brought them; left out: whoever records it. */
      bearer: z.string().trim().min(1).max(40).optional(),
      entitlements: z
        .array(z.object({ personId: z.uuid(), entitlementId: z.uuid() }))
        .min(1)
        .max(MOST),
    }),
    output: z.object({ told: z.number().int() }),
    handle: async (context, { on, bearer, entitlements }) => {
      const answers = { way: 'letter', ...(on ? { on } : {}), ...(bearer ? { bearer } : {}) };
      for (const one of entitlements) {
        const opened = await openEntitlement(context, { ...one, lock: true });
        const asked = { action: 'tell', answers, acting: asOfficer(context) };
        await takeOnEntitlement({ context, dependencies, opened }, asked);
      }
      return { told: entitlements.length };
    },
  });
