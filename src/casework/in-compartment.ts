import { compartments } from '../language/index.ts';
import { actorScope, rescope, type TransactionContext } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import type { Compartment } from './tables.ts';

export { compartments };

type Where = Pick<CaseworkDependencies, 'city'> & { readonly compartment: Compartment };

/** From here on the transaction works for the whole city in one compartment. */
export const enterCompartment = (context: TransactionContext, { city, compartment }: Where): Promise<void> =>
  rescope(context.tx, { actor: context.actor.accountId, area: city, purpose: compartment });

/**
 * Work for the whole city in one compartment: filing by the public, handing over to another unit, looking up by number
 * and second factor. The caller was allowed to before; afterwards the actor's scope holds.
 */
export async function inCompartment<T>(
  context: TransactionContext,
  where: Where,
  work: () => Promise<T>,
): Promise<T> {
  await enterCompartment(context, where);
  const done = await work();
  await rescope(context.tx, actorScope(context.actor));
  return done;
}
