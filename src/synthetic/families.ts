import { HISTORY_START, yearOf } from './days.ts';
import { bearsMore, canBear, createMotherhood, isSpouseOfHers, type Motherhood } from './motherhood.ts';
import { at, byteAt, category, NEVER, NOBODY, orderOfBirth, type People } from './people.ts';
import type { Random } from './random.ts';

const YEAR = 365.25;
/** Share of people without a spouse, by the age they have at the end of the history. Assumption of ours. */
const single = (age: number) =>
  age < 26 * YEAR ? 0.5 : age < 30 * YEAR ? 0.25 : age < 35 * YEAR ? 0.1 : 0.03;
/** Husbands are about two years older. */
const AGE_GAP = Math.round(2 * YEAR);
const WIDEST_GAP = 5 * YEAR;
/** Old enough to have been wed within the last two years (Civil Code, article 1047: men from 22, women from 20). */
const YOUNGEST_TO_MARRY = 24.1 * YEAR;
/** One birth in a hundred is of twins; about half of the children have a fitting neighbour by day of birth. */
const TWINS = 0.016;
const TWIN_DAYS = 20;
/** Mothers are looked for for everybody born since this many years before the history begins. */
const EARLIER = 26 * YEAR;
/** Of visitors, only children have their mothers here. */
const VISITING_CHILDREN = 3 * YEAR;

/** People who marry among themselves, each list in order of birth. */
interface Circle {
  readonly women: Int32Array;
  readonly men: Int32Array;
  readonly children: Int32Array;
}

/** The number of a person's circle: the registered of each county, and the visitors of each county. */
const circleOf = (people: People, index: number) =>
  byteAt(people.county, index) * 2 + (at(people.regFrom, index) >= NEVER ? 1 : 0);

const motheredFor = (people: People, index: number) =>
  at(people.regFrom, index) >= NEVER ? VISITING_CHILDREN : EARLIER;

function formCircles(people: People, counties: number): readonly Circle[] {
  const lists = Array.from({ length: counties * 2 }, () => ({
    women: [] as number[],
    men: [] as number[],
    children: [] as number[],
  }));
  for (const index of orderOfBirth(people)) {
    const list = lists[circleOf(people, index)];
    if (!list) continue;
    (byteAt(people.male, index) === 1 ? list.men : list.women).push(index);
    if (at(people.birthDay, index) >= HISTORY_START - motheredFor(people, index)) list.children.push(index);
  }
  return lists.map(({ women, men, children }) => ({
    women: Int32Array.from(women),
    men: Int32Array.from(men),
    children: Int32Array.from(children),
  }));
}

interface FamilyContext {
  readonly random: Random;
  /** The day up to which people were old enough to marry. */
  readonly end: number;
}

/** Couples by walking both lists in order of birth. */
function marry(people: People, { women, men }: Circle, { random, end }: FamilyContext): void {
  let w = 0;
  let m = 0;
  while (w < women.length && m < men.length) {
    const wife = at(women, w);
    const husband = at(men, m);
    const gap = at(people.birthDay, wife) - at(people.birthDay, husband) - AGE_GAP;
    const age = end - at(people.birthDay, wife);
    if (age < YOUNGEST_TO_MARRY || end - at(people.birthDay, husband) < YOUNGEST_TO_MARRY) break;
    if (gap > WIDEST_GAP || random.next() < single(age)) m += 1;
    else if (gap < -WIDEST_GAP || random.next() < single(age)) w += 1;
    else {
      people.spouse[wife] = husband;
      people.spouse[husband] = wife;
      w += 1;
      m += 1;
    }
  }
}

/** First position in `ordered` of somebody not born before `day`. */
function firstBornFrom(people: People, ordered: Int32Array, day: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(people.birthDay, at(ordered, middle)) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mean age of mothers: it rose from 26 before the history to 29 at its end. Assumption of ours. */
const meanAge = (day: number) => 26 + 3 * Math.min(1, Math.max(0, (day - HISTORY_START) / (20 * YEAR)));

function ageOfMother(birthDay: number, random: Random): number {
  for (;;) {
    const age = random.normal(meanAge(birthDay), 4.6);
    if (age >= 18 && age <= 45) return age * YEAR;
  }
}

/** Gives children mothers of a fitting age who are alive, with time between births. */
function giveMothers(people: People, circle: Circle, context: Mothers): void {
  const { random, motherhood } = context;
  let previous = NOBODY;
  for (const child of circle.children) {
    if (previous !== NOBODY && random.next() < TWINS && couldBeTwins(people, child, previous)) {
      alignTwin(people, child, previous);
      bearsMore(motherhood, at(people.mother, child), at(people.birthDay, child));
      previous = NOBODY;
      continue;
    }
    const mother = findMother(people, circle.women, { child, ...context });
    people.mother[child] = mother;
    if (mother !== NOBODY) bearsMore(motherhood, mother, at(people.birthDay, child));
    previous = mother === NOBODY ? NOBODY : child;
  }
}

interface Mothers {
  readonly random: Random;
  readonly motherhood: Motherhood;
}

/**
 * First a married woman of a fitting age who wants a child and lives where the child does, looked for at several ages;
 * failing her, any who can be the mother.
 */
function findMother(people: People, women: Int32Array, wanted: Mothers & { readonly child: number }): number {
  const birthDay = at(people.birthDay, wanted.child);
  for (const { steps, strict } of SEARCHES) {
    const start = firstBornFrom(people, women, birthDay - ageOfMother(birthDay, wanted.random));
    const mother = search(people, women, { ...wanted, start, steps, strict });
    if (mother !== NOBODY) return mother;
  }
  return NOBODY;
}

/** How many women are looked at: the nearest by age to one drawn at random, then to another. */
const SEARCHES = [
  { steps: 40, strict: true },
  { steps: 80, strict: true },
  { steps: 160, strict: true },
  { steps: 300, strict: false },
  { steps: 3000, strict: false },
] as const;

interface Wanted {
  readonly start: number;
  readonly steps: number;
  readonly child: number;
  readonly strict: boolean;
  readonly motherhood: Motherhood;
}

/** The nearest woman by age, looking to both sides. */
function search(people: People, women: Int32Array, { start, steps, ...wanted }: Wanted): number {
  for (let step = 0; step < Math.min(steps, women.length * 2); step += 1) {
    const woman = women[start + (step % 2 === 0 ? step / 2 : -(step + 1) / 2)];
    if (woman !== undefined && canBear(people, woman, wanted)) return woman;
  }
  return NOBODY;
}

/** The year of life that a birth belongs to, as the census cuts them: people born on one side of 1 November 2020. */
const censusCohort = (day: number) => yearOf(day + 60);

/** Twins are made of two children born days apart who count in the same year, census age and category. */
function couldBeTwins(people: People, child: number, previous: number): boolean {
  const [first, second] = [at(people.birthDay, previous), at(people.birthDay, child)];
  return (
    second - first <= TWIN_DAYS &&
    yearOf(first) === yearOf(second) &&
    censusCohort(first) === censusCohort(second) &&
    byteAt(people.category, child) === byteAt(people.category, previous) &&
    byteAt(people.category, child) !== category.gone &&
    !isSpouseOfHers(people, at(people.mother, previous), child)
  );
}

/** Moves the second child's birth, and all that began with it, to the day of the first. */
function alignTwin(people: People, child: number, previous: number): void {
  const old = at(people.birthDay, child);
  const day = at(people.birthDay, previous);
  people.birthDay[child] = day;
  people.mother[child] = at(people.mother, previous);
  for (const column of [people.regFrom, people.firstFrom, people.secondFrom])
    if (column[child] === old) column[child] = day;
}

/** Couples, mothers and children, circle by circle. */
export function formFamilies(people: People, counties: number, context: FamilyContext): void {
  const motherhood = createMotherhood(people);
  for (const circle of formCircles(people, counties)) {
    marry(people, circle, context);
    giveMothers(people, circle, { random: context.random, motherhood });
  }
}
