import type { DivisionTree } from '../areas/index.ts';
import {
  type AreaCode,
  type CalendarDate,
  type CountGroup,
  firstDayOfYear,
  type Indicator,
  lastDayOfYear,
  type Measure,
  type Population,
  populations,
} from '../language/index.ts';
import type { FactSource } from '../platform/index.ts';
import { computeIndicator, type IndicatorValue } from './compute-indicator.ts';
import { countMeasures, type Period } from './count-measures.ts';
import { type AreaCounts, type CountsByArea, rollUp } from './roll-up.ts';

export type Boundaries = 'then' | 'now';

export const yearPeriod = (year: number): Period => ({
  start: firstDayOfYear(year),
  end: lastDayOfYear(year),
});

export interface Counting {
  readonly source: FactSource;
  readonly tree: DivisionTree;
  readonly measures: readonly Measure[];
  readonly year: number;
  /** The day whose divisions are wanted. */
  readonly boundariesOn: CalendarDate;
}

/** Counts of all measures for one year, in every area of the tree, for both populations. */
export async function countYear({
  source,
  tree,
  measures,
  year,
  boundariesOn,
}: Counting): Promise<CountsByArea> {
  const rows = await countMeasures(source, { measures, period: yearPeriod(year) });
  return rollUp(rows, tree, boundariesOn);
}

const nothing: AreaCounts = { counts: new Map(), unknown: new Map() };

/** What was counted in `area`; an area without rows has noughts. */
export const countsIn = (counts: CountsByArea, group: CountGroup, area: AreaCode): AreaCounts =>
  counts.get(group)?.get(area) ?? nothing;

/** The populations in which an indicator is to be had, of those asked for; `none` where it is about neither. */
export const groupsOf = (
  indicator: Indicator,
  asked: readonly Population[] = populations,
): readonly CountGroup[] =>
  indicator.population === 'none'
    ? ['none']
    : asked.filter((one) => indicator.population === 'either' || indicator.population === one);

export interface IndicatorCell extends IndicatorValue {
  readonly indicator: Indicator;
  readonly area: AreaCode;
  readonly group: CountGroup;
}

/** Every indicator in every one of `areas`, for each of the populations asked for. */
export function indicatorCells(
  counts: CountsByArea,
  indicators: readonly Indicator[],
  wanted: { readonly areas: readonly AreaCode[]; readonly populations: readonly Population[] },
): readonly IndicatorCell[] {
  return wanted.areas.flatMap((area) =>
    indicators.flatMap((indicator) =>
      groupsOf(indicator, wanted.populations).map((group) => ({
        indicator,
        area,
        group,
        ...computeIndicator(indicator, countsIn(counts, group, area).counts),
      })),
    ),
  );
}
