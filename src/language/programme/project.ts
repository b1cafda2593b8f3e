import type { CalendarDate } from '../calendar-date.ts';
import type { LegalBasis } from '../service.ts';
import type { Text } from '../text.ts';
import type { Unit } from '../unit.ts';

/** Whose record it is. */
export const recordOwners = ['person', 'household', 'unit', 'area'] as const;
export type RecordOwner = (typeof recordOwners)[number];

/** What is given otherwise than in money to a person: recorded when it was given, counted by what was recorded. */
export interface Project {
  readonly key: string;
  readonly title: Text;
  readonly whose: RecordOwner;
  /** What a record says in numbers; money in fen. */
  readonly items: Readonly<Record<string, { readonly label: Text; readonly unit: Unit }>>;
  /** An item that is the sum of others in every record: a premium is what its payers pay. */
  readonly sum?: { readonly of: readonly string[]; readonly is: string };
  /** The kind of record that each of these belongs to: a claim to a policy. */
  readonly belongsTo: string | null;
  /** Nothing of it is ever public below the whole city, and no record is counted below its county. */
  readonly confidential: boolean;
  readonly from: CalendarDate;
  readonly sources: readonly [LegalBasis, ...LegalBasis[]];
}
