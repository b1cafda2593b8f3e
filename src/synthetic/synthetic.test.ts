import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDivisionHistory, villageChains } from '../areas/index.ts';
import { fromDayNumber } from '../language/index.ts';
import { buildCity, type SyntheticCity } from './build-city.ts';
import { CENSUS_DAY, HISTORY_END, HISTORY_START, yearOf, yearStart } from './days.ts';
import { ageGroups, censusMargins } from './margins.ts';
import { at, byteAt, livesHereOn, NEVER, NOBODY } from './people.ts';
import { yearQuota, yearQuotas } from './quotas.ts';
import { apportion } from './random.ts';
import { copyRows, type LoadedTable, loadedTables } from './write-rows.ts';

const chains = villageChains(buildDivisionHistory());
const build = (seed: number, scale: number) => buildCity({ seed, scale, chains });
const city = build(2013, 0.01);
const { people } = city;
const everybody = Array.from({ length: people.count }, (_, index) => index);
const bytes = (one: SyntheticCity, table: LoadedTable) =>
  Buffer.concat([
    ...copyRows(one, table, {
      idDigest: (idNumber) => idNumber,
      sealIdNumber: (_, idNumber) => idNumber,
      nameSound: (name) => name,
    }),
  ]);
const tables = Object.keys(loadedTables) as LoadedTable[];

const registeredOn = (day: number) =>
  everybody.filter((one) => at(people.regFrom, one) < day && at(people.regTo, one) >= day).length;
const livesOn = (one: number, day: number) => livesHereOn(people, one, day);
const inYear = (days: Int32Array, year: number) => (one: number) =>
  at(days, one) < NEVER && yearOf(at(days, one)) === year;
const bornRegistered = (year: number) =>
  everybody.filter(
    (one) => inYear(people.birthDay, year)(one) && at(people.regFrom, one) === at(people.birthDay, one),
  );

describe('the made-up city', () => {
  it('is the same for the same seed, to the last byte, and another for another', () => {
    const [a, b, c] = [build(7, 0.001), build(7, 0.001), build(8, 0.001)];
    for (const table of tables) expect(bytes(a, table).equals(bytes(b, table))).toBe(true);
    expect(bytes(a, 'register_persons').equals(bytes(c, 'register_persons'))).toBe(false);
  });

  it('has on the census day exactly the residents of each county, age group and sex', () => {
    for (const [county, margin] of censusMargins(0.01).entries()) {
      const here = everybody.filter(
        (one) => byteAt(people.residentCounty, one) === county && livesOn(one, CENSUS_DAY - 1),
      );
      for (const male of [1, 0]) {
        const ages = here
          .filter((one) => byteAt(people.male, one) === male)
          .map((one) => ageAt(at(people.birthDay, one)));
        const counted = ageGroups.map(({ from, to }) => ages.filter((age) => age >= from && age < to).length);
        expect(counted).toEqual([...(male === 1 ? margin.males : margin.females)]);
      }
    }
  });

  it.each(yearQuotas(0.01).map((quota) => [quota.year, quota] as const))(
    'meets every quota of %i',
    (year, quota) => {
      const born = bornRegistered(year);
      expect(born).toHaveLength(quota.births);
      expect(born.filter((one) => byteAt(people.male, one) === 1)).toHaveLength(quota.boys);
      expect(
        everybody.filter(
          (one) => inYear(people.deathDay, year)(one) && at(people.regTo, one) === at(people.deathDay, one),
        ),
      ).toHaveLength(quota.deaths);
      expect(registeredOn(yearStart(year + 1))).toBe(quota.registered);
    },
  );

  it('has the residents of each year near their totals', () => {
    for (const quota of yearQuotas(0.01)) {
      const residents = everybody.filter((one) => livesOn(one, yearStart(quota.year + 1) - 1)).length;
      expect(Math.abs(residents / quota.resident - 1), String(quota.year)).toBeLessThan(0.002);
    }
  });
});

const ageAt = (birthDay: number) => {
  const [year = 0, month = 0, date = 0] = fromDayNumber(birthDay).split('-').map(Number);
  return 2020 - year - (month > 11 || (month === 11 && date > 1) ? 1 : 0);
};

describe('natural increase of 2013 as the city published it', () => {
  const rate = (scale: number) => {
    const quota = yearQuota(2013, scale);
    return (
      (1000 * (quota.births - quota.deaths)) / ((yearQuota(2012, scale).registered + quota.registered) / 2)
    );
  };
  it('is 1.96 per mille at full size', () => {
    expect(rate(1).toFixed(2)).toBe('1.96');
  });
  it('is within 0.02 per mille of it at one in a hundred', () => {
    expect(Math.abs(rate(0.01) - 1.96)).toBeLessThanOrEqual(0.02);
  });
  it.each([1, 0.1, 0.01])('has a sex ratio at birth within 110 at scale %d', (scale) => {
    const { boys, girls } = yearQuota(2013, scale);
    expect((100 * boys) / girls).toBeLessThanOrEqual(110);
    expect((100 * boys) / girls).toBeGreaterThan(107);
  });
});

describe('families make sense', () => {
  const mothered = everybody.filter((one) => at(people.mother, one) !== NOBODY);
  const born = everybody.filter(
    (one) => at(people.birthDay, one) >= HISTORY_START && at(people.regFrom, one) < NEVER,
  );

  it('mothers are women of 18 to 46 who were alive and registered at the birth', () => {
    for (const child of mothered) {
      const mother = at(people.mother, child);
      const age = (at(people.birthDay, child) - at(people.birthDay, mother)) / 365.25;
      expect(byteAt(people.male, mother)).toBe(0);
      expect(age).toBeGreaterThanOrEqual(17.9);
      expect(age).toBeLessThanOrEqual(46.1);
      if (at(people.birthDay, child) >= HISTORY_START)
        expect(at(people.regTo, mother)).toBeGreaterThan(at(people.birthDay, child));
    }
  });

  it('nearly every child born in the history has a mother', () => {
    expect(born.filter((one) => at(people.mother, one) !== NOBODY).length / born.length).toBeGreaterThan(
      0.97,
    );
  });

  it('there are twins, and they share mother and day', () => {
    const days = Map.groupBy(
      mothered,
      (one) => `${String(at(people.mother, one))}/${String(at(people.birthDay, one))}`,
    );
    const twins = [...days.values()].filter((group) => group.length === 2).length;
    expect(twins / mothered.length).toBeGreaterThan(0.002);
    expect(twins / mothered.length).toBeLessThan(0.02);
  });

  it('nobody is married to a brother or sister', () => {
    const siblings = everybody.filter((one) => {
      const spouse = at(people.spouse, one);
      return (
        spouse !== NOBODY &&
        at(people.mother, one) !== NOBODY &&
        at(people.mother, one) === at(people.mother, spouse)
      );
    });
    expect(siblings).toEqual([]);
  });

  it('no father had died before the child was conceived', () => {
    const late = mothered.filter((child) => {
      const father = at(people.spouse, at(people.mother, child));
      return father !== NOBODY && at(people.deathDay, father) < at(people.birthDay, child) - 280;
    });
    expect(late).toEqual([]);
  });

  it('no woman has more than five children, or six with twins, or two births within ten months', () => {
    const births = Map.groupBy(mothered, (child) => at(people.mother, child));
    for (const children of births.values()) {
      expect(children.length).toBeLessThanOrEqual(6);
      const days = [...new Set(children.map((child) => at(people.birthDay, child)))].sort((a, b) => a - b);
      expect(days.every((day, index) => index === 0 || day - (days[index - 1] ?? 0) >= 300)).toBe(true);
    }
  });

  it('most mothers are between 22 and 32', () => {
    const ages = born
      .filter((child) => at(people.mother, child) !== NOBODY)
      .map((child) => (at(people.birthDay, child) - at(people.birthDay, at(people.mother, child))) / 365.25);
    expect(ages.filter((age) => age >= 22 && age < 32).length / ages.length).toBeGreaterThan(0.6);
  });

  it('couples are a man and a woman of like age, and mutual', () => {
    for (const one of everybody.filter((index) => at(people.spouse, index) !== NOBODY)) {
      const spouse = at(people.spouse, one);
      expect(at(people.spouse, spouse)).toBe(one);
      expect(byteAt(people.male, spouse)).toBe(1 - byteAt(people.male, one));
    }
  });

  it('weddings of the history are of grown-ups, before the first child, on one day for both', () => {
    const wed = everybody.filter((one) => at(people.weddingDay, one) < NEVER);
    expect(wed.length).toBeGreaterThan(people.count * 0.05);
    for (const one of wed) {
      expect(at(people.weddingDay, one)).toBeLessThan(HISTORY_END);
      const age = (at(people.weddingDay, one) - at(people.birthDay, one)) / 365.25;
      expect(age).toBeGreaterThanOrEqual(byteAt(people.male, one) === 1 ? 22 : 20);
      expect(at(people.weddingDay, at(people.spouse, one))).toBe(at(people.weddingDay, one));
    }
    for (const child of mothered) {
      const wedding = at(people.weddingDay, at(people.mother, child));
      if (wedding < NEVER) expect(wedding).toBeLessThan(at(people.birthDay, child));
    }
  });

  it('households have believable sizes and some hold three generations', () => {
    const alive = everybody.filter((one) => at(people.deathDay, one) >= NEVER);
    const households = Map.groupBy(alive, (one) => at(people.household, one));
    for (const [household, members] of households) expect(members).toContain(city.heads[household]);
    expect(alive.length / households.size).toBeGreaterThan(1.8);
    expect(alive.length / households.size).toBeLessThan(4);
    const three = [...households.values()].filter((members) =>
      members.some((one) => {
        const mother = at(people.mother, one);
        return (
          members.includes(mother) &&
          members.includes(
            at(people.mother, mother) === NOBODY
              ? at(people.mother, at(people.spouse, mother))
              : at(people.mother, mother),
          )
        );
      }),
    );
    expect(three.length).toBeGreaterThan(20);
  });
});

describe('largest remainders', () => {
  it('give whole numbers that add up and lie within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }),
        (total, shares) => {
          const sum = shares.reduce((a, b) => a + b, 0);
          fc.pre(sum > 0);
          const parts = apportion(total, shares);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [index, part] of parts.entries())
            expect(Math.abs(part - (total * (shares[index] ?? 0)) / sum)).toBeLessThan(1);
        },
      ),
    );
  });
});
