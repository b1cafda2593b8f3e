import { DATE_LENGTH, dateOffset } from './days.ts';
import { at, byteAt, type People } from './people.ts';

/** 5107 90 to 5107 99 are assigned to no county: no living person can have such a number. */
const UNASSIGNED_PREFIX = 510_790;
const PREFIXES = 10;
const PER_PREFIX = 500;

/** Characters of an identity number. */
export const ID_NUMBER_LENGTH = 18;

/** GB 11643-1999. The register's own check refuses a number that these spoil (see the tests). */
const WEIGHTS = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
const CHECK_DIGITS = Buffer.from('10X98765432');
const ZERO = 48;

/** Numbers people in order of their index within each day of birth and sex, so that no two are the same. */
export function numberPeople(people: People): Uint16Array {
  let first = 0;
  let last = 0;
  for (let index = 0; index < people.count; index += 1) {
    first = Math.min(first, at(people.birthDay, index));
    last = Math.max(last, at(people.birthDay, index));
  }
  const next = new Uint16Array((last - first + 1) * 2);
  const sequence = new Uint16Array(people.count);
  for (let index = 0; index < people.count; index += 1) {
    const key = (at(people.birthDay, index) - first) * 2 + byteAt(people.male, index);
    const used = next[key] ?? 0;
    if (used >= PREFIXES * PER_PREFIX) throw new Error('more births on one day than there are numbers');
    sequence[index] = used;
    next[key] = used + 1;
  }
  return sequence;
}

/** What the number of a person is made of. */
export interface IdNumberParts {
  readonly birthDay: number;
  readonly male: number;
  readonly sequence: number;
  /** Text of every day. */
  readonly dates: Uint8Array;
}

function writeDigits(bytes: Uint8Array, end: number, value: number): void {
  let place = end;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10)) {
    place -= 1;
    bytes[place] = ZERO + (rest % 10);
  }
}

/** Writes the identity number at `place`, in digits of ASCII. */
export function writeIdNumber(bytes: Uint8Array, place: number, parts: IdNumberParts): void {
  const date = dateOffset(parts.birthDay);
  writeDigits(bytes, place + 6, UNASSIGNED_PREFIX + Math.floor(parts.sequence / PER_PREFIX));
  let target = place + 6;
  for (let offset = 0; offset < DATE_LENGTH; offset += 1) {
    if (offset === 4 || offset === 7) continue;
    bytes[target] = byteAt(parts.dates, date + offset);
    target += 1;
  }
  bytes.fill(ZERO, target, target + 3);
  writeDigits(bytes, target + 3, (parts.sequence % PER_PREFIX) * 2 + parts.male);
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1)
    sum += byteAt(WEIGHTS, index) * (byteAt(bytes, place + index) - ZERO);
  bytes[place + 17] = CHECK_DIGITS[sum % 11] ?? 0;
}
