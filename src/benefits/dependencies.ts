import type { DivisionTree } from '../areas/index.ts';
import type { AreaCode, CalendarDate, EnteredValue, Programme } from '../language/index.ts';
import type { Database, FactSource, SealedSnapshot, TransactionContext } from '../platform/index.ts';
import type { NamedPerson } from '../register/index.ts';

/** What the benefits room needs from outside, given at start. */
export interface BenefitsDependencies {
  readonly programmes: readonly Programme[];
  /** Values that no source gives: for a made-up city alone. */
  readonly demoValues: readonly EnteredValue[];
  readonly city: AreaCode;
  readonly today: () => CalendarDate;
  readonly database: Database;
  readonly snapshotFolder: string;
  readonly snapshots: {
    readonly list: (context: TransactionContext) => Promise<readonly SealedSnapshot[]>;
    readonly open: (snapshot: SealedSnapshot) => Promise<FactSource>;
  };
  readonly divisions: (context: TransactionContext) => Promise<DivisionTree>;
  /** Whether the actor may see the file of a person. */
  readonly seesPerson: (context: TransactionContext, personId: string) => Promise<boolean>;
  /** Who is meant by a name or an identity number, as far as the actor's purpose and area reach. */
  readonly findPersons: (
    context: TransactionContext,
    asked: { readonly query: string; readonly most: number },
  ) => Promise<{ readonly persons: readonly NamedPerson[]; readonly more: boolean }>;
}
