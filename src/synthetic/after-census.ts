import { register, stay, untilCensus } from './before-census.ts';
import { originWeights } from './census.ts';
import { CENSUS_DAY, yearStart } from './days.ts';
import {
  addPerson,
  at,
  byteAt,
  category,
  entry,
  isOpen,
  isRegistered,
  livesHere,
  NEVER,
  type People,
} from './people.ts';
import type { YearQuota } from './quotas.ts';
import { cumulate, type Random } from './random.ts';

/** Newborns who live in the city of those registered in it. */
const BORN_HERE = 0.93;
/** Of a hundred deaths of registered people, so many more are of visitors, who are mostly young. */
const VISITOR_DEATHS = 0.02;
/** Residents who move within the city in a year. */
const MOVES = 0.008;

/** The part of the census year's quotas that is left after the census. */
function remainder(quota: YearQuota): YearQuota {
  const before = untilCensus(quota);
  if (before === quota) return quota;
  return {
    ...quota,
    births: quota.births - before.births,
    boys: quota.boys - before.boys,
    girls: quota.girls - before.girls,
    deaths: quota.deaths - before.deaths,
    transfersIn: quota.transfersIn - before.transfersIn,
    transfersOut: quota.transfersOut - before.transfersOut,
  };
}

interface YearContext {
  readonly quota: YearQuota;
  readonly from: number;
  readonly to: number;
  readonly random: Random;
  readonly origins: Float64Array;
  /** Counties by where residents are. */
  readonly homes: Float64Array;
}

const dayIn = ({ from, to, random }: YearContext) => from + random.below(to - from);

/** Goes on from the census to the end of the history, year by year, along the quotas. */
export function liveOn(people: People, quotas: readonly YearQuota[], random: Random): void {
  const homes = cumulate(countResidents(people));
  const origins = cumulate(originWeights);
  for (const quota of quotas.filter((one) => one.year >= 2020)) {
    const from = quota.year === 2020 ? CENSUS_DAY : yearStart(quota.year);
    const context = { quota: remainder(quota), from, to: yearStart(quota.year + 1), random, origins, homes };
    addBirths(people, context);
    takeDeaths(people, context);
    takeTransfersOut(people, context);
    addTransfersIn(people, context);
    takeVisitorDeaths(people, context);
    takeMoves(people, context);
    balanceResidents(people, context);
  }
}

function countResidents(people: People): readonly number[] {
  const counts = originWeights.map(() => 0);
  for (let index = 0; index < people.count; index += 1) {
    if (livesHere(people, index)) {
      const county = byteAt(people.residentCounty, index);
      counts[county] = (counts[county] ?? 0) + 1;
    }
  }
  return counts;
}

function leave(people: People, index: number, day: number): void {
  if (isOpen(at(people.secondFrom, index), at(people.secondTo, index))) people.secondTo[index] = day;
  else if (isOpen(at(people.firstFrom, index), at(people.firstTo, index))) people.firstTo[index] = day;
}

const untilNever = (last: number, day: number) => (day < NEVER && day > last ? day : last);

/** The last day on which something happened to a person, so that nothing later comes before it. */
function lastEvent(people: People, index: number): number {
  let last = at(people.birthDay, index);
  last = untilNever(last, at(people.regFrom, index));
  last = untilNever(last, at(people.firstFrom, index));
  last = untilNever(last, at(people.firstTo, index));
  return untilNever(last, at(people.secondFrom, index));
}

function addBirths(people: People, context: YearContext): void {
  const { quota, random, homes } = context;
  for (let one = 0; one < quota.births; one += 1) {
    const birthDay = dayIn(context);
    const county = random.draw(homes);
    const index = addPerson(people, {
      birthDay,
      male: one < quota.boys,
      category: category.later,
      county,
      residentCounty: county,
    });
    register(people, index, { kind: entry.birth, from: birthDay, to: NEVER });
    if (random.next() < BORN_HERE) stay(people, index, { from: birthDay, to: NEVER });
  }
}

const HIGHEST_MORTALITY = 0.45;
/** Chance of dying within a year, by age: Gompertz above thirty. */
const mortality = (age: number, male: boolean) =>
  age < 1
    ? 0.006
    : age < 30
      ? 0.0006
      : Math.min(HIGHEST_MORTALITY, Math.exp(-10.2 + 0.094 * age) * (male ? 1.25 : 0.8));

/** Draws people until `count` of them are accepted. */
function take(
  people: People,
  count: number,
  draw: { readonly random: Random; readonly accept: (index: number) => boolean },
): void {
  let taken = 0;
  for (let tries = people.count * 400; taken < count; tries -= 1) {
    if (tries <= 0) throw new Error('nobody is left to whom this could happen');
    if (draw.accept(draw.random.below(people.count))) taken += 1;
  }
}

/** Lets a person die on a day of the year, with the chance of that age: whether it happened. */
function mayDie(people: People, index: number, context: YearContext): boolean {
  const day = dayIn(context);
  const age = (day - at(people.birthDay, index)) / 365.25;
  if (day <= lastEvent(people, index)) return false;
  if (context.random.next() >= mortality(age, byteAt(people.male, index) === 1) / HIGHEST_MORTALITY)
    return false;
  people.deathDay[index] = day;
  leave(people, index, day);
  return true;
}

function takeDeaths(people: People, context: YearContext): void {
  take(people, context.quota.deaths, {
    random: context.random,
    accept: (index) => {
      if (!isRegistered(people, index) || !mayDie(people, index, context)) return false;
      people.regTo[index] = at(people.deathDay, index);
      return true;
    },
  });
}

function takeVisitorDeaths(people: People, context: YearContext): void {
  take(people, Math.round(context.quota.deaths * VISITOR_DEATHS), {
    random: context.random,
    accept: (index) =>
      at(people.regFrom, index) >= NEVER && livesHere(people, index) && mayDie(people, index, context),
  });
}

/** Moves within the city, of people who have not moved before: towards where the residents are. */
function takeMoves(people: People, context: YearContext): void {
  const { quota, random, homes, from, to } = context;
  const count = Math.round((quota.resident * MOVES * (to - from)) / 365.25);
  take(people, count, {
    random,
    accept: (index) => {
      const day = dayIn(context);
      const age = (day - at(people.birthDay, index)) / 365.25;
      const neverMoved = at(people.secondFrom, index) >= NEVER;
      if (!neverMoved || !livesHere(people, index) || age < 18 || age > 55) return false;
      if (day <= lastEvent(people, index)) return false;
      people.firstTo[index] = day;
      people.secondFrom[index] = day;
      people.secondCounty[index] = random.draw(homes);
      return true;
    },
  });
}

/** Mostly people who left long ago and now take their registration after them. */
function takeTransfersOut(people: People, context: YearContext): void {
  const { quota, random } = context;
  take(people, quota.transfersOut, {
    random,
    accept: (index) => {
      const day = dayIn(context);
      const age = (day - at(people.birthDay, index)) / 365.25;
      if (!isRegistered(people, index) || age < 18 || age > 45 || day <= lastEvent(people, index))
        return false;
      const here = livesHere(people, index);
      if (here && random.next() > 0.05) return false;
      people.regTo[index] = day;
      if (here) leave(people, index, day);
      return true;
    },
  });
}

function addTransfersIn(people: People, context: YearContext): void {
  const { quota, random, homes } = context;
  for (let one = 0; one < quota.transfersIn; one += 1) {
    const day = dayIn(context);
    const index = addAdult(people, context, { day, county: random.draw(homes) });
    register(people, index, { kind: entry.transfer, from: day, to: NEVER });
    stay(people, index, { from: day, to: NEVER });
  }
}

function addAdult(
  people: People,
  { random }: YearContext,
  { day, county }: { readonly day: number; readonly county: number },
): number {
  const birthDay = day - Math.floor((18 + Math.abs(random.normal(0, 12))) * 365.25) - 1;
  return addPerson(people, {
    birthDay,
    male: random.next() < 0.5,
    category: category.later,
    county,
    residentCounty: county,
  });
}

/** Visitors come, or people leave, until the residents at the end of the year are as many as its total. */
function balanceResidents(people: People, context: YearContext): void {
  let here = 0;
  for (let index = 0; index < people.count; index += 1) if (livesHere(people, index)) here += 1;
  const missing = context.quota.resident - here;
  for (let one = 0; one < missing; one += 1) {
    const day = dayIn(context);
    const newcomer = addAdult(people, context, { day, county: context.random.draw(context.homes) });
    stay(people, newcomer, { from: day, to: NEVER });
  }
  if (missing >= 0) return;
  take(people, -missing, {
    random: context.random,
    accept: (index) => {
      const day = dayIn(context);
      const age = (day - at(people.birthDay, index)) / 365.25;
      if (!livesHere(people, index) || age < 18 || age > 55 || day <= lastEvent(people, index)) return false;
      leave(people, index, day);
      return true;
    },
  });
}
