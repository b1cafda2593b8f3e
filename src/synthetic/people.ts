/** A day that never comes: an open end, or nothing. Days count from 1970-01-01. */
export const NEVER = 2 ** 30;
export const NOBODY = -1;

/** How a person stands to the city on the day of the census. */
export const category = {
  /** Resident in the county of registration. */
  local: 0,
  /** Resident in another county of the city than the one of registration. */
  internal: 1,
  /** Resident, registered outside the city. */
  visitor: 2,
  /** Registered, living outside the city. */
  absent: 3,
  /** Died, or transferred out, before the census. */
  gone: 4,
  /** Entered after the census. */
  later: 5,
} as const;

/** How a person came into the registered population. */
export const entry = { none: 0, enrolment: 1, birth: 2, transfer: 3 } as const;

/**
 * All persons who ever belonged to the city, in columns: no object per person, so that the whole city fits. A person
 * has at most one stay in the registered population and two in the resident one.
 */
export interface People {
  count: number;
  readonly birthDay: Int32Array;
  /** 1 male, 0 female. */
  readonly male: Uint8Array;
  readonly category: Uint8Array;
  /** Index of the county of registration, for visitors of residence. */
  readonly county: Uint8Array;
  /** Index of the county of residence on the census day. */
  readonly residentCounty: Uint8Array;
  readonly regEntry: Uint8Array;
  readonly regFrom: Int32Array;
  readonly regTo: Int32Array;
  readonly deathDay: Int32Array;
  readonly firstFrom: Int32Array;
  readonly firstTo: Int32Array;
  readonly secondFrom: Int32Array;
  readonly secondTo: Int32Array;
  /** Index of the county of the second stay. */
  readonly secondCounty: Uint8Array;
  /** Index of the place (village with its past) of registration, and of the two stays. */
  readonly place: Int32Array;
  readonly firstPlace: Int32Array;
  readonly secondPlace: Int32Array;
  readonly mother: Int32Array;
  readonly spouse: Int32Array;
  /** Day of the wedding when it falls into the history. */
  readonly weddingDay: Int32Array;
  readonly household: Int32Array;
  readonly surname: Uint8Array;
}

export function createPeople(capacity: number): People {
  const days = (value: number) => new Int32Array(capacity).fill(value);
  return {
    count: 0,
    birthDay: days(0),
    male: new Uint8Array(capacity),
    category: new Uint8Array(capacity),
    county: new Uint8Array(capacity),
    residentCounty: new Uint8Array(capacity),
    regEntry: new Uint8Array(capacity),
    regFrom: days(NEVER),
    regTo: days(NEVER),
    deathDay: days(NEVER),
    firstFrom: days(NEVER),
    firstTo: days(NEVER),
    secondFrom: days(NEVER),
    secondTo: days(NEVER),
    secondCounty: new Uint8Array(capacity),
    place: days(NOBODY),
    firstPlace: days(NOBODY),
    secondPlace: days(NOBODY),
    mother: days(NOBODY),
    spouse: days(NOBODY),
    weddingDay: days(NEVER),
    household: days(NOBODY),
    surname: new Uint8Array(capacity),
  };
}

export interface Newcomer {
  readonly birthDay: number;
  readonly male: boolean;
  readonly category: number;
  readonly county: number;
  readonly residentCounty: number;
}

/** Adds a person and returns the index. */
export function addPerson(people: People, newcomer: Newcomer): number {
  const index = people.count;
  if (index >= people.birthDay.length) throw new Error('more people than the city was built for');
  people.count += 1;
  people.birthDay[index] = newcomer.birthDay;
  people.male[index] = newcomer.male ? 1 : 0;
  people.category[index] = newcomer.category;
  people.county[index] = newcomer.county;
  people.residentCounty[index] = newcomer.residentCounty;
  return index;
}

/**
 * The value at an index that is known to exist. One function for each kind of column: the machine code of a function
 * that reads several kinds of array is several times slower.
 */
export const at = (column: Int32Array, index: number): number => column[index] ?? 0;

/** The same of a column of bytes. */
export const byteAt = (column: Uint8Array, index: number): number => column[index] ?? 0;

/** A stay that has begun and not ended. */
export const isOpen = (from: number, to: number): boolean => from < NEVER && to >= NEVER;

export const isRegistered = (people: People, index: number): boolean =>
  isOpen(at(people.regFrom, index), at(people.regTo, index));

export const livesHere = (people: People, index: number): boolean =>
  isOpen(at(people.firstFrom, index), at(people.firstTo, index)) ||
  isOpen(at(people.secondFrom, index), at(people.secondTo, index));

/** Resident at the end of `day`. */
export const livesHereOn = (people: People, index: number, day: number): boolean =>
  (at(people.firstFrom, index) <= day && at(people.firstTo, index) > day) ||
  (at(people.secondFrom, index) <= day && at(people.secondTo, index) > day);

/** Everybody from the eldest to the youngest (counted, not compared: millions take no longer than they must). */
export function orderOfBirth(people: People): Int32Array {
  let first = NEVER;
  let last = -NEVER;
  for (let index = 0; index < people.count; index += 1) {
    first = Math.min(first, at(people.birthDay, index));
    last = Math.max(last, at(people.birthDay, index));
  }
  const next = new Int32Array(Math.max(0, last - first) + 2);
  for (let index = 0; index < people.count; index += 1) {
    const slot = at(people.birthDay, index) - first + 1;
    next[slot] = at(next, slot) + 1;
  }
  for (let slot = 1; slot < next.length; slot += 1) next[slot] = at(next, slot) + at(next, slot - 1);
  const order = new Int32Array(people.count);
  for (let index = 0; index < people.count; index += 1) {
    const slot = at(people.birthDay, index) - first;
    order[at(next, slot)] = index;
    next[slot] = at(next, slot) + 1;
  }
  return order;
}
