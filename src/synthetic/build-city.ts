import type { VillageChain } from '../areas/index.ts';
import { type AreaCode, type Text, text } from '../language/index.ts';
import { liveOn } from './after-census.ts';
import {
  addAdultDeaths,
  addTransfersOut,
  addYoungDeaths,
  registerLiving,
  untilCensus,
} from './before-census.ts';
import {
  addAbsentAdults,
  birthShape,
  countRegistered,
  fitCohorts,
  originWeights,
  populateCensus,
  registeredWeights,
} from './census.ts';
import { HISTORY_END } from './days.ts';
import { formFamilies } from './families.ts';
import { formHouseholds } from './households.ts';
import { numberPeople } from './id-numbers.ts';
import { censusMargins } from './margins.ts';
import { giveSurnames } from './names.ts';
import { at, byteAt, createPeople, isRegistered, livesHere, NEVER, NOBODY, type People } from './people.ts';
import { listPlaces, type Places } from './places.ts';
import { registeredAtEnd, type YearQuota, yearQuotas } from './quotas.ts';
import { createRandom, cumulate, type Random } from './random.ts';
import { settleAbsent, settleResidents } from './residence.ts';
import { celebrateWeddings } from './weddings.ts';

/** Persons per person of the census: the dead, the absent and those who came and went. */
const EVER_PER_RESIDENT = 1.75;
const SMALLEST_CAPACITY = 4000;
/** Days of eighteen years. */
const GROWN_UP = 6575;

export interface SyntheticCity {
  readonly seed: number;
  readonly scale: number;
  readonly people: People;
  readonly places: Places;
  readonly households: number;
  /** Head of each household. */
  readonly heads: Int32Array;
  /** Number of each person among those of the same birthday and sex: makes the identity number. */
  readonly sequence: Uint16Array;
  /** Share of people of a minority, by county in code order. */
  readonly minorities: readonly number[];
}

export interface BuildOptions {
  readonly seed: number;
  /** 0.001 to 1. */
  readonly scale: number;
  readonly chains: ReadonlyMap<AreaCode, readonly VillageChain[]>;
  readonly progress?: (message: Text) => void;
}

/** The made-up city: the same seed and scale make the same people, to the last digit. */
export function buildCity({ seed, scale, chains, progress }: BuildOptions): SyntheticCity {
  const say = progress ?? (() => undefined);
  const margins = censusMargins(scale);
  const residents = margins.reduce((sum, margin) => sum + margin.total, 0);
  const people = createPeople(Math.ceil(residents * EVER_PER_RESIDENT) + SMALLEST_CAPACITY);
  const quotas = yearQuotas(scale);
  const random = createRandom(seed, Math.round(scale * 1_000_000));
  say(text('人口', 'people'));
  populateCensus(people, margins, { births: birthShape(quotas), random });
  const otherTown = margins.map((margin) => margin.otherTownShare);
  liveUntilCensus(people, { quotas, scale, otherTown, random });
  liveOn(people, quotas, random);
  say(text('家庭', 'families'));
  formFamilies(people, originWeights.length, { random, end: HISTORY_END });
  celebrateWeddings(people, random);
  giveSurnames(people, random);
  const places = listPlaces(chains);
  const households = formHouseholds(people, places, random);
  return {
    seed,
    scale,
    people,
    places,
    households,
    heads: findHeads(people, households),
    sequence: numberPeople(people),
    minorities: margins.map((margin) => margin.minorityShare),
  };
}

interface History {
  readonly quotas: readonly YearQuota[];
  readonly scale: number;
  readonly otherTown: readonly number[];
  readonly random: Random;
}

/** Completes the people of the census day with all who were there before them, so that every year's totals hold. */
function liveUntilCensus(people: People, { quotas, scale, otherTown, random }: History): void {
  const before = quotas.filter((quota) => quota.year <= 2020).map(untilCensus);
  const { byYear, cohorts } = addYoungDeaths(people, before, random);
  fitCohorts(people, cohorts, random);
  const gone = { random, young: byYear, origins: cumulate(registeredWeights) };
  const atCensus = before
    .filter((quota) => quota.year === 2020)
    .reduce(
      (total, q) => total + q.births - q.deaths + q.transfersIn - q.transfersOut,
      registeredAtEnd(2019, scale),
    );
  addAbsentAdults(people, atCensus - countRegistered(people), random);
  for (const quota of before) {
    addAdultDeaths(people, quota, gone);
    addTransfersOut(people, quota, gone);
  }
  registerLiving(people, before, random);
  settleResidents(people, otherTown, random);
  settleAbsent(people, quotas, random);
}

/** Who is still here comes before who is alive elsewhere, and they before the dead; then grown-ups, then men. */
function rank(people: People, index: number): number {
  const here = isRegistered(people, index) || livesHere(people, index);
  const alive = at(people.deathDay, index) >= NEVER;
  const grownUp = at(people.birthDay, index) <= HISTORY_END - GROWN_UP;
  return (here ? 8 : 0) + (alive ? 4 : 0) + (grownUp ? 2 : 0) + byteAt(people.male, index);
}

/** The head of each household: the highest in rank, of equals the eldest. */
function findHeads(people: People, households: number): Int32Array {
  const heads = new Int32Array(households).fill(NOBODY);
  for (let index = 0; index < people.count; index += 1) {
    const household = at(people.household, index);
    const head = at(heads, household);
    if (head === NOBODY || isBefore(people, index, head)) heads[household] = index;
  }
  return heads;
}

function isBefore(people: People, index: number, head: number): boolean {
  const difference = rank(people, index) - rank(people, head);
  return difference > 0 || (difference === 0 && at(people.birthDay, index) < at(people.birthDay, head));
}
