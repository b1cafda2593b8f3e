import type { AreaCode, AreaLevel, CalendarDate } from '../language/index.ts';

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type DivisionsTable = {
  code: AreaCode;
  valid_from: CalendarDate;
  valid_to: CalendarDate | null;
  name_zh: string;
  name_en: string | null;
  level: AreaLevel;
  parent_code: AreaCode | null;
  invented: boolean;
  source: string;
};

type SuccessorsTable = {
  code: AreaCode;
  successor_code: AreaCode;
  effective_on: CalendarDate;
  reason: string;
};

/** The tables of the areas room. */
export type AreasTables = {
  areas_divisions: DivisionsTable;
  areas_successors: SuccessorsTable;
};

export const areasTableKinds = {
  areas_divisions: { kind: 'reference' },
  areas_successors: { kind: 'reference' },
} as const;
