import type { SealedKey } from './vault.ts';

/** How many characters stay readable at each end. */
const SHOWN: Readonly<Record<SealedKey, readonly [number, number]>> = {
  idNumber: [6, 1],
  documentNumber: [3, 2],
  phone: [3, 4],
  address: [3, 0],
};

/** A sealed value as lists, files and forms show it: `510703***********2`, `138****1402`, `滨江路***`. */
export function mask(key: SealedKey, value: string): string {
  const [head, tail] = SHOWN[key];
  const characters = Array.from(value);
  const hidden = Math.max(3, characters.length - head - tail);
  const shown = characters.length > head + tail;
  if (!shown) return '*'.repeat(hidden);
  const end = tail === 0 ? '' : characters.slice(-tail).join('');
  return characters.slice(0, head).join('') + '*'.repeat(key === 'address' ? 3 : hidden) + end;
}
