import { type HistoricalSeries, type Statement, text, units } from '../language/index.ts';
import { comparisons, type FigureMaterial } from './build-figure.ts';
import type { Figure } from './edition.ts';

const nothingCounted = {
  numerator: null,
  denominator: null,
  flag: null,
  interval: null,
  breakdown: [],
} as const;

const notComputed = {
  numeratorTerms: [],
  denominatorTerms: [],
  denominatorDividedBy: 1,
  factor: 1,
} as const;

/** A figure that is history: the number as it was published, never computed, with no breakdown that nobody published. */
export function figureFromHistory(series: HistoricalSeries, material: FigureMaterial): Figure {
  const value =
    series.values.find((one) => one.year === material.year && one.area === material.area)?.value ?? null;
  const shape = { value, unit: series.unit, decimals: series.decimals };
  return {
    key: series.key,
    section: material.section,
    label: series.label,
    ...shape,
    ...nothingCounted,
    unitLabel: units[series.unit],
    ...comparisons(series.key, shape, material),
    status: 'historical',
    source: { kind: 'historical', endedOn: series.endedOn, endedBy: series.endedBy, citation: series.source },
    definition: {
      ...notComputed,
      version: series.version,
      text: series.definition,
      source: series.source,
      formula: text(
        '按公布数保留，不由个人记录计算',
        'kept as published, not computed from records of persons',
      ),
    },
    quality: { unknown: 0, notes: series.notes ?? [] },
  };
}

/** An item that is no number: what was reported, in words. */
export const figureFromStatement = (statement: Statement, material: FigureMaterial): Figure => ({
  key: statement.key,
  section: material.section,
  label: statement.label,
  value: null,
  unit: null,
  decimals: 0,
  unitLabel: text('', ''),
  ...nothingCounted,
  published: null,
  relation: null,
  target: null,
  targetSense: null,
  overTarget: null,
  claimSupported: null,
  readings: [],
  claimedPercent: null,
  status: 'live',
  source: {
    kind: 'statement',
    text: statement.text,
    citation: statement.source,
    standsInFor: statement.standsInFor,
  },
  definition: {
    ...notComputed,
    version: 1,
    text: statement.text,
    source: statement.source,
    formula: text('没有公布数字', 'no number was published'),
  },
  quality: { unknown: 0, notes: [] },
});
