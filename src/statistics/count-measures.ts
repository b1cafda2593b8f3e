import {
  type AreaCode,
  type CalendarDate,
  type CountGroup,
  type FactView,
  type FactViewName,
  factViews,
  type Measure,
  toSql,
} from '../language/index.ts';
import type { FactSource } from '../platform/index.ts';

export interface Period {
  /** First and last day, both inclusive. */
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** Counts of all measures in one recorded area (mostly a village) and population. */
export interface VillageCounts {
  readonly village: AreaCode;
  readonly group: CountGroup;
  readonly counts: Readonly<Record<string, number>>;
  /** Rows for which a measure's condition could be neither true nor false. */
  readonly unknown: Readonly<Record<string, number>>;
}

const amountOf = ({ sum }: Measure, condition: string): string =>
  sum === undefined
    ? `count(*) FILTER (WHERE ${condition})`
    : `CAST(coalesce(sum(${sum}) FILTER (WHERE ${condition}), 0) AS BIGINT)`;

/** Facts that belong to no population are one group of their own. */
const groupOf = (view: FactView): string => ('population' in view.columns ? 'population' : `'none'`);

/**
 * One scan of one fact view that counts every measure of it, by village and population: the statement runs unchanged
 * on DuckDB over a snapshot and on PostgreSQL over the live tables.
 */
export function countStatement(source: FactSource, view: FactViewName, counted: Counted): string {
  const parameters = { periodStart: counted.period.start, periodEnd: counted.period.end };
  const columns = counted.measures.map((measure) => {
    const condition = toSql(measure.where, { parameters });
    return `${amountOf(measure, condition)} AS n_${measure.key}, count(*) FILTER (WHERE ${condition} IS NULL) AS u_${measure.key}`;
  });
  const from = source.from(factViews[view]);
  return `SELECT village, ${groupOf(factViews[view])} AS counted_group, ${columns.join(', ')} FROM ${from} GROUP BY 1, 2 ORDER BY 1, 2`;
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
    group: String(row['counted_group']) as CountGroup,
    counts: take('n'),
    unknown: take('u'),
  };
}
