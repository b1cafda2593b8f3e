import { CENSUS_DAY, HISTORY_START, yearStart } from './days.ts';
import { at, byteAt, isRegistered, livesHere, livesHereOn, NEVER, NOBODY, type People } from './people.ts';
import { mix } from './random.ts';

const YEAR = 365.25;
export const YOUNGEST_MOTHER = 18 * YEAR;
export const OLDEST_MOTHER = 46 * YEAR;
/** Days between two births: ten months. */
const BETWEEN_BIRTHS = 300;
/** A father was alive at the conception. */
const PREGNANCY = 280;
/** No woman of the made-up city has more children than this. */
export const MOST_CHILDREN = 5;

/** What is remembered of women while children are given to them. */
export interface Motherhood {
  readonly lastBirth: Int32Array;
  readonly children: Uint8Array;
}

export const createMotherhood = (people: People): Motherhood => ({
  lastBirth: new Int32Array(people.count).fill(-NEVER),
  children: new Uint8Array(people.count),
});

export function bearsMore({ lastBirth, children }: Motherhood, woman: number, day: number): void {
  lastBirth[woman] = day;
  children[woman] = byteAt(children, woman) + 1;
}

/** Women born before this day had more children than those born after it. */
const EARLIER_GENERATION = yearStart(1976);

/** How many children women would have, by the hundredth drawn: assumptions of ours. */
const WISHES = {
  /** Of a hundred, 3 none, 12 one, 48 two, 27 three, 10 four. */
  earlier: [3, 15, 63, 90],
  /** Of a hundred, 6 none, 40 one, 47 two, 7 three. */
  later: [6, 46, 93, 100],
} as const;

function wishOf(people: People, woman: number): number {
  const drawn = mix(woman, 0x6d0743) % 100;
  const [none, one, two, three] =
    at(people.birthDay, woman) < EARLIER_GENERATION ? WISHES.earlier : WISHES.later;
  if (drawn < two) return drawn < none ? 0 : drawn < one ? 1 : 2;
  return drawn < three ? 3 : 4;
}

interface Birth {
  readonly child: number;
  readonly motherhood: Motherhood;
  /** Only a married woman who wants a child and lives where the child lives. */
  readonly strict: boolean;
}

/** Whether `woman` can be the mother of the child. */
export function canBear(people: People, woman: number, { child, motherhood, strict }: Birth): boolean {
  const birthDay = at(people.birthDay, child);
  const age = birthDay - at(people.birthDay, woman);
  if (age < YOUNGEST_MOTHER || age > OLDEST_MOTHER) return false;
  if (birthDay - at(motherhood.lastBirth, woman) < BETWEEN_BIRTHS) return false;
  if (byteAt(motherhood.children, woman) >= (strict ? wishOf(people, woman) : MOST_CHILDREN)) return false;
  if (!isThere(people, woman, birthDay) || isSpouseOfHers(people, woman, child)) return false;
  const husband = at(people.spouse, woman);
  if (husband !== NOBODY && at(people.deathDay, husband) < birthDay - PREGNANCY) return false;
  return (
    !strict || (husband !== NOBODY && livesAlike(people, woman, child) && staysCaredFor(people, child, woman))
  );
}

/** A child who stays until the end of the history has a parent who stays as well. */
function staysCaredFor(people: People, child: number, woman: number): boolean {
  if (at(people.birthDay, child) < HISTORY_START || !remains(people, child)) return true;
  return remains(people, woman) || remains(people, at(people.spouse, woman));
}

const remains = (people: People, index: number) =>
  at(people.deathDay, index) >= NEVER && (isRegistered(people, index) || livesHere(people, index));

/**
 * Births of the simulated years are recorded at the mother's place of registration: she has one on that day. Visitors
 * have none; of them it is enough that she is alive.
 */
function isThere(people: People, woman: number, birthDay: number): boolean {
  if (at(people.deathDay, woman) <= birthDay) return false;
  if (birthDay < HISTORY_START || at(people.regFrom, woman) >= NEVER) return true;
  return at(people.regFrom, woman) <= birthDay && at(people.regTo, woman) > birthDay;
}

/** Whether the child's spouse is a child of the woman: nobody is married to a brother or sister. */
export function isSpouseOfHers(people: People, woman: number, child: number): boolean {
  const spouse = at(people.spouse, child);
  return spouse !== NOBODY && at(people.mother, spouse) === woman;
}

/** Both live in the city, or neither does, on the day of the birth (for the older: on the day of the census). */
function livesAlike(people: People, woman: number, child: number): boolean {
  const birthDay = at(people.birthDay, child);
  if (birthDay < HISTORY_START) return true;
  const day = livesHereOn(people, child, birthDay) ? birthDay : Math.max(birthDay, CENSUS_DAY);
  return livesHereOn(people, woman, day) === livesHereOn(people, child, day);
}
