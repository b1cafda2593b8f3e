import { at, NEVER, NOBODY, type People } from './people.ts';
import type { Place } from './places.ts';
import { cumulate, type Random } from './random.ts';

/** Of married men, so many live with their parents: three generations under one roof. */
const WITH_PARENTS = 0.3;
/** Visitors live alone, in twos or in threes. */
const VISITORS_TOGETHER = 0.55;

/** Gives everybody a household and every household a place. Returns the number of households. */
export function formHouseholds(people: People, places: readonly Place[], random: Random): number {
  const order = Int32Array.from({ length: people.count }, (_, index) => index).sort(
    (a, b) => at(people.birthDay, a) - at(people.birthDay, b) || a - b,
  );
  let households = 0;
  const found = () => {
    households += 1;
    return households - 1;
  };
  for (const person of order) {
    if (at(people.regFrom, person) >= NEVER || at(people.household, person) !== NOBODY) continue;
    joinHousehold(people, person, { random, found });
  }
  households = lodgeVisitors(people, order, { random, first: households });
  placeHouseholds(people, places, { random, households });
  return households;
}

interface Joining {
  readonly random: Random;
  readonly found: () => number;
}

function joinHousehold(people: People, person: number, { random, found }: Joining): void {
  const spouse = at(people.spouse, person);
  const husband = at(people.male, person) === 1 ? person : spouse;
  const parent = at(people.mother, spouse === NOBODY ? person : husband);
  const parental = parent === NOBODY ? NOBODY : at(people.household, parent);
  const stays = parental !== NOBODY && (spouse === NOBODY || random.next() < WITH_PARENTS);
  const household = stays ? parental : found();
  people.household[person] = household;
  if (spouse !== NOBODY) people.household[spouse] = household;
}

/** Visitors of one county, oldest first, so that children come to grown-ups. */
function lodgeVisitors(
  people: People,
  order: Int32Array,
  { random, first }: { readonly random: Random; readonly first: number },
): number {
  const latest = new Map<number, { household: number; size: number; mother: number }>();
  let households = first;
  for (const person of order) {
    if (at(people.household, person) !== NOBODY) continue;
    const county = at(people.residentCounty, person);
    const open = latest.get(county);
    if (open && open.size < 4 && random.next() < VISITORS_TOGETHER) {
      people.household[person] = open.household;
      open.size += 1;
      continue;
    }
    people.household[person] = households;
    latest.set(county, { household: households, size: 1, mother: NOBODY });
    households += 1;
  }
  return households;
}

/** Places of each county, as cumulative weights with the index of the place. */
function placesByCounty(places: readonly Place[]) {
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

/** A household stands in one place; who lives elsewhere in the city has another. */
function placeHouseholds(
  people: People,
  places: readonly Place[],
  context: { readonly random: Random; readonly households: number },
): void {
  const counties = placesByCounty(places);
  const choose = (county: number) => {
    const own = counties[county];
    return own ? (own.indices[context.random.draw(own.weights)] ?? 0) : 0;
  };
  const home = new Int32Array(context.households).fill(NOBODY);
  for (let index = 0; index < people.count; index += 1) {
    const household = at(people.household, index);
    if (home[household] === NOBODY) home[household] = choose(at(people.county, index));
    const place = at(home, household);
    people.place[index] = place;
    people.firstPlace[index] = place;
    if (at(people.secondFrom, index) < NEVER)
      people.secondPlace[index] = elsewhere(people, index, { place, choose, places });
  }
}

interface Elsewhere {
  readonly place: number;
  readonly choose: (county: number) => number;
  readonly places: readonly Place[];
}

/** A place in the county of residence that is another village than the one of registration. */
function elsewhere(people: People, index: number, { place, choose, places }: Elsewhere): number {
  for (let tries = 0; tries < 20; tries += 1) {
    const other = choose(at(people.residentCounty, index));
    if (places[other]?.today !== places[place]?.today) return other;
  }
  const county = at(people.residentCounty, index);
  return places.findIndex((one) => one.county === county && one.today !== places[place]?.today);
}
