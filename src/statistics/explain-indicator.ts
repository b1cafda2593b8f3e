import { measures } from '../../policy/indicators/index.ts';
import { programmes, projects } from '../../policy/programmes/index.ts';
import { returnForms } from '../../policy/returns/index.ts';
import {
  type AreaLevel,
  areaLevels,
  type Combination,
  describe,
  type FactViewName,
  factViews,
  type Indicator,
  type Measure,
  type ReturnForm,
  reportingMeasure,
  type Text,
  text,
} from '../language/index.ts';
import type { AreaCounts } from './roll-up.ts';

/** One thing that is counted for an indicator, with how often it goes in and how many there were. */
export interface CountedTerm {
  readonly measure: string;
  readonly label: Text;
  readonly times: number;
  readonly value: number;
  /** The condition in words. */
  readonly condition: Text;
}

export function measureOf(key: string): Measure {
  const found = measures.find((one) => one.key === key);
  if (!found) throw new Error(`no measure is called ${key}`);
  return found;
}

/** Every measure that goes into an indicator, numerator first. */
export const measuresOf = ({ numerator, denominator }: Indicator): readonly Measure[] =>
  [...numerator.terms, ...(denominator?.terms ?? [])].map(({ measure }) => measureOf(measure));

/** The kinds of facts that an indicator is made from. */
export const viewsOf = (indicator: Indicator): ReadonlySet<FactViewName> =>
  new Set(measuresOf(indicator).map((measure) => measure.view));

/** The returns in which its numbers are reported. */
export function formsOf(indicator: Indicator): readonly ReturnForm[] {
  const items = new Set(
    [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])].map((term) => term.measure),
  );
  return returnForms.filter(
    (form) => items.has(reportingMeasure(form)) || Object.keys(form.items).some((item) => items.has(item)),
  );
}

const rank = (level: AreaLevel) => areaLevels.indexOf(level);

/** Whether areas of a level have the figure: nobody has what only levels above report, and documents are the city's. */
export function isKnownAt(indicator: Indicator, level: AreaLevel): boolean {
  const views = viewsOf(indicator);
  if (views.has('library_documents')) return rank(level) <= rank('city');
  return !views.has('return_values') || formsOf(indicator).some((form) => rank(form.level) >= rank(level));
}

/** Whether any area reported what the indicator is made from: where none did nothing is known, which is not nought. */
export const isReported = (indicator: Indicator, { counts }: AreaCounts): boolean =>
  originOf(indicator) !== 'returns' ||
  formsOf(indicator).some((form) => (counts.get(reportingMeasure(form)) ?? 0) > 0);

/** Where the facts of an indicator come from; the numerator decides when parts and wholes differ. */
export function originOf({ numerator }: Indicator): 'records' | 'returns' | 'documents' {
  const views = new Set(numerator.terms.map(({ measure }) => measureOf(measure).view));
  if (views.has('library_documents')) return 'documents';
  return views.has('return_values') ? 'returns' : 'records';
}

/** The room whose records give an indicator. */
export function roomOf(indicator: Indicator): 'register' | 'casework' | 'health' | 'benefits' {
  const views = viewsOf(indicator);
  if (views.has('benefit_facts')) return 'benefits';
  if (views.has('health_services')) return 'health';
  return views.has('case_facts') || views.has('case_amounts') ? 'casework' : 'register';
}

const grantLabels = [
  ['paid', text('发放到账的金额', 'what was paid')],
  ['recipients', text('当年首次领取的人', 'people paid for the first time in the year')],
  ...[...programmes, ...projects].map(({ key, title }) => [key, title] as const),
  ...projects.flatMap(({ items }) => Object.entries(items).map(([key, { label }]) => [key, label] as const)),
] as const;

const itemLabels = Object.fromEntries([
  ...grantLabels,
  ...returnForms.flatMap((form) => [
    [form.key, form.title] as const,
    ...Object.entries(form.items).map(([key, { label }]) => [key, label] as const),
  ]),
]);

export const termsOf = (combination: Combination | null, counts: AreaCounts): readonly CountedTerm[] =>
  (combination?.terms ?? []).map(({ measure, times }) => {
    const { label, where, view } = measureOf(measure);
    return {
      measure,
      label,
      times,
      value: counts.counts.get(measure) ?? 0,
      condition: describe(where, factViews[view], itemLabels),
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

/** Numerator ÷ denominator × factor, in words. */
export function formulaInWords({ numerator, denominator, factor }: Indicator): Text {
  const above = sumInWords(numerator);
  if (!denominator) return above;
  const below = sumInWords(denominator);
  const say = (locale: 'zh' | 'en') =>
    `${bracketed(numerator, above[locale])} ÷ [${below[locale]}] × ${String(factor)}`;
  return text(say('zh'), say('en'));
}
