import {
  type AreaCode,
  type AreaLevel,
  areaLevel,
  areaLevels,
  type CalendarDate,
} from '../language/index.ts';
import type { Division, DivisionHistory, Succession } from './division.ts';

/** One link of the life of a place: the code it bore in the days [from, to). */
export interface ChainLink {
  readonly code: AreaCode;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}
/** From the oldest code to today's. */
export type VillageChain = readonly ChainLink[];

/** Answers for any day: which divisions there were, what became of one, what lies in another. */
export interface DivisionTree {
  readonly history: DivisionHistory;
  /** The division of that code on that day, or null. */
  readonly find: (code: AreaCode, on: CalendarDate) => Division | null;
  /** The division of that code on the last day it existed, or null when it never did. */
  readonly findEver: (code: AreaCode) => Division | null;
  /** What `code` has become by the day `on`: itself while it lasts. */
  readonly resolve: (code: AreaCode, on: CalendarDate) => AreaCode;
  /** `code` and all divisions above it on that day, lowest first. */
  readonly ancestors: (code: AreaCode, on: CalendarDate) => readonly AreaCode[];
  /** Divisions of `level` on that day, in code order, below `within` when given. */
  readonly list: (level: AreaLevel, on: CalendarDate, within?: AreaCode) => readonly Division[];
}

const isValid = (division: Division, on: CalendarDate) =>
  division.validFrom <= on && (division.validTo === null || on < division.validTo);

function groupBy<K, V>(items: readonly V[], keyOf: (item: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Indexes `history` for questions. */
export function divisionTree(history: DivisionHistory): DivisionTree {
  const byCode = groupBy(history.divisions, (division) => division.code);
  const successors = new Map(history.successions.map((succession) => [succession.code, succession]));
  const byLevel = groupBy(
    [...history.divisions].sort((a, b) => (a.code < b.code ? -1 : 1)),
    (division) => division.level,
  );
  const find: DivisionTree['find'] = (code, on) => byCode.get(code)?.find((one) => isValid(one, on)) ?? null;
  const ancestors: DivisionTree['ancestors'] = (code, on) => {
    const path: AreaCode[] = [];
    for (let at: AreaCode | null = code; at; at = find(at, on)?.parentCode ?? null) path.push(at);
    return path;
  };
  return {
    history,
    find,
    findEver: (code) => byCode.get(code)?.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null,
    resolve: (code, on) => resolveCode(successors, code, on),
    ancestors,
    list: (level, on, within) =>
      (byLevel.get(level) ?? []).filter(
        (one) => isValid(one, on) && (!within || ancestors(one.code, on).includes(within)),
      ),
  };
}

function resolveCode(
  successors: ReadonlyMap<AreaCode, Succession>,
  code: AreaCode,
  on: CalendarDate,
): AreaCode {
  let current = code;
  for (let next = successors.get(current); next && next.effectiveOn <= on; next = successors.get(current)) {
    current = next.successorCode;
  }
  return current;
}

/** For each village of today, the lives of the villages that it consists of. */
export function villageChains(history: DivisionHistory): ReadonlyMap<AreaCode, readonly VillageChain[]> {
  const byCode = new Map(history.divisions.map((division) => [division.code, division]));
  const predecessors = groupBy(history.successions, (succession) => succession.successorCode);
  const today = history.divisions.filter(
    (division) => division.level === 'village' && division.validTo === null,
  );
  const chainsTo = (code: AreaCode): readonly VillageChain[] => {
    const division = byCode.get(code);
    if (!division) return [];
    const link = { code, from: division.validFrom, to: division.validTo };
    const earlier = (predecessors.get(code) ?? []).flatMap((succession) => chainsTo(succession.code));
    return earlier.length > 0 ? earlier.map((chain) => [...chain, link]) : [[link]];
  };
  return new Map(today.map((division) => [division.code, chainsTo(division.code)]));
}

/** The name of a level in both languages is the caller's affair; this is the level below. */
export const levelBelow = (code: AreaCode): AreaLevel | null =>
  areaLevels[areaLevels.indexOf(areaLevel(code)) + 1] ?? null;
