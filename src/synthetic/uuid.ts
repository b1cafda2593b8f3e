import { mix } from './random.ts';

/** All ids of the made-up city begin at this instant, 2026-01-01 in milliseconds. */
const EPOCH = 1_767_225_600_000;
const PER_MILLISECOND = 1024;
/** Milliseconds set apart for the ids of one kind: two kinds never share an id. */
const PER_KIND = 100_000_000;

/** What an id is for. */
export const idKind = { person: 1, household: 2, event: 3, spell: 4 } as const;

/** Bytes of an id. */
export const ID_LENGTH = 16;

/** One of many ids of a city. */
export interface IdSeries {
  readonly seed: number;
  readonly kind: number;
}

/** Writes the lower 16 bits of a value, high byte first. */
function write16(bytes: Uint8Array, place: number, value: number): void {
  bytes[place] = (value >>> 8) & 255;
  bytes[place + 1] = value & 255;
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
  write16(bytes, place, high >>> 16);
  write16(bytes, place + 2, high);
  write16(bytes, place + 4, time % 65_536);
  write16(bytes, place + 6, 0x7000 | (number % PER_MILLISECOND));
  write16(bytes, place + 8, variant >>> 16);
  write16(bytes, place + 10, variant);
  write16(bytes, place + 12, rest >>> 16);
  write16(bytes, place + 14, rest);
}

const scratch = Buffer.alloc(ID_LENGTH);

/** The same id as text: `01a20b6b-2b4d-79fc-b822-d6a6d3877271`. */
export function idText(series: IdSeries, number: number): string {
  writeId({ bytes: scratch, place: 0 }, series, number);
  const hex = scratch.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
