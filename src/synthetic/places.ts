import type { VillageChain } from '../areas/index.ts';
import { type AreaCode, ancestorCode, toDayNumber } from '../language/index.ts';
import { mix } from './random.ts';

/** A village with its past: the codes that it bore, and how many people it draws. */
export interface Place {
  /** Code of today, as an index of `codes`. */
  readonly today: number;
  /** Index of the county of today, in code order. */
  readonly county: number;
  readonly weight: number;
  /** Codes in order, as indices of `codes`, each from a day on. */
  readonly codes: readonly { readonly from: number; readonly code: number }[];
}

/** Every place, and every code that one of them ever bore. */
export interface Places {
  readonly places: readonly Place[];
  readonly codes: readonly AreaCode[];
}

/** Village numbers below 200 are communities (居委会), from 200 on villages (村委会): rule of the statistical codes. */
const isCommunity = (code: AreaCode) => code.slice(9) < '200';
/** Township numbers below 100 are streets (街道), from 100 on towns and townships. */
const isStreet = (code: AreaCode) => code.slice(6, 9) < '100';
/** How many people a community or village draws against a village: assumptions of ours. */
const attraction = (code: AreaCode) => (isCommunity(code) ? (isStreet(code) ? 4 : 2) : 1);

/** Every place of the city; the villages that merged into one of today share its weight. */
export function listPlaces(chains: ReadonlyMap<AreaCode, readonly VillageChain[]>): Places {
  const counties = [...new Set([...chains.keys()].map((code) => ancestorCode(code, 'county')))].sort();
  const codes = [...new Set([...chains.values()].flatMap((lives) => lives.flat().map((link) => link.code)))];
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const places = [...chains].flatMap(([today, lives]) => {
    const spread = 0.5 + mix(Number(today.slice(0, 6)), Number(today.slice(6))) / 4_294_967_296;
    return lives.map((life) => ({
      today: indexOf.get(today) ?? 0,
      county: counties.indexOf(ancestorCode(today, 'county')),
      weight: (attraction(today) * spread) / lives.length,
      codes: life.map((link) => ({ from: toDayNumber(link.from), code: indexOf.get(link.code) ?? 0 })),
    }));
  });
  return { places, codes };
}

/** The code, as an index of `codes`, that the place bore on `day`. */
export function codeOn(place: Place, day: number): number {
  let code = place.today;
  for (const link of place.codes) if (link.from <= day) code = link.code;
  return code;
}

/** Outside the city, or not born, or dead. */
export const NOWHERE = -1;

/** The code of place number `place` on `day`; NOWHERE for none. */
export function codeOfPlace({ places }: Places, place: number, day: number): number {
  const found = places[place];
  return found ? codeOn(found, day) : NOWHERE;
}

/** The code of today of a place. */
export const codeToday = ({ places }: Places, place: number): number => places[place]?.today ?? NOWHERE;

/** Whether two places lie in one village of today. */
export const sameVillage = ({ places }: Places, one: number, other: number): boolean =>
  places[one]?.today === places[other]?.today;

export const countyOf = ({ places }: Places, place: number): number => places[place]?.county ?? NOWHERE;

/** For reading a column of code indices. */
export const codeAt = ({ codes }: Places, index: number): AreaCode | null => codes[index] ?? null;
