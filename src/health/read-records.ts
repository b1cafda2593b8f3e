import { type Examined, gradeRisk, type RiskGrade } from '../../policy/health/index.ts';
import type { CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';
import type { Consented } from './health-case.ts';
import { openContent } from './health-vault.ts';
import { flaggedValues, type KeptValue, missingItems } from './read-values.ts';
import type { HealthTables, RecordKind } from './tables.ts';

/** A record, opened. */
export interface OpenRecord {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly stationId: string;
  readonly day: CalendarDate;
  readonly recordedBy: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Everything recorded of one person in a case, oldest first. */
export async function readRecords(
  { tx }: TransactionContext,
  { vault }: HealthDependencies,
  { opened, subject }: Pick<Consented, 'opened' | 'subject'>,
): Promise<readonly OpenRecord[]> {
  const rows = await tx
    .withTables<HealthTables>()
    .selectFrom('health_records')
    .selectAll()
    .where('case_id', '=', opened.row.case_id)
    .where('subject', '=', subject)
    .orderBy('recorded_at')
    .orderBy('record_id')
    .execute();
  return rows.map((row) => ({
    recordId: row.record_id,
    kind: row.kind,
    stationId: row.station_id,
    day: row.day,
    recordedBy: row.recorded_by,
    values: openContent(vault, row.record_id, row.content),
  }));
}

export const NOTE = 'note';

export type Results = Readonly<Record<string, KeptValue>>;

/** The results of a check-up: a later record of a value stands in place of an earlier one. */
export const resultsOf = (records: readonly OpenRecord[]): Results =>
  Object.fromEntries(
    records
      .filter(({ kind }) => kind === 'results')
      .flatMap(({ values }) => Object.entries(values).filter(([key]) => key !== NOTE)),
  ) as Results;

export const gradeOf = (results: Results, examined: Examined): RiskGrade =>
  gradeRisk({
    flagged: flaggedValues(results).length,
    missing: missingItems(results, examined).length,
  });
