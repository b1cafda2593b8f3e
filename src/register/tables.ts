import type { ColumnType } from 'kysely';
import type { AreaCode, CalendarDate, Population } from '../language/index.ts';
import type { EventKind, Sex } from './person.ts';

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
  id_number: string | null;
  household_id: string | null;
  relation_to_head: string | null;
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
};

/** Append-only: what happened is inserted and never changed; only the scope columns may follow the person. */
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

/** The tables of the register room. */
export type RegisterTables = {
  register_persons: PersonsTable;
  register_households: HouseholdsTable;
  register_events: EventsTable;
  register_spells: SpellsTable;
  register_id_directory: IdDirectoryTable;
};

export const registerTableKinds = {
  register_persons: { kind: 'distributed', owner: 'person_id' },
  register_households: { kind: 'distributed', owner: 'household_id' },
  register_events: { kind: 'distributed', owner: 'person_id' },
  register_spells: { kind: 'distributed', owner: 'person_id' },
  register_id_directory: { kind: 'distributed', owner: 'id_digest' },
} as const;
