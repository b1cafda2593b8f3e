export { computeIndicator, type IndicatorValue } from './compute-indicator.ts';
export { type Boundaries, countsIn, countYear, yearPeriod } from './compute-rows.ts';
export { countMeasures, countStatement, type Period, type VillageCounts } from './count-measures.ts';
export { computeIndicators, nameOf, type StatisticsDependencies } from './operations/compute-indicators.ts';
export { takeStatisticsSnapshot } from './operations/take-statistics-snapshot.ts';
export { type AreaCounts, type CountsByArea, rollUp } from './roll-up.ts';
export { latestThrough, type Snapshots } from './snapshots.ts';
export { SUPPRESSION_THRESHOLD, suppressedCells } from './suppress.ts';
