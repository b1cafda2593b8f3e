import { actorScope, rescope, type TransactionContext } from '../platform/index.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';

/** From here on the transaction works for the whole city in the compartment of benefits, files of children included. */
export const enterBenefits = (
  context: TransactionContext,
  { casework }: PaymentDependencies,
): Promise<void> =>
  rescope(context.tx, {
    actor: context.actor.accountId,
    area: casework.city,
    purpose: 'benefits',
    children: true,
  });

/**
 * Work on rows anywhere in the city: an entitlement goes to another county, a list takes up lines that failed before
 * somebody moved. The caller was allowed to before; afterwards the actor's own scope holds.
 */
export async function paymentsWide<T>(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  work: () => Promise<T>,
): Promise<T> {
  await enterBenefits(context, dependencies);
  const done = await work();
  await rescope(context.tx, actorScope(context.actor));
  return done;
}
