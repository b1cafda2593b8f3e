import { z } from 'zod';
import { indicators, targets } from '../../../policy/indicators/index.ts';
import { type DivisionTree, levelBelow } from '../../areas/index.ts';
import {
  type AreaCode,
  areaContains,
  areaInput,
  areaLevel,
  type CalendarDate,
  type Indicator,
  lastDayOfYear,
  type Population,
  populations,
  text,
  units,
} from '../../language/index.ts';
import { defineOperation, type FactSource, type SealedSnapshot } from '../../platform/index.ts';
import { computeIndicator } from '../compute-indicator.ts';
import { countsIn, groupsOf } from '../compute-rows.ts';
import { isKnownAt, isReported, originOf } from '../explain-indicator.ts';
import { flagCoverage } from '../flag-coverage.ts';
import { FIRST_YEAR, lastFinishedYear, noArea, requireOwnArea, requireYear } from '../require.ts';
import type { CountsByArea } from '../roll-up.ts';
import { latestThrough } from '../snapshots.ts';
import { targetOf } from '../target-of.ts';
import { wordTarget } from '../word-target.ts';
import { nameOf, type StatisticsDependencies } from './compute-indicators.ts';

const YEARS_SHOWN = 5;

export const figureInput = z.object({
  year: z.number().int().min(1900).max(2200).optional().describe('default: the newest year with targets'),
  area: areaInput.optional(),
  population: z.enum(populations).default('registered'),
});

/** What somebody sees who names no year. */
export const newestTargets = (): number => Math.max(...targets.map((target) => target.year));

const words = z.object({ zh: z.string(), en: z.string() });
export const areaOutput = z.object({ code: z.string(), name: words });
const achievement = z.object({ met: z.boolean(), text: words });

const row = z.object({
  key: z.string(),
  label: words,
  unit: z.string(),
  unitLabel: words,
  decimals: z.number(),
  origin: z.enum(['records', 'returns', 'documents']),
  /** Whether areas of this level have the figure at all. */
  known: z.boolean(),
  value: z.number().nullable(),
  target: z.object({ value: z.number(), sense: z.enum(['at least', 'at most']), source: words }).nullable(),
  achievement: achievement.nullable(),
  /** Why the value needs an explanation. */
  flag: words.nullable(),
  /** This year and those before it, oldest first; null where nothing is known. */
  trend: z.array(z.object({ year: z.number(), value: z.number().nullable() })),
});

const output = z.object({
  year: z.number(),
  /** The years that can be asked for. */
  years: z.object({ first: z.number(), last: z.number() }),
  population: z.enum(populations),
  area: areaOutput.extend({ level: z.string() }),
  /** From the area that the caller answers for down to this one. */
  path: z.array(areaOutput),
  below: z.array(areaOutput),
  snapshot: z.object({ id: z.string(), at: z.string(), sha256: z.string() }),
  rows: z.array(row),
});

/** A scorecard as the console shows it. */
export type Scorecard = z.output<typeof output>;

/** How a value stands to its target. */
export function achievementOf(
  indicator: Indicator,
  value: number | null,
  at: { readonly area: AreaCode; readonly year: number },
) {
  const target = targetOf(targets, indicator, at);
  if (!target) return { target: null, achievement: null };
  const { unit, decimals } = indicator;
  const worded = value === null ? null : wordTarget({ value, target, unit, decimals });
  return {
    target: { value: target.value, sense: target.sense, source: target.source },
    achievement: worded && { met: worded.amount >= 0, text: worded.text },
  };
}

/** The value of an indicator in an area; null where areas of its level have none or nothing was reported. */
export function valueIn(
  counts: CountsByArea,
  indicator: Indicator,
  { area, population }: { readonly area: AreaCode; readonly population: Population },
): number | null {
  const [group] = groupsOf(indicator, [population]);
  // A figure of the other population alone is shown for that one.
  const counted = group ?? (indicator.population === 'either' ? population : indicator.population);
  if (!isKnownAt(indicator, areaLevel(area))) return null;
  const here = countsIn(counts, counted, area);
  return isReported(indicator, here) ? computeIndicator(indicator, here.counts).value : null;
}

interface Opened {
  readonly snapshot: SealedSnapshot;
  readonly source: FactSource;
  readonly tree: DivisionTree;
}

interface Wanted {
  readonly year: number;
  readonly area: AreaCode;
  readonly population: Population;
  readonly boundariesOn: CalendarDate;
}

const yearsUpTo = (year: number) =>
  Array.from({ length: YEARS_SHOWN }, (_, index) => year - YEARS_SHOWN + 1 + index).filter(
    (one) => one >= FIRST_YEAR,
  );

async function countYears(dependencies: StatisticsDependencies, opened: Opened, wanted: Wanted) {
  const { boundariesOn } = wanted;
  const counted = [];
  for (const year of yearsUpTo(wanted.year))
    counted.push({ year, counts: await dependencies.counted({ ...opened, year, boundariesOn }) });
  return counted;
}

type CountedTrend = Awaited<ReturnType<typeof countYears>>;

function scorecardRow(indicator: Indicator, trend: CountedTrend, wanted: Wanted): z.input<typeof row> {
  const values = trend.map(({ year, counts }) => ({
    year,
    value: valueIn(counts, indicator, wanted),
  }));
  const value = values.at(-1)?.value ?? null;
  return {
    key: indicator.key,
    label: indicator.label,
    unit: indicator.unit,
    unitLabel: units[indicator.unit],
    decimals: indicator.decimals,
    origin: originOf(indicator),
    known: isKnownAt(indicator, areaLevel(wanted.area)),
    value,
    ...achievementOf(indicator, value, wanted),
    flag: value === null ? null : flagCoverage(indicator, value),
    trend: values,
  };
}

/** The areas from the caller's own down to `area`. */
export const pathTo = (
  tree: DivisionTree,
  { area, on, own }: { readonly area: AreaCode; readonly on: CalendarDate; readonly own: AreaCode },
) =>
  tree
    .ancestors(area, on)
    .filter((one) => areaContains(own, one))
    .toReversed()
    .map((code) => ({ code, name: nameOf(tree, code, on) }));

/** The areas directly below. */
export function areasBelow(tree: DivisionTree, area: AreaCode, on: CalendarDate) {
  const below = levelBelow(area);
  const divisions = below ? tree.list(below, on, area) : [];
  return divisions.map(({ code }) => ({ code, name: nameOf(tree, code, on) }));
}

/** Indicators of an area against its targets: of units of government, never of families. For staff: unsuppressed. */
export const readScorecard = (dependencies: StatisticsDependencies) =>
  defineOperation({
    name: 'statistics/read-scorecard',
    kind: 'query',
    summary: text('查看计分卡', 'Read the scorecard of an area'),
    permission: 'statistics:read',
    input: figureInput,
    output,
    handle: async (context, { year = newestTargets(), area = context.actor.area, population }) => {
      const today = dependencies.today();
      requireYear(year, today);
      requireOwnArea(context, area);
      const on = lastDayOfYear(year);
      const tree = await dependencies.divisions(context);
      const division = tree.find(area, on);
      if (!division) throw noArea(area, on);
      const { snapshot, source } = await latestThrough(context, dependencies.snapshots, on);
      const wanted = { year, area, population, boundariesOn: on };
      const trend = await countYears(dependencies, { snapshot, source, tree }, wanted);
      return {
        year,
        years: { first: FIRST_YEAR, last: lastFinishedYear(today) },
        population,
        area: { code: area, name: nameOf(tree, area, on), level: division.level },
        path: pathTo(tree, { area, on, own: context.actor.area }),
        below: areasBelow(tree, area, on),
        snapshot: { id: snapshot.id, at: snapshot.at, sha256: snapshot.sha256 },
        rows: indicators.map((indicator) => scorecardRow(indicator, trend, wanted)),
      };
    },
  });
