import { readFileSync } from 'node:fs';
import {
  divisionsFile,
  englishNames,
  heldFrom,
  inventedVillages,
  recodings,
} from '../../policy/areas/index.ts';
import { type AreaCode, ancestorCode, areaContains, type CalendarDate } from '../language/index.ts';
import type { Division, DivisionHistory, Succession } from './division.ts';
import { type PublishedDivision, parseDivisions } from './parse-divisions.ts';

const PUBLISHED_SOURCE = 'statistical division codes, 2023 edition';
const FIRST_INVENTED_NUMBER = 801;
const ORDINALS = ['一', '二', '三', '四'];

/** The division tree of the city with everything that `policy/areas` says about its past. */
export function buildDivisionHistory(): DivisionHistory {
  const published = parseDivisions(readFileSync(divisionsFile, 'utf8'));
  const merged = mergeVillages(published);
  return recodings.reduce(recode, merged);
}

const named = (code: AreaCode, name: string) => ({ nameZh: name, nameEn: englishNames[code] ?? null });

const asDivision = (row: PublishedDivision, validFrom: CalendarDate): Division => ({
  code: row.code,
  ...named(row.code, row.name),
  level: row.level,
  parentCode: row.parent,
  validFrom,
  validTo: null,
  invented: false,
  source: PUBLISHED_SOURCE,
});

function mergeVillages(published: readonly PublishedDivision[]): DivisionHistory {
  const counts = predecessorCounts(published);
  const nextNumber = new Map<AreaCode, number>();
  const divisions: Division[] = [];
  const successions: Succession[] = [];
  for (const row of published) {
    const predecessors = inventPredecessors(row, counts.get(row.code) ?? 1, nextNumber);
    divisions.push(asDivision(row, predecessors.length > 0 ? inventedVillages.mergedOn : heldFrom));
    divisions.push(...predecessors);
    successions.push(...predecessors.map((predecessor) => mergerInto(row.code, predecessor.code)));
  }
  return { divisions, successions };
}

const mergerInto = (successorCode: AreaCode, code: AreaCode): Succession => ({
  code,
  successorCode,
  effectiveOn: inventedVillages.mergedOn,
  reason: inventedVillages.source,
});

/** How many predecessors each rural village has: spread evenly so that the total of 2013 comes out exactly. */
function predecessorCounts(published: readonly PublishedDivision[]): ReadonlyMap<AreaCode, number> {
  const villages = published.filter((row) => row.level === 'village');
  const rural = villages.filter((row) => row.name.endsWith(inventedVillages.mergedSuffix));
  const extra = inventedVillages.villagesBefore - villages.length;
  const share = (index: number) => Math.floor((index * extra) / rural.length);
  return new Map(rural.map((row, index) => [row.code, 1 + share(index + 1) - share(index)]));
}

function inventPredecessors(
  village: PublishedDivision,
  count: number,
  nextNumber: Map<AreaCode, number>,
): readonly Division[] {
  if (count < 2) return [];
  const township = ancestorCode(village.code, 'township');
  const start = nextNumber.get(township) ?? FIRST_INVENTED_NUMBER;
  nextNumber.set(township, start + count);
  const stem = village.name.slice(0, -inventedVillages.mergedSuffix.length);
  return Array.from(
    { length: count },
    (_, index): Division => ({
      code: (township.slice(0, 9) + String(start + index)) as AreaCode,
      nameZh: `${stem}${ORDINALS[index] ?? ''}村（虚构前身）`,
      nameEn: null,
      level: 'village',
      parentCode: township,
      validFrom: heldFrom,
      validTo: inventedVillages.mergedOn,
      invented: true,
      source: inventedVillages.source,
    }),
  );
}

/** Gives every division under the recoded county its old code for the days before the change. */
function recode(history: DivisionHistory, change: (typeof recodings)[number]): DivisionHistory {
  const affected = history.divisions.filter(
    (division) => areaContains(change.to, division.code) && division.validFrom < change.effectiveOn,
  );
  const oldCode = (code: AreaCode) => (change.from.code.slice(0, 6) + code.slice(6)) as AreaCode;
  const before = affected.map((division) => ({
    ...division,
    code: oldCode(division.code),
    ...(division.code === change.to ? named(change.from.code, change.from.name.zh) : {}),
    parentCode:
      division.code === change.to ? division.parentCode : division.parentCode && oldCode(division.parentCode),
    validTo: change.effectiveOn,
    source: division.invented ? division.source : change.source,
  }));
  const after = history.divisions.map((division) =>
    affected.includes(division) ? { ...division, validFrom: change.effectiveOn } : division,
  );
  const successions = affected.map((division) => ({
    code: oldCode(division.code),
    successorCode: division.code,
    effectiveOn: change.effectiveOn,
    reason: change.source,
  }));
  return { divisions: [...after, ...before], successions: [...history.successions, ...successions] };
}
