import { HISTORY_END, HISTORY_START } from './days.ts';
import { at, byteAt, NEVER, NOBODY, type People } from './people.ts';
import type { Random } from './random.ts';

const YEAR = 365.25;
/** Civil Code, article 1047: women from 20, men from 22 years; a day more, so that no leap year matters. */
const YOUNGEST_BRIDE = Math.ceil(20 * YEAR) + 1;
const YOUNGEST_GROOM = Math.ceil(22 * YEAR) + 1;
const BEFORE_FIRST_BIRTH = 300;
/** Who would have married after the history did so within its last years. */
const LATE_WEDDINGS = Math.ceil(2 * YEAR);

function firstBirths(people: People): Int32Array {
  const first = new Int32Array(people.count).fill(NEVER);
  for (let index = 0; index < people.count; index += 1) {
    const mother = at(people.mother, index);
    if (mother !== NOBODY) first[mother] = Math.min(at(first, mother), at(people.birthDay, index));
  }
  return first;
}

/** Days on which something else happens to a person: a wedding is on another one, so that the order is plain. */
const isFree = (people: People, index: number, day: number) =>
  at(people.firstFrom, index) !== day &&
  at(people.firstTo, index) !== day &&
  at(people.secondFrom, index) !== day &&
  at(people.secondTo, index) !== day;

const isRegistered = (people: People, index: number, day: number) =>
  at(people.regFrom, index) < day && day < at(people.regTo, index);

const couldCome = (people: People, index: number, day: number) =>
  isRegistered(people, index, day) && isFree(people, index, day);

/** Gives couples who married within the history their day; the others married before it or elsewhere. */
export function celebrateWeddings(people: People, random: Random): void {
  const first = firstBirths(people);
  for (let wife = 0; wife < people.count; wife += 1) {
    const husband = at(people.spouse, wife);
    if (husband === NOBODY || byteAt(people.male, wife) === 1) continue;
    const usual = at(people.birthDay, wife) + Math.floor(Math.max(20.2, random.normal(24.5, 2.6)) * YEAR);
    const latest = HISTORY_END - 1 - random.below(LATE_WEDDINGS);
    const day = Math.min(usual, at(first, wife) - BEFORE_FIRST_BIRTH, latest);
    const oldEnough =
      day - at(people.birthDay, wife) >= YOUNGEST_BRIDE &&
      day - at(people.birthDay, husband) >= YOUNGEST_GROOM;
    const both = couldCome(people, wife, day) && couldCome(people, husband, day);
    if (day <= HISTORY_START || !oldEnough || !both) continue;
    people.weddingDay[wife] = day;
    people.weddingDay[husband] = day;
  }
}
