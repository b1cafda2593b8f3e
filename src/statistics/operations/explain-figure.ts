import { z } from 'zod';
import { indicators } from '../../../policy/indicators/index.ts';
import { type Indicator, lastDayOfYear, text, units } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { computeIndicator } from '../compute-indicator.ts';
import { countsIn, groupsOf } from '../compute-rows.ts';
import { formsOf, formulaInWords, originOf, termsOf } from '../explain-indicator.ts';
import { flagCoverage } from '../flag-coverage.ts';
import { noArea, requireOwnArea, requireYear } from '../require.ts';
import { latestThrough } from '../snapshots.ts';
import { nameOf, type StatisticsDependencies } from './compute-indicators.ts';
import {
  achievementOf,
  areaOutput,
  areasBelow,
  figureInput,
  newestTargets,
  pathTo,
  valueIn,
} from './read-scorecard.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const term = z.object({
  measure: z.string(),
  label: words,
  times: z.number(),
  value: z.number(),
  condition: words,
});

const output = z.object({
  key: z.string(),
  label: words,
  year: z.number(),
  area: areaOutput,
  path: z.array(areaOutput),
  unitLabel: words,
  unit: z.string(),
  decimals: z.number(),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  factor: z.number(),
  definition: words,
  formula: words,
  source: words,
  version: z.number(),
  numeratorTerms: z.array(term),
  denominatorTerms: z.array(term),
  origin: z.enum(['records', 'returns', 'documents']),
  forms: z.array(z.object({ key: z.string(), title: words, level: z.string() })),
  standsInFor: words.nullable(),
  target: z.object({ value: z.number(), sense: z.string(), source: words }).nullable(),
  achievement: z.object({ met: z.boolean(), text: words }).nullable(),
  flag: words.nullable(),
  notes: z.array(words),
  /** Facts whose condition could be neither true nor false. */
  unknown: z.number(),
  below: z.array(areaOutput.extend({ value: z.number().nullable() })),
  snapshot: z.object({ id: z.string(), at: z.string(), sha256: z.string(), sealedAt: z.string() }),
});

/** A figure explained, as the console shows it. */
export type ExplainedFigure = z.output<typeof output>;

const noIndicator = (key: string) =>
  failure(
    'not_found',
    text(`没有指标 ${key}。`, `There is no indicator ${key}.`),
    text(
      `现有指标：${indicators.map((one) => one.key).join('、')}。`,
      `The indicators are: ${indicators.map((one) => one.key).join(', ')}.`,
    ),
  );

function find(key: string): Indicator {
  const found = indicators.find((one) => one.key === key);
  if (!found) throw noIndicator(key);
  return found;
}

/** Why a figure is what it is, in any area the caller answers for: for staff, unsuppressed. */
export const explainFigure = (dependencies: StatisticsDependencies) =>
  defineOperation({
    name: 'statistics/explain-figure',
    kind: 'query',
    summary: text('说明一个数字', 'Explain a figure'),
    permission: 'statistics:read',
    input: figureInput.extend({ key: z.string().max(80) }),
    output,
    handle: async (context, { key, year = newestTargets(), area = context.actor.area, population }) => {
      const indicator = find(key);
      requireYear(year, dependencies.today());
      requireOwnArea(context, area);
      const on = lastDayOfYear(year);
      const tree = await dependencies.divisions(context);
      if (!tree.find(area, on)) throw noArea(area, on);
      const { snapshot, source } = await latestThrough(context, dependencies.snapshots, on);
      const years = await dependencies.counted({ snapshot, source, tree, year, boundariesOn: on });
      const [group = population] = groupsOf(indicator);
      const counts = countsIn(years, indicator.population === 'either' ? population : group, area);
      const value = valueIn(years, indicator, { area, population });
      const parts = computeIndicator(indicator, counts.counts);
      const numeratorTerms = termsOf(indicator.numerator, counts);
      const denominatorTerms = termsOf(indicator.denominator, counts);
      return {
        key,
        label: indicator.label,
        year,
        area: { code: area, name: nameOf(tree, area, on) },
        path: pathTo(tree, { area, on, own: context.actor.area }),
        unit: indicator.unit,
        unitLabel: units[indicator.unit],
        decimals: indicator.decimals,
        value,
        numerator: parts.numerator,
        denominator: parts.denominator,
        factor: indicator.factor,
        definition: indicator.definition,
        formula: formulaInWords(indicator),
        source: indicator.source,
        version: indicator.version,
        numeratorTerms: [...numeratorTerms],
        denominatorTerms: [...denominatorTerms],
        origin: originOf(indicator),
        forms: formsOf(indicator).map((form) => ({ key: form.key, title: form.title, level: form.level })),
        standsInFor: indicator.standsInFor ?? null,
        ...achievementOf(indicator, value, { area, year }),
        flag: value === null ? null : flagCoverage(indicator, value),
        notes: [...(indicator.notes ?? [])],
        unknown: [...numeratorTerms, ...denominatorTerms].reduce(
          (sum, one) => sum + (counts.unknown.get(one.measure) ?? 0),
          0,
        ),
        below: areasBelow(tree, area, on).map((one) => ({
          ...one,
          value: valueIn(years, indicator, { area: one.code, population }),
        })),
        snapshot: {
          id: snapshot.id,
          at: snapshot.at,
          sha256: snapshot.sha256,
          sealedAt: snapshot.sealedAt,
        },
      };
    },
  });
