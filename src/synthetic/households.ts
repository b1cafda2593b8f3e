import { CENSUS_DAY } from './days.ts';
import { at, byteAt, NEVER, NOBODY, orderOfBirth, type People } from './people.ts';
import { countyOf, type Places, sameVillage } from './places.ts';
import { cumulate, type Random } from './random.ts';

const YEAR = 365.25;
/** Of married men, so many live with their parents: three generations under one roof. */
const WITH_PARENTS = 0.3;
/** Visitors without a family here live alone, or together with others of their age. */
const VISITORS_TOGETHER = 0.4;
const MOST_TOGETHER = 4;
/** Single people of this age mostly live by themselves. */
const INDEPENDENT = 28 * YEAR;
const GROWN_UP = 18 * YEAR;
const ELDEST_TO_FOSTER = 50 * YEAR;

/** Gives everybody a household and every household a place. Returns the number of households. */
export function formHouseholds(people: People, places: Places, random: Random): number {
  const households = joinHouseholds(people, random);
  placeHouseholds(people, places, { random, households });
  return households;
}

interface Joining {
  readonly random: Random;
  readonly found: () => number;
  /** Couples of each circle so far, by the wife: they take in children without a mother. */
  readonly couples: Map<number, number[]>;
  /** The last single visitors of each county: others join them. */
  readonly lodgings: Map<number, { readonly household: number; size: number }>;
}

/** Parents come before their children: everybody from the eldest to the youngest. */
function joinHouseholds(people: People, random: Random): number {
  let households = 0;
  const found = () => {
    households += 1;
    return households - 1;
  };
  const joining = { random, found, couples: new Map(), lodgings: new Map() };
  for (const person of orderOfBirth(people))
    if (at(people.household, person) === NOBODY) joinHousehold(people, person, joining);
  return households;
}

function joinHousehold(people: People, person: number, joining: Joining): void {
  const spouse = at(people.spouse, person);
  if (spouse === NOBODY) people.household[person] = householdOfSingle(people, person, joining);
  else {
    const household = householdOfCouple(people, byteAt(people.male, person) === 1 ? person : spouse, joining);
    people.household[person] = household;
    people.household[spouse] = household;
    remember(joining.couples, circleOf(people, person), byteAt(people.male, person) === 1 ? spouse : person);
  }
}

const isVisitor = (people: People, index: number) => at(people.regFrom, index) >= NEVER;
const circleOf = (people: People, index: number) =>
  byteAt(people.county, index) * 2 + (isVisitor(people, index) ? 1 : 0);

function remember(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function parental(people: People, person: number): number {
  const mother = at(people.mother, person);
  return mother === NOBODY ? NOBODY : at(people.household, mother);
}

function householdOfCouple(people: People, husband: number, { random, found }: Joining): number {
  const parents = parental(people, husband);
  return parents !== NOBODY && random.next() < WITH_PARENTS ? parents : found();
}

function householdOfSingle(people: People, person: number, joining: Joining): number {
  const parents = parental(people, person);
  const age = CENSUS_DAY - at(people.birthDay, person);
  const stays = age < INDEPENDENT || joining.random.next() < WITH_PARENTS;
  if (parents !== NOBODY && stays) return parents;
  if (age < GROWN_UP) return foster(people, person, joining);
  return isVisitor(people, person) ? lodge(people, person, joining) : joining.found();
}

/** A child without a mother lives with a couple of an age to be its parents. */
function foster(people: People, child: number, { random, couples, found }: Joining): number {
  const list = couples.get(circleOf(people, child)) ?? [];
  for (let tries = 0; tries < 60 && list.length > 0; tries += 1) {
    const wife = list[random.below(list.length)] ?? NOBODY;
    const age = at(people.birthDay, child) - at(people.birthDay, wife);
    const remains = at(people.regTo, wife) >= NEVER && at(people.deathDay, wife) >= NEVER;
    if (remains && age > GROWN_UP && age < ELDEST_TO_FOSTER) return at(people.household, wife);
  }
  return found();
}

function lodge(people: People, visitor: number, { random, lodgings, found }: Joining): number {
  const county = byteAt(people.county, visitor);
  const open = lodgings.get(county);
  if (open && open.size < MOST_TOGETHER && random.next() < VISITORS_TOGETHER) {
    open.size += 1;
    return open.household;
  }
  const household = found();
  lodgings.set(county, { household, size: 1 });
  return household;
}

/** Places of each county, as cumulative weights with the index of the place. */
function placesByCounty({ places }: Places) {
  const counties = Math.max(...places.map((place) => place.county)) + 1;
  return Array.from({ length: counties }, (_, county) => {
    const own = places
      .map((place, index) => ({ place, index }))
      .filter(({ place }) => place.county === county);
    return {
      indices: own.map(({ index }) => index),
      weights: cumulate(own.map(({ place }) => place.weight)),
    };
  });
}

interface Placing {
  readonly random: Random;
  readonly households: number;
}

/** A household stands in one place; those of it who live elsewhere in the city live there together. */
function placeHouseholds(people: People, places: Places, { random, households }: Placing): void {
  const counties = placesByCounty(places);
  const choose = (county: number) => {
    const own = counties[county];
    return own ? (own.indices[random.draw(own.weights)] ?? 0) : 0;
  };
  const homes = new Int32Array(households).fill(NOBODY);
  const branches = new Int32Array(households).fill(NOBODY);
  for (let index = 0; index < people.count; index += 1) {
    const household = at(people.household, index);
    if (homes[household] === NOBODY) homes[household] = choose(byteAt(people.county, index));
    const home = at(homes, household);
    people.place[index] = home;
    people.firstPlace[index] = home;
    if (at(people.secondFrom, index) >= NEVER) continue;
    const county = byteAt(people.secondCounty, index);
    if (countyOf(places, at(branches, household)) !== county)
      branches[household] = elsewhere(places, { home, county, choose });
    people.secondPlace[index] = at(branches, household);
  }
}

interface Elsewhere {
  readonly home: number;
  readonly county: number;
  readonly choose: (county: number) => number;
}

/** A place in the county of residence that is another village than the one of registration. */
function elsewhere(places: Places, { home, county, choose }: Elsewhere): number {
  for (let tries = 0; tries < 20; tries += 1) {
    const other = choose(county);
    if (!sameVillage(places, other, home)) return other;
  }
  return places.places.findIndex((one, index) => one.county === county && !sameVillage(places, index, home));
}
