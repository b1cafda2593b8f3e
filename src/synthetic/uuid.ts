import { mix } from './random.ts';

/** All ids of the made-up city begin at this instant, 2026-01-01 in milliseconds. */
const EPOCH = 1_767_225_600_000;
const PER_MILLISECOND = 1024;
/** Milliseconds set apart for the ids of one kind: two kinds never share an id. */
const PER_KIND = 100_000_000;

/** What an id is for. */
export const idKind = { person: 1, household: 2, event: 3, spell: 4 } as const;

/** Bytes of an id as text. */
export const ID_LENGTH = 36;

const DASH = 45;
const DIGITS = Buffer.from('0123456789abcdef');
const HEX = Uint8Array.from({ length: 512 }, (_, index) => {
  const byte = index >> 1;
  return DIGITS[index % 2 === 0 ? byte >> 4 : byte & 15] ?? 0;
});

/** One of many ids of a city. */
export interface IdSeries {
  readonly seed: number;
  readonly kind: number;
}

/** Writes the two hexadecimal digits of a byte. */
function hex8(bytes: Uint8Array, place: number, value: number): void {
  bytes[place] = HEX[value * 2] ?? 0;
  bytes[place + 1] = HEX[value * 2 + 1] ?? 0;
}

function hex16(bytes: Uint8Array, place: number, value: number): void {
  hex8(bytes, place, (value >>> 8) & 255);
  hex8(bytes, place + 2, value & 255);
}

/** Where an id is written. */
export interface IdTarget {
  readonly bytes: Uint8Array;
  readonly place: number;
}

/** Writes number `number` of a series: of version 7, the same for the same seed; later numbers sort later. */
export function writeId({ bytes, place }: IdTarget, { seed, kind }: IdSeries, number: number): void {
  const time = EPOCH + kind * PER_KIND + Math.floor(number / PER_MILLISECOND);
  const high = Math.floor(time / 65_536);
  const variant = (mix(seed + kind * 7919, number) & 0x3fffffff) | 0x80000000;
  const rest = mix(number ^ 0x5bd1e995, seed + kind);
  hex16(bytes, place, high >>> 16);
  hex16(bytes, place + 4, high);
  bytes[place + 8] = DASH;
  hex16(bytes, place + 9, time % 65_536);
  bytes[place + 13] = DASH;
  hex16(bytes, place + 14, 0x7000 | (number % PER_MILLISECOND));
  bytes[place + 18] = DASH;
  hex16(bytes, place + 19, variant >>> 16);
  bytes[place + 23] = DASH;
  hex16(bytes, place + 24, variant);
  hex16(bytes, place + 28, rest >>> 16);
  hex16(bytes, place + 32, rest);
}
