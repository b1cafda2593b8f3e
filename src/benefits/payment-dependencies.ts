import type { CaseworkDependencies } from '../casework/index.ts';
import type { EnteredValue, Programme } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { EntitlementVault } from './entitlement-vault.ts';

/** What entitlements and payments need from outside, given at start. */
export interface PaymentDependencies {
  /** Services, calendar, city and units, as cases are handled with them. */
  readonly casework: CaseworkDependencies;
  readonly vault: EntitlementVault;
  readonly programmes: readonly Programme[];
  /** Values that officers entered, with their documents. */
  readonly entered: (context: TransactionContext) => Promise<readonly EnteredValue[]>;
}
