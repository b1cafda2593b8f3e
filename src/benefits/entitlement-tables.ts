import type { Route } from '../../policy/payment/index.ts';
import type { AreaCode, CalendarDate, TakenBy } from '../language/index.ts';
import type { Sealed } from '../platform/index.ts';
import type { Json } from './json-column.ts';

export type NoticeLevel = 'village' | 'township' | 'county';

/** Answers as they are kept: words are sealed one by one. */
export type KeptAnswers = Readonly<Record<string, unknown>>;

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type EntitlementsTable = {
  person_id: string;
  entitlement_id: string;
  programme: string;
  case_id: string | null;
  step: string | null;
  outcome: string | null;
  start_month: CalendarDate | null;
  account_version: number | null;
  checked_year: number | null;
  area_code: AreaCode;
  made_on: CalendarDate;
  made_by: string;
  version: number;
  area_scope: AreaCode;
};

type EntitlementActionsTable = {
  person_id: string;
  entitlement_id: string;
  seq: number;
  action: string;
  taken_by: TakenBy;
  actor: string;
  at: Date;
  day: CalendarDate;
  step_from: string | null;
  place_to: string;
  answers: Json<KeptAnswers>;
  area_scope: AreaCode;
};

type SegmentsTable = {
  person_id: string;
  entitlement_id: string;
  from_month: CalendarDate;
  to_month: CalendarDate | null;
  next_month: CalendarDate;
  programme: string;
  variant: string;
  area_code: AreaCode;
  beyond_death: boolean;
  area_scope: AreaCode;
};

type AccountsTable = {
  person_id: string;
  entitlement_id: string;
  version: number;
  route: Route;
  /** Null once it was destroyed. */
  account: Sealed | null;
  recorded_at: Date;
  recorded_by: string;
  forgotten_on: CalendarDate | null;
  area_scope: AreaCode;
};

type DeclarationsTable = {
  person_id: string;
  case_id: string;
  condition_id: string;
  programme: string;
  words_zh: string;
  words_en: string;
  declared_on: CalendarDate;
  kept_years: number;
  kept_until: CalendarDate | null;
  area_scope: AreaCode;
};

type NoticesTable = {
  case_id: string;
  level: NoticeLevel;
  programme: string;
  masked_name: string;
  area_code: AreaCode;
  posted_on: CalendarDate;
  runs_until: CalendarDate;
  posted_by: string;
  taken_down_on: CalendarDate | null;
  area_scope: AreaCode;
};

type ObjectionsTable = {
  case_id: string;
  objection_id: string;
  received_on: CalendarDate;
  account: Sealed;
  recorded_by: string;
  finding: Sealed | null;
  found_on: CalendarDate | null;
  found_by: string | null;
  area_scope: AreaCode;
};

/** Tables of entitlements. */
export type EntitlementTables = {
  benefits_entitlements: EntitlementsTable;
  benefits_entitlement_actions: EntitlementActionsTable;
  benefits_segments: SegmentsTable;
  benefits_accounts: AccountsTable;
  benefits_declarations: DeclarationsTable;
  benefits_notices: NoticesTable;
  benefits_objections: ObjectionsTable;
};

export const entitlementTableKinds = {
  benefits_entitlements: { kind: 'distributed', owner: 'person_id' },
  benefits_entitlement_actions: { kind: 'distributed', owner: 'person_id' },
  benefits_segments: { kind: 'distributed', owner: 'person_id' },
  benefits_accounts: { kind: 'distributed', owner: 'person_id' },
  benefits_declarations: { kind: 'distributed', owner: 'person_id' },
  benefits_notices: { kind: 'distributed', owner: 'case_id' },
  benefits_objections: { kind: 'distributed', owner: 'case_id' },
} as const;
