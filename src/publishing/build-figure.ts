import { measures } from '../../policy/indicators/index.ts';
import {
  type AreaCode,
  type Combination,
  describe,
  factViews,
  type HistoricalSeries,
  type Indicator,
  type Measure,
  type Population,
  type PublishedFigure,
  type Target,
  type Text,
  text,
  type Unit,
} from '../language/index.ts';
import {
  type AreaCounts,
  type CountsByArea,
  computeIndicator,
  countsIn,
  suppressedCells,
} from '../statistics/index.ts';
import { claimSupported } from './check-claim.ts';
import type { Figure, FigureTerm } from './edition.ts';
import { wordTarget } from './word-target.ts';

export const unitLabels: Readonly<Record<Unit, Text>> = {
  persons: text('人', 'persons'),
  percent: text('%', '%'),
  'per mille': text('‰', '‰'),
  'boys per 100 girls': text('（女=100）', 'boys per 100 girls'),
};

/** Everything about one year that figures are made from. */
export interface FigureMaterial {
  readonly area: AreaCode;
  readonly year: number;
  readonly counts: CountsByArea;
  readonly counties: readonly { readonly code: AreaCode; readonly name: Text }[];
  readonly targets: readonly Target[];
  readonly published: readonly PublishedFigure[];
  readonly section: string;
}

const measureOf = (key: string): Measure => {
  const found = measures.find((one) => one.key === key);
  if (!found) throw new Error(`no measure is called ${key}`);
  return found;
};

const termsOf = (combination: Combination | null, counts: AreaCounts): readonly FigureTerm[] =>
  (combination?.terms ?? []).map(({ measure, times }) => {
    const { label, where, view } = measureOf(measure);
    return {
      measure,
      label,
      times,
      value: counts.counts.get(measure) ?? 0,
      condition: describe(where, factViews[view]),
    };
  });

function sumInWords(combination: Combination): Text {
  const say = (locale: 'zh' | 'en') => {
    const terms = combination.terms.map(({ measure, times }, index) => {
      const sign = times < 0 ? ' − ' : index > 0 ? ' + ' : '';
      return `${sign}${measureOf(measure).label[locale]}`;
    });
    const sum = terms.join('');
    return combination.dividedBy === 1 ? sum : `(${sum}) ÷ ${String(combination.dividedBy)}`;
  };
  return text(say('zh'), say('en'));
}

const bracketed = (combination: Combination, words: string) =>
  combination.terms.length > 1 && combination.dividedBy === 1 ? `(${words})` : words;

export function formulaInWords({ numerator, denominator, factor }: Indicator): Text {
  const above = sumInWords(numerator);
  if (!denominator) return above;
  const below = sumInWords(denominator);
  const say = (locale: 'zh' | 'en') =>
    `${bracketed(numerator, above[locale])} ÷ [${below[locale]}] × ${String(factor)}`;
  return text(say('zh'), say('en'));
}

/** The counts behind a cell, for the threshold rule: what is added up, and a difference of two counts never alone. */
const countsBehind = (indicator: Indicator, counts: AreaCounts): readonly number[] =>
  [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])].map(
    ({ measure }) => counts.counts.get(measure) ?? 0,
  );

function breakdownOf(
  indicator: Indicator,
  population: Population,
  material: FigureMaterial,
): Figure['breakdown'] {
  const cells = material.counties.map(({ code, name }) => {
    const counts = countsIn(material.counts, population, code);
    return { area: code, name, counts, computed: computeIndicator(indicator, counts.counts) };
  });
  const withheld = suppressedCells(cells.map(({ counts }) => ({ counts: countsBehind(indicator, counts) })));
  return cells.map(({ area, name, computed }, index) =>
    withheld[index]
      ? {
          area,
          name,
          value: 'suppressed',
          numerator: 'suppressed',
          denominator: computed.denominator === null ? null : 'suppressed',
        }
      : { area, name, ...computed },
  );
}

function comparisons(
  key: string,
  shape: { readonly value: Figure['value']; readonly unit: Unit; readonly decimals: number },
  material: FigureMaterial,
) {
  const { value, unit, decimals } = shape;
  const published = material.published.find((one) => one.key === key && one.year === material.year);
  const target = material.targets.find(
    (one) => one.indicator === key && one.year === material.year && one.area === material.area,
  );
  return {
    published: published?.value ?? null,
    relation: published?.relation ?? null,
    target: target?.value ?? null,
    targetSense: target?.sense ?? null,
    overTarget: target && typeof value === 'number' ? wordTarget({ value, target, unit, decimals }) : null,
    claimSupported: claimSupported(value, published, decimals),
  };
}

/** A figure computed from the register's records. The city's own total is withheld too when a count is small. */
export function figureFromRecords(
  indicator: Indicator,
  population: Population,
  material: FigureMaterial,
): Figure {
  const counts = countsIn(material.counts, population, material.area);
  const computed = computeIndicator(indicator, counts.counts);
  const [withheld] = suppressedCells([{ counts: countsBehind(indicator, counts) }]);
  const value = withheld ? 'suppressed' : computed.value;
  const hide = (part: number | null) => (withheld && part !== null ? 'suppressed' : part);
  const terms = (combination: Combination | null) =>
    termsOf(combination, counts).map((term) => (withheld ? { ...term, value: 'suppressed' as const } : term));
  const involved = [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])];
  return {
    key: indicator.key,
    section: material.section,
    label: indicator.label,
    value,
    decimals: indicator.decimals,
    unit: indicator.unit,
    unitLabel: unitLabels[indicator.unit],
    numerator: hide(computed.numerator),
    denominator: hide(computed.denominator),
    ...comparisons(indicator.key, { value, unit: indicator.unit, decimals: indicator.decimals }, material),
    status: 'live',
    interval: null,
    source: { kind: 'records', room: 'register', population },
    definition: {
      version: indicator.version,
      text: indicator.definition,
      source: indicator.source,
      formula: formulaInWords(indicator),
      numeratorTerms: terms(indicator.numerator),
      denominatorTerms: terms(indicator.denominator),
      denominatorDividedBy: indicator.denominator?.dividedBy ?? 1,
      factor: indicator.factor,
    },
    breakdown: breakdownOf(indicator, population, material),
    quality: {
      unknown: involved.reduce((sum, { measure }) => sum + (counts.unknown.get(measure) ?? 0), 0),
      notes: notesOf(indicator.key),
    },
  };
}

/** What a reader should know before using a number. */
const notesOf = (key: string): readonly Text[] =>
  key === 'registered_population' || key === 'resident_population'
    ? [
        text(
          '2013 年末户籍 545 万、常住 467 万是建城所用的总数，未见可靠出处，仅供演示。',
          'The totals of 2013 that the made-up city was built to (5.45 million registered, 4.67 million resident) are unverified.',
        ),
      ]
    : [];

/** A figure that is history: the number as it was published, never computed, with no breakdown that nobody published. */
export function figureFromHistory(series: HistoricalSeries, material: FigureMaterial): Figure {
  const value =
    series.values.find((one) => one.year === material.year && one.area === material.area)?.value ?? null;
  return {
    key: series.key,
    section: material.section,
    label: series.label,
    value,
    decimals: series.decimals,
    unit: series.unit,
    unitLabel: unitLabels[series.unit],
    numerator: null,
    denominator: null,
    ...comparisons(series.key, { value, unit: series.unit, decimals: series.decimals }, material),
    status: 'historical',
    interval: null,
    source: { kind: 'historical', endedOn: series.endedOn, endedBy: series.endedBy, citation: series.source },
    definition: {
      version: series.version,
      text: series.definition,
      source: series.source,
      formula: text(
        '按公布数保留，不由个人记录计算',
        'kept as published, not computed from records of persons',
      ),
      numeratorTerms: [],
      denominatorTerms: [],
      denominatorDividedBy: 1,
      factor: 1,
    },
    breakdown: [],
    quality: { unknown: 0, notes: [] },
  };
}
