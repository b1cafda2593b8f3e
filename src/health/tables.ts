import type { ColumnType } from 'kysely';
import type { GivenKind, IncidentKind, StationLevel } from '../../policy/health/index.ts';
import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';

/** Whose record it is. Children under 14 have a guardian to consent for them. */
export const subjects = ['woman', 'man', 'child'] as const;
export type Subject = (typeof subjects)[number];

export type ConsentWay = 'signed' | 'online';
export type RecordKind = 'visit' | 'results' | 'counselling' | 'early-follow-up' | 'outcome-follow-up';

/** Every value sealed by itself, in its place. */
export type SealedContent = Readonly<Record<string, Sealed>>;

export interface Finding {
  readonly criterion: string;
  readonly met: boolean;
  readonly evidence: string;
}

type Json<T> = ColumnType<T, string, string>;

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type StationsTable = {
  station_id: string;
  version: number;
  name: string;
  level: StationLevel;
  area_code: AreaCode;
  address: string;
  phone: string;
  hours: string;
  offers: Json<readonly string[]>;
  /** Check-ups a day. */
  capacity: number;
  opened_on: CalendarDate;
  closed_on: CalendarDate | null;
  recorded_at: Date;
  recorded_by: string;
  area_scope: AreaCode;
};

type AssessmentsTable = {
  station_id: string;
  year: number;
  assessed_on: CalendarDate;
  /** The document of the city that says what a model is. */
  basis: string;
  findings: Json<readonly Finding[]>;
  is_model: boolean;
  assessed_by: string;
  level: StationLevel;
  area_code: AreaCode;
  area_scope: AreaCode;
};

type IncidentsTable = {
  station_id: string;
  incident_id: string;
  kind: IncidentKind;
  happened_on: CalendarDate;
  /** How many people, without who. */
  affected: number;
  account: Sealed;
  reported_at: Date;
  reported_by: string;
  level: StationLevel;
  area_code: AreaCode;
  area_scope: AreaCode;
};

type IncidentStepsTable = {
  station_id: string;
  incident_id: string;
  step_id: string;
  day: CalendarDate;
  account: Sealed;
  closes: boolean;
  at: Date;
  by: string;
  area_scope: AreaCode;
};

type ConsentsTable = {
  case_id: string;
  consent_id: string;
  subject: Subject;
  given_by: 'self' | 'guardian';
  /** The name of whoever consented. */
  giver: Sealed;
  way: ConsentWay;
  service: string;
  text_version: number;
  text_zh: string;
  text_en: string;
  given_on: CalendarDate;
  recorded_at: Date;
  recorded_by: string;
  area_scope: AreaCode;
};

type StandingConsentsTable = {
  case_id: string;
  consent_id: string;
  subject: Subject;
  area_scope: AreaCode;
};

type WithdrawalsTable = {
  case_id: string;
  consent_id: string;
  withdrawn_at: Date;
  recorded_by: string;
  area_scope: AreaCode;
};

type RecordsTable = {
  case_id: string;
  record_id: string;
  consent_id: string;
  subject: Subject;
  kind: RecordKind;
  station_id: string;
  day: CalendarDate;
  content: Json<SealedContent>;
  recorded_at: Date;
  recorded_by: string;
  area_scope: AreaCode;
};

type WithheldTable = {
  case_id: string;
  record_id: string;
  consent_id: string;
  subject: Subject;
  kind: RecordKind;
  station_id: string;
  day: CalendarDate;
  content: Json<SealedContent>;
  recorded_at: Date;
  recorded_by: string;
  withheld_at: Date;
  area_scope: AreaCode;
};

type BookingsTable = {
  case_id: string;
  consent_id: string;
  subject: Subject;
  station_id: string;
  day: CalendarDate;
  booked_at: Date;
  booked_by: string;
  area_scope: AreaCode;
};

type BookingDaysTable = {
  station_id: string;
  day: CalendarDate;
  booked: number;
  capacity: number;
  area_scope: AreaCode;
};

type GivenTable = {
  station_id: string;
  given_id: string;
  kind: GivenKind;
  detail: string | null;
  day: CalendarDate;
  amount: number;
  level: StationLevel;
  area_code: AreaCode;
  area_scope: AreaCode;
};

type StockTable = {
  station_id: string;
  supply: string;
  quantity: number;
  area_scope: AreaCode;
};

type StockMovesTable = {
  station_id: string;
  move_id: string;
  supply: string;
  way: 'received' | 'given';
  quantity: number;
  day: CalendarDate;
  recorded_at: Date;
  recorded_by: string;
  level: StationLevel;
  area_code: AreaCode;
  area_scope: AreaCode;
};

/** The tables of the health room. */
export type HealthTables = {
  health_stations: StationsTable;
  health_assessments: AssessmentsTable;
  health_incidents: IncidentsTable;
  health_incident_steps: IncidentStepsTable;
  health_consents: ConsentsTable;
  health_standing_consents: StandingConsentsTable;
  health_withdrawals: WithdrawalsTable;
  health_records: RecordsTable;
  health_withheld: WithheldTable;
  health_bookings: BookingsTable;
  health_booking_days: BookingDaysTable;
  health_given: GivenTable;
  health_stock: StockTable;
  health_stock_moves: StockMovesTable;
};

/** Rows that follow their case to another unit. What was withheld stays where it is: nobody reads it. */
export const caseTables = [
  'health_consents',
  'health_standing_consents',
  'health_withdrawals',
  'health_records',
  'health_bookings',
] as const satisfies readonly (keyof HealthTables)[];

export const healthTableKinds = {
  health_stations: { kind: 'reference' },
  health_assessments: { kind: 'distributed', owner: 'station_id' },
  health_incidents: { kind: 'distributed', owner: 'station_id' },
  health_incident_steps: { kind: 'distributed', owner: 'station_id' },
  health_consents: { kind: 'distributed', owner: 'case_id' },
  health_standing_consents: { kind: 'distributed', owner: 'case_id' },
  health_withdrawals: { kind: 'distributed', owner: 'case_id' },
  health_records: { kind: 'distributed', owner: 'case_id' },
  health_withheld: { kind: 'distributed', owner: 'case_id' },
  health_bookings: { kind: 'distributed', owner: 'case_id' },
  health_booking_days: { kind: 'distributed', owner: 'station_id' },
  health_given: { kind: 'distributed', owner: 'station_id' },
  health_stock: { kind: 'distributed', owner: 'station_id' },
  health_stock_moves: { kind: 'distributed', owner: 'station_id' },
} as const;
