import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDivisionHistory, villageChains } from '../areas/index.ts';
import { buildCity, type SyntheticCity } from './build-city.ts';
import { CENSUS_DAY } from './days.ts';
import { createLife, kindNames, type Life, readLife } from './lives.ts';
import { ageGroups, censusMargins } from './margins.ts';
import { at, byteAt, livesHereOn, NEVER } from './people.ts';
import { NOWHERE } from './places.ts';
import { yearQuotas } from './quotas.ts';
import { summarize } from './summarize.ts';

const chains = villageChains(buildDivisionHistory());
/** Any seed, and cities of five to twenty thousand people. */
const options = fc.record({
  seed: fc.nat(4_294_967_295),
  scale: fc.integer({ min: 1, max: 4 }).map((n) => n / 1000),
});
const build = (chosen: { readonly seed: number; readonly scale: number }) => buildCity({ ...chosen, chains });

interface Folded {
  readonly population: number;
  readonly code: number;
  readonly from: number;
  to: number;
}

/** What the events of a life make of it, or null when one does not follow from the others. */
function fold(life: Life): readonly Folded[] | null {
  const spells: Folded[] = [];
  for (let event = 0; event < life.events; event += 1) {
    const day = at(life.day, event);
    if (event > 0 && day < at(life.day, event - 1)) return null;
    for (const [population, from, to] of [
      [0, at(life.registeredFrom, event), at(life.registeredTo, event)],
      [1, at(life.residentFrom, event), at(life.residentTo, event)],
    ] as const) {
      const open = spells.find((spell) => spell.population === population && spell.to === NEVER);
      if ((open?.code ?? NOWHERE) !== from) return null;
      if (from === to) continue;
      if (open) open.to = day;
      if (to !== NOWHERE) spells.push({ population, code: to, from: day, to: NEVER });
    }
  }
  return spells;
}

const staysOf = (life: Life): readonly Folded[] =>
  Array.from({ length: life.stays }, (_, stay) => ({
    population: byteAt(life.population, stay),
    code: at(life.code, stay),
    from: at(life.from, stay),
    to: at(life.to, stay),
  }));

const inOrder = (spells: readonly Folded[]) =>
  JSON.stringify(spells.toSorted((a, b) => a.population - b.population || a.from - b.from));

function isSound({ people, places }: SyntheticCity, index: number, life: Life): boolean {
  readLife(life, { people, places }, index);
  const days = [...life.day.subarray(0, life.events)];
  const kinds = [...life.kind.subarray(0, life.events)].map((kind) => kindNames[kind]);
  const folded = fold(life);
  return (
    life.events > 0 &&
    folded !== null &&
    inOrder(folded) === inOrder(staysOf(life)) &&
    days.every((day) => day >= at(people.birthDay, index) && day <= at(people.deathDay, index)) &&
    at(people.deathDay, index) < NEVER === kinds.includes('death') &&
    kinds.filter((kind) => kind === 'birth' || kind === 'enrolment').length <= 1
  );
}

const ageAtCensus = (birthDay: number) => {
  const born = new Date(birthDay * 86_400_000).toISOString().slice(0, 10);
  return 2020 - Number(born.slice(0, 4)) - (born.slice(5) > '11-01' ? 1 : 0);
};

/** Residents of the census day by county, age group and sex. */
function countCensus({ people }: SyntheticCity): string {
  const counted = censusMargins(0.001).map(() => ageGroups.map(() => [0, 0]));
  for (let index = 0; index < people.count; index += 1) {
    if (!livesHereOn(people, index, CENSUS_DAY - 1)) continue;
    const age = ageAtCensus(at(people.birthDay, index));
    const group = ageGroups.findIndex(({ from, to }) => age >= from && age < to);
    const cell = counted[byteAt(people.residentCounty, index)]?.[group];
    if (cell) cell[byteAt(people.male, index)] = (cell[byteAt(people.male, index)] ?? 0) + 1;
  }
  return JSON.stringify(counted);
}

describe('whatever the seed and the scale', () => {
  it('every life follows from its events, begins once, and holds nothing after death', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const city = build(chosen);
        const life = createLife();
        const broken = [];
        for (let index = 0; index < city.people.count; index += 1)
          if (!isSound(city, index, life)) broken.push(index);
        expect(broken).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('the residents of the census day are exactly the margins', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const margins = censusMargins(chosen.scale).map(({ males, females }) =>
          males.map((male, group) => [females[group] ?? 0, male]),
        );
        expect(countCensus(build(chosen))).toBe(JSON.stringify(margins));
      }),
      { numRuns: 8 },
    );
  });

  it('population, births, deaths and transfers of every year are its quotas', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const quotas = yearQuotas(chosen.scale);
        for (const [index, counted] of summarize(build(chosen)).entries())
          expect(quotas[index]).toMatchObject({ ...counted, resident: expect.any(Number) });
      }),
      { numRuns: 8 },
    );
  });
});
