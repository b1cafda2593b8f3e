import type { ColumnType } from 'kysely';
import type { AreaCode, CalendarDate, Channel, Queue, Service, TakenBy } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';

export type Compartment = Service['compartment'];

/** Answers as they are kept: what is personal is sealed one by one. */
export type KeptAnswers = Readonly<Record<string, unknown>>;
type Json = ColumnType<KeptAnswers, string, string>;

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type CasesTable = {
  case_id: string;
  number: string;
  service: string;
  service_version: number;
  compartment: Compartment;
  channel: Channel;
  /** The unit that has the case. */
  area_scope: AreaCode;
  /** The place that the case is about. */
  subject_area: AreaCode;
  queue: Queue | null;
  step: string | null;
  outcome: string | null;
  applicant_name: string | null;
  person_id: string | null;
  /** Seen by whoever handles it, whoever supervises them, and while nobody has it by those who may take it. */
  restricted: boolean;
  distress: boolean;
  filed_at: ColumnType<Date, Date, never>;
  filed_by: string;
  received_on: CalendarDate;
  /** From when the clocks run: the day of receipt, or the one on which they began anew. */
  started_on: CalendarDate;
  /** Null where none is due, while the clock stands, and beyond the years whose holidays are announced. */
  reply_due: CalendarDate | null;
  close_due: CalendarDate | null;
  replied_on: CalendarDate | null;
  closed_on: CalendarDate | null;
  /** Found by a job, not on reading. */
  reply_late: boolean;
  close_late: boolean;
  assignee: string | null;
  bundle_id: string | null;
  merged_into: string | null;
  /** The number under which another platform sent it. */
  external_number: string | null;
  answers: Json;
  version: number;
};

type ActionsTable = {
  case_id: string;
  seq: number;
  action: string;
  taken_by: TakenBy;
  actor: string;
  at: ColumnType<Date, Date, never>;
  day: CalendarDate;
  step_from: string | null;
  place_to: string;
  /** The unit that had the case when it was taken. */
  unit: AreaCode;
  answers: Json;
  compartment: Compartment;
  area_scope: AreaCode;
};

type PartsTable = {
  case_id: string;
  part_id: string;
  unit_scope: AreaCode;
  question: Sealed;
  asked_at: ColumnType<Date, Date, never>;
  asked_by: string;
  answer: Sealed | null;
  answered_at: Date | null;
  answered_by: string | null;
  compartment: Compartment;
  area_scope: AreaCode;
};

type RatingsTable = {
  case_id: string;
  satisfied: 'satisfied' | 'neutral' | 'dissatisfied';
  solved: 'yes' | 'partly' | 'no';
  remark: Sealed | null;
  rated_at: Date;
  compartment: Compartment;
  area_scope: AreaCode;
};

type MessagesTable = {
  case_id: string;
  message_id: string;
  recipient: Sealed | null;
  body_zh: string;
  body_en: string;
  written_at: Date;
  sent_at: Date | null;
  compartment: Compartment;
  area_scope: AreaCode;
};

type CertificatesTable = {
  case_id: string;
  certificate_number: string;
  issued_on: CalendarDate;
  shown: Json;
  revoked_on: CalendarDate | null;
  compartment: Compartment;
  area_scope: AreaCode;
};

type NumbersTable = {
  number_digest: string;
  case_id: string;
  compartment: Compartment;
  phone_digest: string | null;
  wrong_guesses: number;
  closed_until: Date | null;
};

type DraftsTable = {
  draft_digest: string;
  service: string;
  service_version: number;
  answers: Sealed;
  /** The number of the case that it became. */
  filed_as: string | null;
  expires_at: Date;
};

/** The tables of the casework room. */
export type CaseworkTables = {
  casework_cases: CasesTable;
  casework_actions: ActionsTable;
  casework_parts: PartsTable;
  casework_ratings: RatingsTable;
  casework_messages: MessagesTable;
  casework_certificates: CertificatesTable;
  casework_numbers: NumbersTable;
  casework_drafts: DraftsTable;
};

/** Tables whose rows follow the case when another unit gets it. */
export const followers = [
  'casework_actions',
  'casework_parts',
  'casework_ratings',
  'casework_messages',
  'casework_certificates',
] as const satisfies readonly (keyof CaseworkTables)[];

export const caseworkTableKinds = {
  casework_cases: { kind: 'distributed', owner: 'case_id' },
  casework_actions: { kind: 'distributed', owner: 'case_id' },
  casework_parts: { kind: 'distributed', owner: 'case_id' },
  casework_ratings: { kind: 'distributed', owner: 'case_id' },
  casework_messages: { kind: 'distributed', owner: 'case_id' },
  casework_certificates: { kind: 'distributed', owner: 'case_id' },
  casework_numbers: { kind: 'distributed', owner: 'number_digest' },
  casework_drafts: { kind: 'distributed', owner: 'draft_digest' },
} as const;
