import type { ColumnType } from 'kysely';
import type { AreaCode, CalendarDate, Population } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';
import type { DocumentKind } from './documents.ts';
import type { EventKind, HukouKind, RelationToHead, Sex } from './person.ts';
import type { Details } from './person-file.ts';

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type Scopes = {
  registered_scope: AreaCode | null;
  resident_scope: AreaCode | null;
};

type PersonsTable = Scopes & {
  person_id: string;
  name: string;
  sex: Sex;
  birth_date: CalendarDate;
  death_date: CalendarDate | null;
  id_number: Sealed | null;
  document_kind: DocumentKind | null;
  document_number: Sealed | null;
  phone: Sealed | null;
  address: Sealed | null;
  household_id: string | null;
  relation_to_head: RelationToHead | null;
  hukou_kind: HukouKind | null;
  guardian_id: string | null;
  merged_into: string | null;
  counted: boolean;
  /** How the name sounds: initials and syllables. */
  sound: string | null;
  mother_id: string | null;
  mother_birth_date: CalendarDate | null;
  father_id: string | null;
  spouse_id: string | null;
  registered_village: AreaCode | null;
  resident_village: AreaCode | null;
  version: number;
};

type HouseholdsTable = {
  household_id: string;
  head_id: string;
  village_scope: AreaCode;
  formed_on: CalendarDate;
  dissolved_on: CalendarDate | null;
};

/** Append-only: what was recorded is never changed; only whether it still counts and who answers for it are kept. */
type EventsTable = Scopes & {
  person_id: string;
  event_id: string;
  kind: EventKind;
  event_date: CalendarDate;
  registered_from: AreaCode | null;
  registered_to: AreaCode | null;
  resident_from: AreaCode | null;
  resident_to: AreaCode | null;
  spouse_id: string | null;
  household_from: string | null;
  details: ColumnType<Details | null, string | null, never>;
  replaces: string | null;
  act_id: string | null;
  effective: boolean;
  recorded_at: ColumnType<Date, Date, never>;
  recorded_by: string;
};

type SpellsTable = Scopes & {
  person_id: string;
  spell_id: string;
  population: Population;
  village_code: AreaCode;
  from_date: CalendarDate;
  to_date: CalendarDate | null;
};

type IdDirectoryTable = {
  id_digest: string;
  person_id: string;
};

type PhoneDirectoryTable = {
  phone_digest: string;
  person_id: string;
};

type AddressDirectoryTable = {
  token_digest: string;
  person_id: string;
};

/** What waits for a second person, and what was decided. */
type RequestsTable = Scopes & {
  person_id: string;
  request_id: string;
  kind: 'record' | 'correct' | 'withdraw' | 'transfer' | 'erase';
  /** The record to be corrected or withdrawn. */
  event_id: string | null;
  form_key: string;
  form: ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>;
  reason: string;
  state: 'requested' | 'approved' | 'refused';
  requested_at: ColumnType<Date, Date, never>;
  requested_by: string;
  decided_at: Date | null;
  decided_by: string | null;
  decision_reason: string | null;
  /** Of a transfer: where to, which side has to agree, and whom it is about. */
  receiving_scope: AreaCode | null;
  agreeing_side: 'sending' | 'receiving' | null;
  subject_name: string | null;
};

type ImportsTable = {
  import_id: string;
  kind: ImportKind;
  file_name: string;
  area: AreaCode;
  imported_by: string;
  started_at: Date;
  finished_at: Date | null;
  rows: number;
  added: number;
  known: number;
  refused: number;
};

type ImportRowsTable = {
  row_digest: string;
  import_id: string;
  person_id: string;
};

export const importKinds = ['persons', 'households', 'events'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The tables of the register room. */
export type RegisterTables = {
  register_persons: PersonsTable;
  register_households: HouseholdsTable;
  register_events: EventsTable;
  register_spells: SpellsTable;
  register_id_directory: IdDirectoryTable;
  register_phone_directory: PhoneDirectoryTable;
  register_address_directory: AddressDirectoryTable;
  register_requests: RequestsTable;
  register_imports: ImportsTable;
  register_import_rows: ImportRowsTable;
};

export const registerTableKinds = {
  register_persons: { kind: 'distributed', owner: 'person_id' },
  register_households: { kind: 'distributed', owner: 'household_id' },
  register_events: { kind: 'distributed', owner: 'person_id' },
  register_spells: { kind: 'distributed', owner: 'person_id' },
  register_id_directory: { kind: 'distributed', owner: 'id_digest' },
  register_phone_directory: { kind: 'distributed', owner: 'phone_digest' },
  register_address_directory: { kind: 'distributed', owner: 'token_digest' },
  register_requests: { kind: 'distributed', owner: 'person_id' },
  register_imports: { kind: 'distributed', owner: 'import_id' },
  register_import_rows: { kind: 'distributed', owner: 'row_digest' },
} as const;
