import { actorScope, rescope, type TransactionContext } from '../platform/index.ts';
import type { BenefitsDependencies } from './dependencies.ts';

/**
 * Reads what stands on the row of a person wherever in the city it is: a spouse of another county is a spouse. The
 * actor was allowed to see the person before; afterwards the actor's own scope holds.
 */
export async function cityWide<T>(
  context: TransactionContext,
  { city }: Pick<BenefitsDependencies, 'city'>,
  work: () => Promise<T>,
): Promise<T> {
  const scope = { actor: context.actor.accountId, area: city, purpose: 'operation', children: true } as const;
  await rescope(context.tx, scope);
  const done = await work();
  await rescope(context.tx, actorScope(context.actor));
  return done;
}
