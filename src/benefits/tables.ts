import type { ColumnType } from 'kysely';
import type { AreaCode, CalendarDate } from '../language/index.ts';

/** What can be attested of somebody. */
export const factKinds = [
  'children-complete',
  'earlier-child',
  'disability',
  'honour-certificate',
  'complication',
  'classed-rural',
  'cleft-diagnosis',
  'cleft-operation',
  'institution',
  'local-childcare',
  'checkup',
] as const;
export type FactKind = (typeof factKinds)[number];

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type Scopes = {
  registered_scope: AreaCode | null;
  resident_scope: AreaCode | null;
};

/** Append-only: what is wrong is withdrawn. */
type FactsTable = Scopes & {
  person_id: string;
  fact_id: string;
  kind: FactKind;
  /** Born, certified, issued, diagnosed, checked on. */
  day: CalendarDate;
  /** Died, ended, void, recovered on. */
  until: CalendarDate | null;
  sex: 'male' | 'female' | null;
  adopted_on: CalendarDate | null;
  grade: number | null;
  graded_from: CalendarDate | null;
  graded_to: CalendarDate | null;
  document: string;
  invented: boolean;
  recorded_at: ColumnType<Date, Date, never>;
  recorded_by: string;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
};

type ValuesTable = {
  value_id: string;
  programme: string;
  parameter: string;
  /** Digits with which the codes of its divisions begin. */
  place: string;
  from_date: CalendarDate;
  to_date: CalendarDate | null;
  amount: number;
  document: string;
  published_on: CalendarDate;
  confirmed_through: CalendarDate;
  entered_at: ColumnType<Date, Date, never>;
  entered_by: string;
  approved_at: Date | null;
  approved_by: string | null;
};

/** The tables of the benefits room. */
export type BenefitsTables = {
  benefits_facts: FactsTable;
  benefits_values: ValuesTable;
};

export const benefitsTableKinds = {
  benefits_facts: { kind: 'distributed', owner: 'person_id' },
  benefits_values: { kind: 'reference' },
} as const;
