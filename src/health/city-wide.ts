import { actorScope, rescope, type TransactionContext } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';

/**
 * Work on rows of a station anywhere in the city: a township books with the county's station, the public asks for the
 * list. The caller was allowed to before; afterwards the actor's own scope holds.
 */
export async function cityWide<T>(
  context: TransactionContext,
  { casework }: HealthDependencies,
  work: () => Promise<T>,
): Promise<T> {
  await rescope(context.tx, { actor: context.actor.accountId, area: casework.city, purpose: 'health' });
  const done = await work();
  await rescope(context.tx, actorScope(context.actor));
  return done;
}
