import { register, stay, untilCensus } from './before-census.ts';
import { originWeights } from './census.ts';
import { CENSUS_DAY, yearStart } from './days.ts';
import { addPerson, at, category, entry, NEVER, type People } from './people.ts';
import type { YearQuota } from './quotas.ts';
import { cumulate, type Random } from './random.ts';

/** Newborns who live in the city of those registered in it. */
const BORN_HERE = 0.93;

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
    balanceResidents(people, context);
  }
}

function countResidents(people: People): readonly number[] {
  const counts = originWeights.map(() => 0);
  for (let index = 0; index < people.count; index += 1) {
    if (livesHere(people, index)) {
      const county = at(people.residentCounty, index);
      counts[county] = (counts[county] ?? 0) + 1;
    }
  }
  return counts;
}

const isOpen = (from: number, to: number) => from < NEVER && to >= NEVER;
const livesHere = (people: People, index: number) =>
  isOpen(at(people.firstFrom, index), at(people.firstTo, index)) ||
  isOpen(at(people.secondFrom, index), at(people.secondTo, index));
const isRegistered = (people: People, index: number) =>
  isOpen(at(people.regFrom, index), at(people.regTo, index));

function leave(people: People, index: number, day: number): void {
  if (isOpen(at(people.secondFrom, index), at(people.secondTo, index))) people.secondTo[index] = day;
  else if (isOpen(at(people.firstFrom, index), at(people.firstTo, index))) people.firstTo[index] = day;
}

/** The last day on which something happened to a person, so that nothing later comes before it. */
function lastEvent(people: People, index: number): number {
  const days = [
    at(people.regFrom, index),
    at(people.firstFrom, index),
    at(people.firstTo, index),
    at(people.secondFrom, index),
  ];
  return Math.max(...days.filter((day) => day < NEVER), at(people.birthDay, index));
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

/** Chance of dying within a year, by age: Gompertz above thirty. */
const mortality = (age: number, male: boolean) =>
  age < 1 ? 0.006 : age < 30 ? 0.0006 : Math.min(0.45, Math.exp(-10.2 + 0.094 * age) * (male ? 1.25 : 0.8));

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

function takeDeaths(people: People, context: YearContext): void {
  const { quota, random } = context;
  take(people, quota.deaths, {
    random,
    accept: (index) => {
      if (!isRegistered(people, index)) return false;
      const day = dayIn(context);
      const age = (day - at(people.birthDay, index)) / 365.25;
      if (day <= lastEvent(people, index)) return false;
      if (random.next() >= mortality(age, at(people.male, index) === 1) / 0.45) return false;
      people.deathDay[index] = day;
      people.regTo[index] = day;
      leave(people, index, day);
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
