import type { SyntheticCity } from './build-city.ts';
import { at, NEVER, type People } from './people.ts';
import { codeToday } from './places.ts';
import { mix } from './random.ts';

/** Kinds of registration as they were told apart until 2014. */
export const hukouNames = ['rural', 'urban'] as const;

const RURAL = 0;
const URBAN = 1;

/** Village numbers below 200 are communities (居委会): rule of the statistical codes. */
const FIRST_VILLAGE = '200';
/** Of a hundred households, so many are rural: assumptions of ours. */
const RURAL_IN_VILLAGES = 93;
const RURAL_IN_COMMUNITIES = 22;

const placeOf = (people: People, index: number) =>
  at(people.regFrom, index) < NEVER ? at(people.place, index) : at(people.firstPlace, index);

/** The kind of registration of somebody: as a rule one household bears one kind. */
export function hukouKind({ people, places, seed }: SyntheticCity, index: number): number {
  const code = places.codes[codeToday(places, placeOf(people, index))] ?? '';
  const share = code.slice(9) < FIRST_VILLAGE ? RURAL_IN_COMMUNITIES : RURAL_IN_VILLAGES;
  return mix(at(people.household, index), seed ^ 0x5f) % 100 < share ? RURAL : URBAN;
}
