import type { CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { Scopes } from './person-rows.ts';
import type { Vault } from './vault.ts';

/** What a room above the register does when somebody else answers for a person from now on. */
export type FollowPerson = (
  context: TransactionContext,
  moved: { readonly personId: string; readonly scopes: Scopes },
) => Promise<void>;

/** What the register needs from outside, given at start. */
export interface RegisterDependencies {
  /** The civil date in the city's time zone. */
  readonly today: () => CalendarDate;
  /** What opens and finds sealed attributes. */
  readonly vault: Vault;
  /** What rooms above keep of a person under the codes that permissions read. */
  readonly alsoFollow: readonly FollowPerson[];
}
