import { mix } from './random.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex32 = (word: number) =>
  `${HEX[word >>> 24] ?? ''}${HEX[(word >>> 16) & 255] ?? ''}${HEX[(word >>> 8) & 255] ?? ''}${HEX[word & 255] ?? ''}`;

/** All ids of the made-up city begin at this instant, 2026-01-01 in milliseconds. */
const EPOCH = 1_767_225_600_000;
const PER_MILLISECOND = 1024;

/** What an id is for: two kinds never share an id. */
export const idKind = { person: 1, household: 2, event: 3, spell: 4 } as const;

/** An id of version 7, the same for the same seed, kind and number; later numbers sort later. */
export function idFor(seed: number, kind: number, number: number): string {
  const time = EPOCH + kind * 100_000_000 + Math.floor(number / PER_MILLISECOND);
  const stamp = time.toString(16).padStart(12, '0');
  const order = (number % PER_MILLISECOND).toString(16).padStart(3, '0');
  const a = mix(seed + kind * 7919, number);
  const b = mix(number ^ 0x5bd1e995, seed + kind);
  const variant = hex32((a & 0x3fffffff) | 0x80000000);
  const rest = hex32(b);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${order}-${variant.slice(0, 4)}-${variant.slice(4)}${rest}`;
}
