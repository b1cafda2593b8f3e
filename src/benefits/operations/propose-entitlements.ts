import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { RegisterTables } from '../../register/index.ts';
import { makeEntitlement, openOne } from '../begin-entitlement.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';

const MOST = 2000;

const unknownProgramme = () =>
  failure(
    'not_found',
    text('没有这个项目。', 'There is no such programme.'),
    text('请核对项目代码。', 'Check its key.'),
  );

/** Those of the people named who live and belong to the area of whoever asks; of all others nothing is said. */
async function placesOf({ tx }: TransactionContext, personIds: readonly string[]) {
  return tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['person_id', 'registered_village', 'resident_village'])
    .where('person_id', 'in', [...personIds])
    .where('death_date', 'is', null)
    .where('merged_into', 'is', null)
    .execute();
}

/**
 * Tells people whom assessment found eligible that they may be: for each a proposal that an officer brings to them.
 * Nobody is refused by it, nothing is granted, and whoever has an entitlement or a proposal already gets no second.
 */
export const proposeEntitlements = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/propose-entitlements',
    kind: 'command',
    summary: text('提示可能符合条件的人', 'Propose a benefit to people who may be entitled'),
    permission: 'benefits:write',
    auditDetail: ({ programme, personIds }) => ({ programme, people: personIds.length }),
    input: z.object({ programme: z.string().max(60), personIds: z.array(z.uuid()).min(1).max(MOST) }),
    output: z.object({
      proposed: z.array(z.object({ personId: z.uuid(), entitlementId: z.uuid() })),
      alreadyThere: z.number().int(),
      notHere: z.number().int(),
    }),
    handle: async (context, { programme: key, personIds }) => {
      const programme = dependencies.programmes.find((one) => one.key === key);
      if (!programme || programme.award.kind !== 'money') throw unknownProgramme();
      const asked = [...new Set(personIds)];
      const places = await placesOf(context, asked);
      const proposed: { personId: string; entitlementId: string }[] = [];
      let alreadyThere = 0;
      for (const { person_id: personId, registered_village, resident_village } of places) {
        const area = registered_village ?? resident_village;
        if (area === null) continue;
        if (await openOne(context, personId, key)) {
          alreadyThere += 1;
          continue;
        }
        const making = { personId, programme, caseId: null, area };
        proposed.push({ personId, entitlementId: await makeEntitlement(context, dependencies, making) });
      }
      return { proposed, alreadyThere, notHere: asked.length - proposed.length - alreadyThere };
    },
  });
