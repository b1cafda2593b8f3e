import type { LedgerAccount, PostingKind } from '../../policy/payment/index.ts';
import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';
import { type EntitlementTables, entitlementTableKinds } from './entitlement-tables.ts';
import type { Json } from './json-column.ts';

export type BatchState = 'draft' | 'approved' | 'exported' | 'reconciled' | 'cancelled';

/** What a period of a place was paid with in a list: it stands on the list, whatever is said later. */
export interface PaidRate {
  readonly place: string;
  readonly first: CalendarDate;
  readonly variant: string;
  readonly fen: number;
  readonly stale: boolean;
}

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type BatchesTable = {
  batch_id: string;
  number: string;
  programme: string;
  year: number;
  quarter: number;
  area_code: AreaCode;
  state: BatchState;
  lines: number;
  fen: number;
  digest: string;
  rates: Json<readonly PaidRate[]>;
  created_at: Date;
  created_by: string;
  approved_at: Date | null;
  approved_by: string | null;
  exported_at: Date | null;
  exported_by: string | null;
  reconciled_at: Date | null;
  reconciled_by: string | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  area_scope: AreaCode;
};

type PaymentsTable = {
  person_id: string;
  entitlement_id: string;
  batch_id: string;
  line: number;
  programme: string;
  fen: number;
  /** The part of it that tops up months of earlier lists. */
  arrears_fen: number;
  months: number;
  from_month: CalendarDate | null;
  to_month: CalendarDate | null;
  account_version: number;
  area_code: AreaCode;
  area_scope: AreaCode;
};

type PaidMonthsTable = {
  person_id: string;
  programme: string;
  month: CalendarDate;
  entitlement_id: string;
  batch_id: string;
  fen: number;
  area_scope: AreaCode;
};

type ArrearsDecisionsTable = {
  decision_id: string;
  programme: string;
  area_code: AreaCode;
  people: number;
  months: number;
  fen: number;
  document: string;
  noted_on: CalendarDate;
  noted_by: string;
  decided_as: 'approved' | 'refused' | null;
  decided_on: CalendarDate | null;
  decided_by: string | null;
  area_scope: AreaCode;
};

type ArrearsTable = {
  person_id: string;
  programme: string;
  month: CalendarDate;
  /** What was granted of the month before. */
  paid_fen: number;
  entitlement_id: string;
  decision_id: string;
  fen: number;
  area_scope: AreaCode;
};

type PaidArrearsTable = {
  person_id: string;
  programme: string;
  month: CalendarDate;
  paid_fen: number;
  entitlement_id: string;
  batch_id: string;
  fen: number;
  area_scope: AreaCode;
};

type MergedMonthsTable = {
  /** The record that goes on. */
  person_id: string;
  programme: string;
  month: CalendarDate;
  record_id: string;
  entitlement_id: string;
  batch_id: string;
  area_scope: AreaCode;
};

type PaymentResultsTable = {
  person_id: string;
  entitlement_id: string;
  batch_id: string;
  result: 'paid' | 'failed';
  fen: number;
  reason: string | null;
  day: CalendarDate;
  file_digest: string;
  area_scope: AreaCode;
};

type FailedLinesTable = {
  person_id: string;
  entitlement_id: string;
  batch_id: string;
  programme: string;
  fen: number;
  area_scope: AreaCode;
};

type RetriesTable = {
  person_id: string;
  entitlement_id: string;
  failed_batch_id: string;
  batch_id: string;
  fen: number;
  area_scope: AreaCode;
};

type LedgerTable = {
  source_id: string;
  entry_id: string;
  at: Date;
  by: string;
  day: CalendarDate;
  debit: LedgerAccount;
  credit: LedgerAccount;
  fen: number;
  programme: string;
  purpose: PostingKind;
  once: string | null;
  area_scope: AreaCode;
};

type ExportsTable = {
  batch_id: string;
  export_id: string;
  at: Date;
  by: string;
  format: string;
  lines: number;
  fen: number;
  sha256: string;
  area_scope: AreaCode;
};

type ReturnFilesTable = {
  batch_id: string;
  file_digest: string;
  format: string;
  lines: number;
  begun_at: Date;
  begun_by: string;
  finished_at: Date | null;
  area_scope: AreaCode;
};

type OverpaymentsTable = {
  person_id: string;
  entitlement_id: string;
  overpayment_id: string;
  programme: string;
  fen: number;
  from_month: CalendarDate;
  to_month: CalendarDate;
  noted_on: CalendarDate;
  noted_by: string;
  settled_as: 'returned' | 'waived' | 'not-owed' | null;
  settled_fen: number | null;
  settled_on: CalendarDate | null;
  settled_by: string | null;
  area_scope: AreaCode;
};

type RecordsTable = {
  record_id: string;
  project: string;
  day: CalendarDate;
  area_code: AreaCode;
  person_id: string | null;
  household_id: string | null;
  /** The record that it belongs to: the policy of a claim. */
  part_of: string | null;
  amounts: Json<Readonly<Record<string, number>>>;
  details: Sealed | null;
  recorded_at: Date;
  recorded_by: string;
  voided_on: CalendarDate | null;
  voided_by: string | null;
  area_scope: AreaCode;
};

/** Tables of entitlements and payments. */
export type PaymentTables = EntitlementTables & {
  benefits_batches: BatchesTable;
  benefits_payments: PaymentsTable;
  benefits_paid_months: PaidMonthsTable;
  benefits_arrears_decisions: ArrearsDecisionsTable;
  benefits_arrears: ArrearsTable;
  benefits_paid_arrears: PaidArrearsTable;
  benefits_merged_months: MergedMonthsTable;
  benefits_payment_results: PaymentResultsTable;
  benefits_failed_lines: FailedLinesTable;
  benefits_retries: RetriesTable;
  benefits_ledger: LedgerTable;
  benefits_exports: ExportsTable;
  benefits_return_files: ReturnFilesTable;
  benefits_overpayments: OverpaymentsTable;
  benefits_records: RecordsTable;
};

export const paymentTableKinds = {
  ...entitlementTableKinds,
  benefits_batches: { kind: 'reference' },
  benefits_payments: { kind: 'distributed', owner: 'person_id' },
  benefits_paid_months: { kind: 'distributed', owner: 'person_id' },
  benefits_arrears_decisions: { kind: 'reference' },
  benefits_arrears: { kind: 'distributed', owner: 'person_id' },
  benefits_paid_arrears: { kind: 'distributed', owner: 'person_id' },
  benefits_merged_months: { kind: 'distributed', owner: 'person_id' },
  benefits_payment_results: { kind: 'distributed', owner: 'person_id' },
  benefits_failed_lines: { kind: 'distributed', owner: 'person_id' },
  benefits_retries: { kind: 'distributed', owner: 'person_id' },
  benefits_ledger: { kind: 'distributed', owner: 'source_id' },
  benefits_exports: { kind: 'distributed', owner: 'batch_id' },
  benefits_return_files: { kind: 'distributed', owner: 'batch_id' },
  benefits_overpayments: { kind: 'distributed', owner: 'person_id' },
  benefits_records: { kind: 'distributed', owner: 'record_id' },
} as const;
