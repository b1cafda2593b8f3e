import type { CaseworkDependencies } from '../casework/index.ts';
import type { HealthVault } from './health-vault.ts';

/** What the health room needs from outside, given at start. */
export interface HealthDependencies {
  /** Services, calendar, city and units, as cases are handled with them. */
  readonly casework: CaseworkDependencies;
  readonly vault: HealthVault;
}
