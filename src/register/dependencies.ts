import type { CalendarDate } from '../language/index.ts';
import type { Vault } from './vault.ts';

/** What the register needs from outside, given at start. */
export interface RegisterDependencies {
  /** The civil date in the city's time zone. */
  readonly today: () => CalendarDate;
  /** What opens and finds sealed attributes. */
  readonly vault: Vault;
}
