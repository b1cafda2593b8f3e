export { computeIndicator, type IndicatorValue } from './compute-indicator.ts';
export {
  type Boundaries,
  countsIn,
  countYear,
  groupsOf,
  indicatorCells,
  yearPeriod,
} from './compute-rows.ts';
export { countMeasures, countStatement, type Period, type VillageCounts } from './count-measures.ts';
export { type CountedYears, keepCounts } from './counts-cache.ts';
export {
  formsOf,
  formulaInWords,
  isKnownAt,
  isReported,
  measuresOf,
  originOf,
  roomOf,
  termsOf,
} from './explain-indicator.ts';
export { flagCoverage } from './flag-coverage.ts';
export { approveReturns } from './operations/approve-returns.ts';
export { computeIndicators, nameOf, type StatisticsDependencies } from './operations/compute-indicators.ts';
export { type ExplainedFigure, explainFigure } from './operations/explain-figure.ts';
export { listReturnForms, type ReturnForms } from './operations/list-return-forms.ts';
export { listReturns, type ReturnList } from './operations/list-returns.ts';
export { type ReturnHistory, readReturnHistory } from './operations/read-return-history.ts';
export { readScorecard, type Scorecard } from './operations/read-scorecard.ts';
export { sendBackReturn } from './operations/send-back-return.ts';
export { submitReturnFile } from './operations/submit-return-file.ts';
export {
  type ReturnDependencies,
  type SubmissionAnswer,
  submitReturns,
} from './operations/submit-returns.ts';
export { takeStatisticsSnapshot } from './operations/take-statistics-snapshot.ts';
export { returnFactView } from './return-facts.ts';
export { type Amounts, checkRow } from './returns/check-row.ts';
export { moveReturnScopes } from './returns/store-returns.ts';
export { type AreaCounts, type CountsByArea, rollUp } from './roll-up.ts';
export { latestThrough, type Snapshots } from './snapshots.ts';
export { SUPPRESSION_THRESHOLD, suppressedCells } from './suppress.ts';
export { type ReturnStep, type StatisticsTables, statisticsTableKinds } from './tables.ts';
export { wordTarget } from './word-target.ts';
