import { stay } from './before-census.ts';
import { CENSUS_DAY, HISTORY_START, yearOf, yearStart } from './days.ts';
import { at, byteAt, category, entry, NEVER, type People } from './people.ts';
import { FIRST_YEAR, type YearQuota } from './quotas.ts';
import { type Random, shuffle } from './random.ts';

/** Grown-ups of working age who were away and came back. */
const RETURNED = 0.07;
/** Visitors who lived here before the history begins. */
const VISITED_BEFORE = 0.2;
/** Children of visitors who were born here. */
const VISITOR_BORN_HERE = 0.5;

const LAST = 2020;
const between = (from: number, to: number, random: Random) => from + random.below(Math.max(1, to - from));

/** A day in the simulated years before the census, later days more often. */
function arrivalDay(random: Random): number {
  const share = Math.sqrt(random.next());
  return HISTORY_START + 1 + Math.floor(share * (CENSUS_DAY - HISTORY_START - 1));
}

/** Since when everybody who lives here at the census has lived here, and where before. */
export function settleResidents(people: People, otherTown: readonly number[], random: Random): void {
  for (let index = 0; index < people.count; index += 1) {
    const kind = byteAt(people.category, index);
    if (kind === category.visitor) settleVisitor(people, index, random);
    else if (kind === category.internal) settleMover(people, index, random);
    else if (kind === category.local) settleLocal(people, index, { otherTown, random });
  }
}

function settleVisitor(people: People, index: number, random: Random): void {
  const birthDay = at(people.birthDay, index);
  if (birthDay >= HISTORY_START) {
    const from = random.next() < VISITOR_BORN_HERE ? birthDay : between(birthDay, CENSUS_DAY, random);
    stay(people, index, { from, to: NEVER });
    return;
  }
  stay(people, index, {
    from: random.next() < VISITED_BEFORE ? HISTORY_START : arrivalDay(random),
    to: NEVER,
  });
}

/** First at home, then in another place of the city. */
function settleMover(people: People, index: number, random: Random): void {
  people.secondCounty[index] = byteAt(people.residentCounty, index);
  const from = at(people.regFrom, index);
  const moved = between(from + 1, CENSUS_DAY, random);
  const isBirth = byteAt(people.regEntry, index) === entry.birth;
  if (moved <= from || (!isBirth && random.next() < 0.25)) {
    // Has lived at the new place as long as the history goes back.
    people.secondFrom[index] = from;
    return;
  }
  stay(people, index, { from, to: moved });
  people.secondFrom[index] = moved;
}

interface LocalContext {
  readonly otherTown: readonly number[];
  readonly random: Random;
}

function settleLocal(people: People, index: number, { otherTown, random }: LocalContext): void {
  const from = at(people.regFrom, index);
  const age = (CENSUS_DAY - at(people.birthDay, index)) / 365.25;
  if (
    age > 20 &&
    age < 55 &&
    byteAt(people.regEntry, index) === entry.enrolment &&
    random.next() < RETURNED
  ) {
    stay(people, index, { from: arrivalDay(random), to: NEVER });
  } else if (random.next() < (otherTown[byteAt(people.county, index)] ?? 0)) {
    settleMover(people, index, random);
  } else {
    stay(people, index, { from, to: NEVER });
  }
}

/** Residents at the end of each year before the census, from the stays settled so far. */
export function residentsByYear(people: People): ReadonlyMap<number, number> {
  const change = new Map<number, number>();
  const note = (day: number, by: number) => {
    if (day >= NEVER) return;
    const year = Math.max(FIRST_YEAR, yearOf(day));
    change.set(year, (change.get(year) ?? 0) + by);
  };
  for (let index = 0; index < people.count; index += 1) {
    note(at(people.firstFrom, index), 1);
    note(at(people.firstTo, index), -1);
    note(at(people.secondFrom, index), 1);
    note(at(people.secondTo, index), -1);
  }
  const totals = new Map<number, number>();
  let total = 0;
  for (let year = FIRST_YEAR; year < LAST; year += 1) {
    total += change.get(year) ?? 0;
    totals.set(year, total);
  }
  return totals;
}

/**
 * When those who live elsewhere at the census left: in the numbers that bring the residents of each year to its
 * total. The rest of them has been away as long as the history goes back.
 */
export function settleAbsent(people: People, quotas: readonly YearQuota[], random: Random): void {
  const adults: number[] = [];
  for (let index = 0; index < people.count; index += 1) {
    if (
      byteAt(people.category, index) === category.absent &&
      byteAt(people.regEntry, index) === entry.enrolment
    )
      adults.push(index);
  }
  const leaving = shuffle(Int32Array.from(adults), random);
  const others = residentsByYear(people);
  let stillHere = 0;
  // Backwards: whoever is still here at the end of a year was here in the years before.
  for (let year = LAST - 1; year >= FIRST_YEAR - 1; year -= 1) {
    const total = quotas.find((quota) => quota.year === year)?.resident ?? 0;
    const wanted =
      year < FIRST_YEAR ? stillHere + Math.round(leaving.length * 0.01) : total - (others.get(year) ?? 0);
    const here = Math.min(leaving.length, Math.max(stillHere, wanted));
    const end = year + 1 === LAST ? CENSUS_DAY : yearStart(year + 2);
    for (let one = stillHere; one < here; one += 1) {
      const from = Math.max(yearStart(year + 1), HISTORY_START + 1);
      stay(people, at(leaving, one), { from: HISTORY_START, to: between(from, end, random) });
    }
    stillHere = here;
  }
}
