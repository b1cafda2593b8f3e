import { describe, expect, it } from 'vitest';
import { areaCode, calendarDate } from '../language/index.ts';
import { buildDivisionHistory } from './build-history.ts';
import { divisionTree, villageChains } from './division-tree.ts';

const history = buildDivisionHistory();
const tree = divisionTree(history);
const then = calendarDate('2013-12-31');
const now = calendarDate('2025-12-31');
const city = areaCode('5107');

describe('the division tree of Mianyang', () => {
  it.each([
    ['2013-12-31', 9, 167, 3205],
    ['2016-04-22', 9, 167, 3205],
    ['2016-04-23', 9, 167, 3205],
    ['2019-12-31', 9, 167, 3205],
    ['2020-01-01', 9, 167, 2071],
    ['2025-12-31', 9, 167, 2071],
  ])('has on %s %i counties, %i townships and %i villages', (day, counties, townships, villages) => {
    const on = calendarDate(day);
    expect(tree.list('county', on, city)).toHaveLength(counties);
    expect(tree.list('township', on, city)).toHaveLength(townships);
    expect(tree.list('village', on, city)).toHaveLength(villages);
  });

  it('calls An County 510724 until it becomes Anzhou District 510705 on 2016-04-23', () => {
    const old = areaCode('510724');
    expect(tree.find(old, calendarDate('2016-04-22'))?.nameZh).toBe('安县');
    expect(tree.find(old, calendarDate('2016-04-23'))).toBeNull();
    expect(tree.find(areaCode('510705'), then)).toBeNull();
    expect(tree.resolve(old, calendarDate('2016-04-22'))).toBe(old);
    expect(tree.resolve(old, now)).toBe(areaCode('510705'));
  });

  it('marks every village that never existed as invented, and only those', () => {
    const invented = history.divisions.filter((division) => division.invented);
    expect(invented.every((division) => division.nameZh.includes('虚构前身'))).toBe(true);
    expect(tree.list('village', now, city).some((division) => division.invented)).toBe(false);
  });

  it('leads every code of any day to a division of today', () => {
    for (const division of history.divisions)
      expect(tree.find(tree.resolve(division.code, now), now)).not.toBeNull();
  });

  it('leads every village on every day up to the city', () => {
    for (const on of [then, now])
      for (const village of tree.list('village', on))
        expect(tree.ancestors(village.code, on)).toContain(city);
  });

  it('gives no code two divisions on one day', () => {
    const seen = new Set(history.divisions.map((division) => `${division.code}@${division.validFrom}`));
    expect(seen.size).toBe(history.divisions.length);
  });

  it('knows the whole life of a village: gapless chains from the first held day to today', () => {
    const chains = [...villageChains(history).values()].flat();
    expect(chains).toHaveLength(3205);
    for (const chain of chains) {
      expect(chain.at(-1)?.to).toBeNull();
      for (const [index, link] of chain.entries()) {
        const next = chain[index + 1];
        if (next) expect(link.to).toBe(next.from);
      }
    }
  });
});
