import type { AreaCode, AreaLevel, CalendarDate } from '../language/index.ts';

/** A division as it was called and where it belonged, for the days [validFrom, validTo). */
export interface Division {
  readonly code: AreaCode;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly level: AreaLevel;
  readonly parentCode: AreaCode | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** True for divisions that never existed (predecessor villages of the made-up city). */
  readonly invented: boolean;
  readonly source: string;
}

/** From `effectiveOn` on, what was `code` is `successorCode`. */
export interface Succession {
  readonly code: AreaCode;
  readonly successorCode: AreaCode;
  readonly effectiveOn: CalendarDate;
  readonly reason: string;
}

export interface DivisionHistory {
  readonly divisions: readonly Division[];
  readonly successions: readonly Succession[];
}
