import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { openEntitlement } from '../open-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';
import { asOfficer, takeOnEntitlement } from '../take-on-entitlement.ts';

const changedMeanwhile = () =>
  failure(
    'conflict',
    text('在您打开之后，别人已经办理过。', 'Somebody has acted on it since you opened it.'),
    text('请刷新，核对后再办理。', 'Reload it, look, and act then.'),
  );

/** Takes one action on an entitlement: pause, resume, change, transfer, yearly check, end, appeal, overpayment. */
export const actOnEntitlement = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/act-on-entitlement',
    kind: 'command',
    summary: text('办理待遇变更', 'Act on an entitlement'),
    permission: 'benefits:write',
    auditDetail: ({ action }) => ({ action }),
    input: z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      action: z.string().max(60),
      answers: z.record(z.string().max(60), z.unknown()).default({}),
      /** The version that was on the screen: an action on anything else is refused. */
      version: z.number().int().optional(),
    }),
    output: z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      place: z.string(),
      version: z.number().int(),
    }),
    handle: async (context, { personId, entitlementId, action, answers, version }) => {
      const opened = await openEntitlement(context, { personId, entitlementId, lock: true });
      if (version !== undefined && version !== opened.row.version) throw changedMeanwhile();
      const acting = asOfficer(context);
      // The officer sees it; where it goes may lie outside the officer's area.
      return paymentsWide(context, dependencies, () =>
        takeOnEntitlement({ context, dependencies, opened }, { action, answers, acting }),
      );
    },
  });
