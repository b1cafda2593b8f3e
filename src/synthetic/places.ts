import type { VillageChain } from '../areas/index.ts';
import { type AreaCode, ancestorCode, toDayNumber } from '../language/index.ts';
import { mix } from './random.ts';

/** A village with its past: the codes that it bore, and how many people it draws. */
export interface Place {
  readonly today: AreaCode;
  /** Index of the county of today, in code order. */
  readonly county: number;
  readonly weight: number;
  /** Codes in order, each from a day on. */
  readonly codes: readonly { readonly from: number; readonly code: AreaCode }[];
}

/** Urban communities (third digit of the village number 0, small numbers) draw more people than villages. */
const URBAN_WEIGHT = 3;
const isUrban = (code: AreaCode) => code.slice(6, 9) < '100';

/** Every place of the city; the villages that merged into one of today share its weight. */
export function listPlaces(chains: ReadonlyMap<AreaCode, readonly VillageChain[]>): readonly Place[] {
  const counties = [...new Set([...chains.keys()].map((code) => ancestorCode(code, 'county')))].sort();
  return [...chains].flatMap(([today, lives]) => {
    const spread = 0.5 + mix(Number(today.slice(0, 6)), Number(today.slice(6))) / 4_294_967_296;
    const weight = ((isUrban(today) ? URBAN_WEIGHT : 1) * spread) / lives.length;
    return lives.map((life) => ({
      today,
      county: counties.indexOf(ancestorCode(today, 'county')),
      weight,
      codes: life.map((link) => ({ from: toDayNumber(link.from), code: link.code })),
    }));
  });
}

/** The code that the place bore on `day`. */
export function codeOn(place: Place, day: number): AreaCode {
  let code = place.today;
  for (const link of place.codes) if (link.from <= day) code = link.code;
  return code;
}
