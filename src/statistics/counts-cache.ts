import { measures } from '../../policy/indicators/index.ts';
import type { DivisionTree } from '../areas/index.ts';
import type { CalendarDate } from '../language/index.ts';
import type { FactSource, SealedSnapshot } from '../platform/index.ts';
import { countYear } from './compute-rows.ts';
import type { CountsByArea } from './roll-up.ts';

/** Years of counts that are kept: a scorecard shows five, and a few people look at different ones. */
const MOST_KEPT = 16;

export interface YearWanted {
  readonly snapshot: SealedSnapshot;
  readonly source: FactSource;
  readonly tree: DivisionTree;
  readonly year: number;
  readonly boundariesOn: CalendarDate;
}

/** All measures of a year in every area. */
export type CountedYears = (wanted: YearWanted) => Promise<CountsByArea>;

/**
 * Counts a year of a sealed snapshot once and keeps it: a snapshot never changes, so neither do its counts. The tree
 * may (a boundary change), and its number of divisions is part of what is kept under.
 */
export function keepCounts(): CountedYears {
  const kept = new Map<string, Promise<CountsByArea>>();
  return ({ snapshot, source, tree, year, boundariesOn }) => {
    const divisions = String(tree.history.divisions.length);
    const key = [snapshot.sha256, String(year), boundariesOn, divisions].join(' ');
    const found = kept.get(key);
    // Taken out and put back: the one that was asked for longest ago goes first.
    kept.delete(key);
    const counts = found ?? countYear({ source, tree, measures, year, boundariesOn });
    kept.set(key, counts);
    counts.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return counts;
  };
}
