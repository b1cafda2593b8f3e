import type { AreaCode, CalendarDate, Service, WorkingCalendar } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { CaseVault } from './case-vault.ts';

/** An action that was taken, and the unit that has the case now. */
export interface TakenOnCase {
  readonly caseId: string;
  readonly service: string;
  readonly action: string;
  readonly area: AreaCode;
}

/** An action that somebody wants to take and whom its workflow lets. */
export interface AskedOfCase {
  readonly caseId: string;
  readonly service: string;
  readonly action: string;
}

/** What the casework room needs from outside, given at start. */
export interface CaseworkDependencies {
  readonly services: readonly Service[];
  readonly calendar: WorkingCalendar;
  /** The civil date in the city's time zone. */
  readonly today: () => CalendarDate;
  readonly city: AreaCode;
  readonly vault: CaseVault;
  /** Where the public reaches the site, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether there is such a unit today. */
  readonly isUnit: (context: TransactionContext, unit: AreaCode) => Promise<boolean>;
  /** The person whom an identity number names, if the register knows one. */
  readonly personOf: (context: TransactionContext, idNumber: string) => Promise<string | null>;
  /** Whether the caller may see somebody in the register. */
  readonly seesPerson: (context: TransactionContext, personId: string) => Promise<boolean>;
  /** Tells the register the phone that somebody left, as an event of its own. */
  readonly recordPhone: (
    context: TransactionContext,
    left: { readonly personId: string; readonly phone: string },
  ) => Promise<void>;
  /** Asks a room above whether an action may be taken now; it throws why not. Nothing is written yet. */
  readonly beforeAction?: (context: TransactionContext, asked: AskedOfCase) => Promise<void>;
  /** Tells a room above what was done to a case, within the same transaction and the scope of its compartment. */
  readonly afterAction?: (context: TransactionContext, taken: TakenOnCase) => Promise<void>;
}
