import type { DivisionTree } from '../areas/index.ts';
import { type AreaCode, type CalendarDate, type CountGroup, populations } from '../language/index.ts';
import type { VillageCounts } from './count-measures.ts';

export interface AreaCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly unknown: ReadonlyMap<string, number>;
}

/**
 * Counts by population and area, for every area from village to province that has any. What belongs to no population
 * stands under `none`, and under both populations too, so that an indicator may join the two.
 */
export type CountsByArea = ReadonlyMap<CountGroup, ReadonlyMap<AreaCode, AreaCounts>>;

interface MutableCounts {
  readonly counts: Map<string, number>;
  readonly unknown: Map<string, number>;
}

function add(into: Map<string, number>, from: Readonly<Record<string, number>>): void {
  // Noughts are not kept: most areas have nothing of most measures.
  for (const [key, value] of Object.entries(from))
    if (value !== 0) into.set(key, (into.get(key) ?? 0) + value);
}

/**
 * Adds village counts up the tree. `boundariesOn` is the day whose divisions are wanted: the end of the period for
 * "as then", today for "as now"; each recorded village is first led to what it had become by that day.
 */
export function rollUp(
  rows: readonly VillageCounts[],
  tree: DivisionTree,
  boundariesOn: CalendarDate,
): CountsByArea {
  const groups = new Map<CountGroup, Map<AreaCode, MutableCounts>>();
  for (const row of rows) {
    const taking = row.group === 'none' ? (['none', ...populations] as const) : [row.group];
    for (const group of taking) addRow(groups, group, { row, tree, boundariesOn });
  }
  return groups;
}

interface Adding {
  readonly row: VillageCounts;
  readonly tree: DivisionTree;
  readonly boundariesOn: CalendarDate;
}

function addRow(
  groups: Map<CountGroup, Map<AreaCode, MutableCounts>>,
  group: CountGroup,
  { row, tree, boundariesOn }: Adding,
): void {
  const areas = groups.get(group) ?? new Map<AreaCode, MutableCounts>();
  groups.set(group, areas);
  for (const area of tree.ancestors(tree.resolve(row.village, boundariesOn), boundariesOn)) {
    const cell = areas.get(area) ?? { counts: new Map(), unknown: new Map() };
    areas.set(area, cell);
    add(cell.counts, row.counts);
    add(cell.unknown, row.unknown);
  }
}
