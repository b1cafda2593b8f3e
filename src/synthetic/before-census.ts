import { afterCensus, type Cohort, cohortYears, registeredWeights } from './census.ts';
import { CENSUS_DAY, HISTORY_START, yearStart } from './days.ts';
import { addPerson, at, byteAt, category, entry, NEVER, type People } from './people.ts';
import type { YearQuota } from './quotas.ts';
import { cumulate, type Random, shuffle } from './random.ts';

/** Of the children born in a year, so many die young within the simulated years. */
const DIES_YOUNG = 0.007;
/** Of those who died here, so many had lived elsewhere. */
const DIED_AWAY = 0.06;
/** Of those who transferred out, so many had left long before. */
const LEFT_LONG_BEFORE = 0.7;

/** The part of the census year's quotas that falls before the census. */
export function untilCensus(quota: YearQuota): YearQuota {
  if (quota.year !== 2020) return quota;
  const births = quota.births - afterCensus(quota.births);
  const boys = quota.boys - afterCensus(quota.boys);
  return {
    ...quota,
    births,
    boys,
    girls: births - boys,
    deaths: quota.deaths - afterCensus(quota.deaths),
    transfersIn: quota.transfersIn - afterCensus(quota.transfersIn),
    transfersOut: quota.transfersOut - afterCensus(quota.transfersOut),
  };
}

const endOf = (year: number) => (year === 2020 ? CENSUS_DAY : yearStart(year + 1));
/** A day of the year after its first: on the first day of the history everybody is enrolled. */
const dayIn = (year: number, random: Random) =>
  yearStart(year) + 1 + random.below(endOf(year) - yearStart(year) - 1);

interface YoungDeaths {
  /** Deaths by year of death: they count against the quota of that year. */
  readonly byYear: ReadonlyMap<number, number>;
  readonly cohorts: readonly Cohort[];
}

/** Children who were born and died before the census, and what that leaves of each cohort. */
export function addYoungDeaths(people: People, quotas: readonly YearQuota[], random: Random): YoungDeaths {
  const byYear = new Map<number, number>();
  const origins = cumulate(registeredWeights);
  const cohorts = cohortYears.flatMap((year) => {
    const quota = quotas.find((one) => one.year === year);
    return [true, false].map((male) => {
      const born = (male ? quota?.boys : quota?.girls) ?? 0;
      const lost = Math.round(born * DIES_YOUNG);
      for (let one = 0; one < lost; one += 1) {
        const birthDay = dayIn(year, random);
        const lived = Math.floor(random.next() < 0.75 ? random.next() * 300 : random.next() * 3000);
        const deathDay = Math.min(birthDay + lived, CENSUS_DAY - 1);
        const county = random.draw(origins);
        const index = addPerson(people, {
          birthDay,
          male,
          category: category.gone,
          county,
          residentCounty: county,
        });
        register(people, index, { kind: entry.birth, from: birthDay, to: deathDay });
        people.deathDay[index] = deathDay;
        stay(people, index, { from: birthDay, to: deathDay });
        const died = yearOfDay(deathDay);
        byYear.set(died, (byYear.get(died) ?? 0) + 1);
      }
      return { year, male, alive: born - lost };
    });
  });
  return { byYear, cohorts };
}

const yearOfDay = (day: number) => cohortYears.find((year) => day < yearStart(year + 1)) ?? 2020;

interface Registration {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

export function register(people: People, index: number, { kind, from, to }: Registration): void {
  people.regEntry[index] = kind;
  people.regFrom[index] = from;
  people.regTo[index] = to;
}

interface Days {
  readonly from: number;
  readonly to: number;
}

export function stay(people: People, index: number, days: Days): void {
  people.firstFrom[index] = days.from;
  people.firstTo[index] = days.to;
}

/** Adults who died before the census, in the numbers and at the ages of each year. */
export function addAdultDeaths(people: People, quota: YearQuota, context: Gone): void {
  const adults = quota.deaths - (context.young.get(quota.year) ?? 0);
  for (let one = 0; one < adults; one += 1) {
    const deathDay = dayIn(quota.year, context.random);
    const birthDay = Math.min(deathDay - Math.floor(ageAtDeath(context.random) * 365.25), HISTORY_START - 1);
    const index = addGone(people, { birthDay, male: context.random.next() < 0.56 }, context);
    register(people, index, { kind: entry.enrolment, from: HISTORY_START, to: deathDay });
    people.deathDay[index] = deathDay;
    if (context.random.next() >= DIED_AWAY) stay(people, index, { from: HISTORY_START, to: deathDay });
  }
}

/** Adults who transferred their registration out before the census. */
export function addTransfersOut(people: People, quota: YearQuota, context: Gone): void {
  for (let one = 0; one < quota.transfersOut; one += 1) {
    const day = dayIn(quota.year, context.random);
    const age = 18 + context.random.next() * 22;
    const birthDay = Math.min(day - Math.floor(age * 365.25), HISTORY_START - 1);
    const index = addGone(people, { birthDay, male: context.random.next() < 0.48 }, context);
    register(people, index, { kind: entry.enrolment, from: HISTORY_START, to: day });
    if (context.random.next() >= LEFT_LONG_BEFORE) stay(people, index, { from: HISTORY_START, to: day });
  }
}

export interface Gone {
  readonly random: Random;
  readonly young: ReadonlyMap<number, number>;
  readonly origins: Float64Array;
}

function addGone(
  people: People,
  who: { readonly birthDay: number; readonly male: boolean },
  { random, origins }: Gone,
): number {
  const county = random.draw(origins);
  return addPerson(people, { ...who, category: category.gone, county, residentCounty: county });
}

/** Mostly old, some in middle age: a Gompertz-like shape drawn from two bells. */
const ageAtDeath = (random: Random) =>
  Math.min(101, Math.max(17, random.next() < 0.14 ? random.normal(48, 13) : random.normal(76, 10)));

/**
 * Registers everybody who is alive at the census: by birth when born in the simulated years, by transfer for as many
 * adults as each year took in, by enrolment for the rest.
 */
export function registerLiving(people: People, quotas: readonly YearQuota[], random: Random): void {
  const adults: number[] = [];
  for (let index = 0; index < people.count; index += 1) {
    const kind = byteAt(people.category, index);
    if (kind === category.visitor || kind === category.gone) continue;
    const birthDay = at(people.birthDay, index);
    const born = birthDay >= HISTORY_START;
    register(people, index, {
      kind: born ? entry.birth : entry.enrolment,
      from: born ? birthDay : HISTORY_START,
      to: NEVER,
    });
    if (!born && kind === category.local) adults.push(index);
  }
  const candidates = shuffle(Int32Array.from(adults), random);
  for (const quota of quotas) transferIn(people, quota, { candidates, random });
}

interface Candidates {
  readonly candidates: Int32Array;
  readonly random: Random;
}

/** Newcomers to registration were between 18 and 45 when they came, as far as there are such people left. */
function transferIn(people: People, quota: YearQuota, { candidates, random }: Candidates): void {
  let wanted = quota.transfersIn;
  for (const strict of [true, false]) {
    for (let tries = candidates.length * 2; wanted > 0 && tries > 0; tries -= 1) {
      const index = at(candidates, random.below(candidates.length));
      const age = quota.year - 1970 - at(people.birthDay, index) / 365.25;
      const fits = strict ? age >= 18 && age <= 45 : age >= 1;
      if (byteAt(people.regEntry, index) !== entry.enrolment || !fits) continue;
      register(people, index, { kind: entry.transfer, from: dayIn(quota.year, random), to: NEVER });
      wanted -= 1;
    }
  }
  if (wanted > 0) throw new Error(`too few people to transfer in ${String(quota.year)}`);
}
