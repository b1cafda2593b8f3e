import { z } from 'zod';
import { indicators } from '../../../policy/indicators/index.ts';
import { type DivisionTree, levelBelow } from '../../areas/index.ts';
import {
  type AreaCode,
  areaInput,
  type CalendarDate,
  lastDayOfYear,
  populations,
  text,
} from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { indicatorCells } from '../compute-rows.ts';
import type { CountedYears } from '../counts-cache.ts';
import { noArea, requireOwnArea, requireYear } from '../require.ts';
import { latestThrough, type Snapshots } from '../snapshots.ts';

export interface StatisticsDependencies {
  readonly counted: CountedYears;
  readonly snapshots: Snapshots;
  readonly divisions: (context: TransactionContext) => Promise<DivisionTree>;
  readonly today: () => CalendarDate;
}

const input = z.object({
  year: z.number().int().min(1900).max(2200),
  area: areaInput.optional(),
  population: z.enum(populations).optional(),
  boundaries: z.enum(['then', 'now']).default('then'),
});

const row = z.object({
  indicator: z.string(),
  area: z.string(),
  areaName: z.object({ zh: z.string(), en: z.string() }),
  period: z.string(),
  group: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  unit: z.string(),
});

const output = z.object({
  year: z.number(),
  boundaries: z.string(),
  snapshot: z.object({ id: z.string(), at: z.string(), sha256: z.string() }),
  rows: z.array(row),
});

/** The area asked for and the areas one level below it, on that day. */
function areasFor(tree: DivisionTree, area: AreaCode, on: CalendarDate): readonly AreaCode[] {
  if (!tree.find(area, on)) throw noArea(area, on);
  const below = levelBelow(area);
  return [area, ...(below ? tree.list(below, on, area).map((division) => division.code) : [])];
}

/** All indicators of a year for an area and the areas directly below it, unsuppressed: for staff only. */
export const computeIndicators = (dependencies: StatisticsDependencies) =>
  defineOperation({
    name: 'statistics/compute-indicators',
    kind: 'query',
    summary: text('计算指标', 'Compute indicators'),
    permission: 'statistics:read',
    input,
    output,
    handle: async (context, { year, area = context.actor.area, population, boundaries }) => {
      const today = dependencies.today();
      const end = lastDayOfYear(year);
      requireYear(year, today);
      requireOwnArea(context, area);
      const tree = await dependencies.divisions(context);
      const boundariesOn = boundaries === 'then' ? end : today;
      const areas = areasFor(tree, area, boundariesOn);
      const { snapshot, source } = await latestThrough(context, dependencies.snapshots, end);
      const counts = await dependencies.counted({ snapshot, source, tree, year, boundariesOn });
      const cells = indicatorCells(counts, indicators, {
        areas,
        populations: population ? [population] : populations,
      });
      return {
        year,
        boundaries,
        snapshot: { id: snapshot.id, at: snapshot.at, sha256: snapshot.sha256 },
        rows: cells.map((cell) => ({
          indicator: cell.indicator.key,
          area: cell.area,
          areaName: nameOf(tree, cell.area, boundariesOn),
          period: String(year),
          group: cell.group,
          numerator: cell.numerator,
          denominator: cell.denominator,
          value: cell.value,
          unit: cell.indicator.unit,
        })),
      };
    },
  });

/** The name of an area on a day; divisions without an English name keep their own. */
export function nameOf(tree: DivisionTree, area: AreaCode, on: CalendarDate) {
  const division = tree.find(area, on);
  const zh = division?.nameZh ?? area;
  return { zh, en: division?.nameEn ?? zh };
}
