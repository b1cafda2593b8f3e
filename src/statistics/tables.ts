import type { ColumnType, JSONColumnType } from 'kysely';
import type { AreaCode, AreaLevel, CalendarDate } from '../language/index.ts';
import type { Amounts } from './returns/check-row.ts';

export const returnSteps = ['submitted', 'sent_back', 'approved'] as const;
export type ReturnStep = (typeof returnSteps)[number];

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type ReturnsTable = {
  area_code: AreaCode;
  form: string;
  from_date: CalendarDate;
  to_date: CalendarDate;
  form_version: number;
  amounts: JSONColumnType<Amounts>;
  explanation: string | null;
  state: ReturnStep;
  approved_level: AreaLevel | null;
  invented: boolean;
  submitted_by: string;
  version: number;
  area_scope: AreaCode;
};

type ReturnStepsTable = {
  area_code: AreaCode;
  step_id: string;
  form: string;
  from_date: CalendarDate;
  step: ReturnStep;
  at: ColumnType<Date, Date, never>;
  by: string;
  by_area: AreaCode;
  amounts: JSONColumnType<Amounts, string, never>;
  remark: string | null;
  area_scope: AreaCode;
};

/** The tables of the statistics room. */
export type StatisticsTables = {
  statistics_returns: ReturnsTable;
  statistics_return_steps: ReturnStepsTable;
};

export const statisticsTableKinds = {
  statistics_returns: { kind: 'distributed', owner: 'area_code' },
  statistics_return_steps: { kind: 'distributed', owner: 'area_code' },
} as const;
