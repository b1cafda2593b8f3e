import {
  type AreaCode,
  type CalendarDate,
  type FactViewName,
  factViews,
  type Measure,
  type Population,
  toSql,
} from '../language/index.ts';
import type { FactSource } from '../platform/index.ts';

export interface Period {
  /** First and last day, both inclusive. */
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** Counts of all measures in one village (as recorded) and population. */
export interface VillageCounts {
  readonly village: AreaCode;
  readonly population: Population;
  readonly counts: Readonly<Record<string, number>>;
  /** Rows for which a measure's condition could be neither true nor false. */
  readonly unknown: Readonly<Record<string, number>>;
}

/**
 * One scan of one fact view that counts every measure of it, by village and population: the statement runs unchanged
 * on DuckDB over a snapshot and on PostgreSQL over the live tables.
 */
export function countStatement(source: FactSource, view: FactViewName, counted: Counted): string {
  const parameters = { periodStart: counted.period.start, periodEnd: counted.period.end };
  const columns = counted.measures.map((measure) => {
    const condition = toSql(measure.where, { parameters });
    return `count(*) FILTER (WHERE ${condition}) AS n_${measure.key}, count(*) FILTER (WHERE ${condition} IS NULL) AS u_${measure.key}`;
  });
  return `SELECT village, population, ${columns.join(', ')} FROM ${source.from(factViews[view])} GROUP BY village, population ORDER BY village, population`;
}

export interface Counted {
  readonly measures: readonly Measure[];
  readonly period: Period;
}

/** Counts all measures over all their views; a village that appears in no view has no row. */
export async function countMeasures(source: FactSource, counted: Counted): Promise<readonly VillageCounts[]> {
  const rows: VillageCounts[] = [];
  for (const view of Object.keys(factViews) as FactViewName[]) {
    const measures = counted.measures.filter((measure) => measure.view === view);
    if (measures.length === 0) continue;
    const result = await source.query(countStatement(source, view, { ...counted, measures }));
    for (const row of result) rows.push(asCounts(row, measures));
  }
  return rows;
}

function asCounts(
  row: Readonly<Record<string, string | number | null>>,
  measures: readonly Measure[],
): VillageCounts {
  const take = (prefix: string) =>
    Object.fromEntries(measures.map((measure) => [measure.key, Number(row[`${prefix}_${measure.key}`])]));
  return {
    village: String(row['village']) as AreaCode,
    population: String(row['population']) as Population,
    counts: take('n'),
    unknown: take('u'),
  };
}
