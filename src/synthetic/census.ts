import { CENSUS_DAY, HISTORY_START, yearOf, yearStart } from './days.ts';
import { type AgeGroup, ageGroups, type CountyMargin } from './margins.ts';
import { addPerson, at, byteAt, category, type People } from './people.ts';
import { FIRST_YEAR, type YearQuota } from './quotas.ts';
import { cumulate, type Random } from './random.ts';

/** Of those registered in another county of the province, how many are from this city: an assumption of ours. */
const FROM_THIS_CITY = 0.6;
/** Where people come from and leave from: the more rural a county, the more. Assumption of ours, in code order. */
export const originWeights = [0.04, 0.06, 0.1, 0.36, 0.14, 0.09, 0.06, 0.04, 0.11];

/** Where those who died or left were registered: about as the registered population. Assumption of ours. */
export const registeredWeights = [0.135, 0.104, 0.093, 0.262, 0.106, 0.069, 0.044, 0.033, 0.154];

/** Chance weight of being away from the place of registration, by age. */
const mobility = (age: number) => (age < 15 ? 0.7 : age < 25 ? 1.9 : age < 45 ? 1.5 : age < 60 ? 0.8 : 0.35);

/** 1 November, so many years before the census. */
const birthdayYearsAgo = (years: number) => yearStart(2021 - years) - 61;

/** A day of birth for somebody whose age at the census lies in `group`; births before 2004 spread evenly. */
function birthDayIn(group: AgeGroup, births: ReadonlyMap<number, number>, random: Random): number {
  // The census counts who was there as its day began: the last was born the day before.
  const last = Math.min(birthdayYearsAgo(group.from), CENSUS_DAY - 1);
  const first = birthdayYearsAgo(group.to) + 1;
  if (group.from >= 85) return oldBirthDay(random);
  for (;;) {
    const day = first + random.below(last - first + 1);
    // Years with more births are drawn more often; no year has more than half again the average.
    const weight = (births.get(yearOf(day)) ?? 1) / 1.5;
    if (random.next() < weight) return day;
  }
}

/** Beyond 85 each further year is reached by four in five. */
function oldBirthDay(random: Random): number {
  const years = Math.min(100, 85 + Math.floor(Math.log(1 - random.next()) / Math.log(0.8)));
  return birthdayYearsAgo(years + 1) + 1 + random.below(365);
}

/** Births of each year relative to the average: the shape of the young cohorts. */
export function birthShape(quotas: readonly YearQuota[]): ReadonlyMap<number, number> {
  const average = quotas.reduce((sum, quota) => sum + quota.births, 0) / quotas.length;
  return new Map(quotas.map((quota) => [quota.year, average === 0 ? 1 : quota.births / average]));
}

function categoryOf(margin: CountyMargin, age: number, random: Random): number {
  const away = mobility(age);
  const internal = margin.otherCountyShare * FROM_THIS_CITY * away;
  const visiting = (margin.otherCountyShare * (1 - FROM_THIS_CITY) + margin.otherProvinceShare) * away;
  const drawn = random.next();
  if (drawn < visiting) return category.visitor;
  return drawn < visiting + internal ? category.internal : category.local;
}

/** Everybody who lives in the city on the census day: exactly the margins by county, age group and sex. */
export function populateCensus(
  people: People,
  margins: readonly CountyMargin[],
  context: CensusContext,
): void {
  const origins = cumulate(originWeights);
  for (const [county, margin] of margins.entries()) {
    for (const [index, group] of ageGroups.entries()) {
      for (const male of [true, false]) {
        const count = (male ? margin.males : margin.females)[index] ?? 0;
        for (let one = 0; one < count; one += 1)
          addResident(people, { county, margin, group, male, origins }, context);
      }
    }
  }
}

export interface CensusContext {
  readonly births: ReadonlyMap<number, number>;
  readonly random: Random;
}

interface Cell {
  readonly county: number;
  readonly margin: CountyMargin;
  readonly group: AgeGroup;
  readonly male: boolean;
  readonly origins: Float64Array;
}

function addResident(people: People, cell: Cell, { births, random }: CensusContext): void {
  const birthDay = birthDayIn(cell.group, births, random);
  const wanted = categoryOf(cell.margin, (CENSUS_DAY - birthDay) / 365.25, random);
  const origin = wanted === category.internal ? random.draw(cell.origins) : cell.county;
  const kind = wanted === category.internal && origin === cell.county ? category.local : wanted;
  addPerson(people, {
    birthDay,
    male: cell.male,
    category: kind,
    county: origin,
    residentCounty: cell.county,
  });
}

/** Births of the census year that come after the census day. */
export const afterCensus = (count: number): number => Math.round((count * 61) / 366);

/** How many children of a year and sex should be registered and alive at the census. */
export interface Cohort {
  readonly year: number;
  readonly male: boolean;
  readonly alive: number;
}

/**
 * Makes the young cohorts exact: of each year and sex, as many are registered as were born and survived. Missing ones
 * live elsewhere (absent); where more live here than that, the surplus is registered elsewhere (visitors).
 */
export function fitCohorts(people: People, cohorts: readonly Cohort[], random: Random): void {
  const residents = new Map<string, number[]>();
  for (let index = 0; index < people.count; index += 1) {
    if (at(people.birthDay, index) < HISTORY_START || !isRegisteredAtCensus(people, index)) continue;
    const key = `${String(yearOf(at(people.birthDay, index)))}/${String(byteAt(people.male, index))}`;
    const list = residents.get(key);
    if (list) list.push(index);
    else residents.set(key, [index]);
  }
  const origins = cumulate(originWeights);
  for (const { year, male, alive } of cohorts) {
    const here = residents.get(`${String(year)}/${male ? '1' : '0'}`) ?? [];
    for (const index of here.slice(alive)) makeVisitor(people, index);
    for (let missing = alive - here.length; missing > 0; missing -= 1) {
      const end = year === 2020 ? CENSUS_DAY : yearStart(year + 1);
      const birthDay = yearStart(year) + random.below(end - yearStart(year));
      const county = random.draw(origins);
      addPerson(people, { birthDay, male, category: category.absent, county, residentCounty: county });
    }
  }
}

function makeVisitor(people: People, index: number): void {
  people.category[index] = category.visitor;
  people.county[index] = byteAt(people.residentCounty, index);
}

/** Adults who are registered here and live elsewhere: as many as the registered total asks for. */
export function addAbsentAdults(people: People, total: number, random: Random): void {
  const origins = cumulate(originWeights);
  const start = people.count;
  while (people.count < start + total) {
    const age = 17 + Math.abs(random.normal(0, 16));
    const birthDay = CENSUS_DAY - Math.floor(age * 365.25);
    if (birthDay >= HISTORY_START) continue;
    const county = random.draw(origins);
    addPerson(people, {
      birthDay,
      male: random.next() < 0.53,
      category: category.absent,
      county,
      residentCounty: county,
    });
  }
}

const isRegisteredAtCensus = (people: People, index: number) =>
  byteAt(people.category, index) !== category.visitor && byteAt(people.category, index) !== category.gone;

/** Persons registered at the census so far: all but visitors and children who died. */
export function countRegistered(people: People): number {
  let count = 0;
  for (let index = 0; index < people.count; index += 1) if (isRegisteredAtCensus(people, index)) count += 1;
  return count;
}

export const cohortYears = Array.from({ length: 2020 - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
