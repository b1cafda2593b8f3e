import { HISTORY_START, yearOf, yearStart } from './days.ts';
import { at, category, NEVER, NOBODY, type People } from './people.ts';
import type { Random } from './random.ts';

const YEAR = 365.25;
/** Share of grown-ups who have no spouse in the register. */
const SINGLE = 0.12;
/** Husbands are about two years older. */
const AGE_GAP = Math.round(2 * YEAR);
const WIDEST_GAP = 5 * YEAR;
const YOUNGEST_TO_MARRY = 23 * YEAR;
/** One birth in a hundred is of twins. */
const TWINS = 0.01;
const BETWEEN_BIRTHS = 300;
const YOUNGEST_MOTHER = 18 * YEAR;
const OLDEST_MOTHER = 46 * YEAR;
/** Mothers are looked for for everybody born since this many years before the history begins. */
const EARLIER = 26 * YEAR;
const LONGEST_SEARCH = 4000;

/** Indices of `chosen` people in order of birth. */
function inOrderOfBirth(people: People, chosen: readonly number[]): Int32Array {
  return Int32Array.from(chosen).sort((a, b) => at(people.birthDay, a) - at(people.birthDay, b) || a - b);
}

interface County {
  readonly women: Int32Array;
  readonly men: Int32Array;
  readonly children: Int32Array;
}

/** Everybody who is or was registered, by county. Visitors have families of their own. */
function byCounty(people: People, counties: number): readonly County[] {
  const lists = Array.from({ length: counties }, () => ({
    women: [] as number[],
    men: [] as number[],
    children: [] as number[],
  }));
  for (let index = 0; index < people.count; index += 1) {
    const list = lists[at(people.county, index)];
    if (!list || at(people.regFrom, index) >= NEVER) continue;
    (at(people.male, index) === 1 ? list.men : list.women).push(index);
    if (at(people.birthDay, index) >= HISTORY_START - EARLIER) list.children.push(index);
  }
  return lists.map(({ women, men, children }) => ({
    women: inOrderOfBirth(people, women),
    men: inOrderOfBirth(people, men),
    children: inOrderOfBirth(people, children),
  }));
}

/** Couples by walking both lists in order of birth. */
function marry(
  people: People,
  { women, men }: County,
  context: { readonly random: Random; readonly end: number },
): void {
  const { random, end } = context;
  let w = 0;
  let m = 0;
  while (w < women.length && m < men.length) {
    const wife = at(women, w);
    const husband = at(men, m);
    const gap = at(people.birthDay, wife) - at(people.birthDay, husband) - AGE_GAP;
    if (Math.max(at(people.birthDay, wife), at(people.birthDay, husband)) > end - YOUNGEST_TO_MARRY) break;
    if (gap > WIDEST_GAP || random.next() < SINGLE) m += 1;
    else if (gap < -WIDEST_GAP || random.next() < SINGLE) w += 1;
    else {
      people.spouse[wife] = husband;
      people.spouse[husband] = wife;
      w += 1;
      m += 1;
    }
  }
}

/** First index whose birth is not before `day`. */
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

/** Gives children mothers of a fitting age who are alive and registered, with time between births. */
function giveMothers(
  people: People,
  { women, children }: County,
  context: { readonly random: Random; readonly lastBirth: Int32Array },
): void {
  const { random, lastBirth } = context;
  let previous = NOBODY;
  for (const child of children) {
    const birthDay = at(people.birthDay, child);
    if (previous !== NOBODY && isTwin(people, { child, previous, random })) {
      alignTwin(people, child, previous);
      previous = NOBODY;
      continue;
    }
    const age = Math.min(OLDEST_MOTHER, Math.max(YOUNGEST_MOTHER, random.normal(26.5, 4.8) * YEAR));
    const start = firstBornFrom(people, women, birthDay - age);
    const mother = search(people, women, { start, child, lastBirth });
    if (mother !== NOBODY) {
      people.mother[child] = mother;
      lastBirth[mother] = birthDay;
    }
    previous = mother === NOBODY ? NOBODY : child;
  }
}

interface Wanted {
  readonly start: number;
  readonly child: number;
  readonly lastBirth: Int32Array;
}

/** The nearest woman by age, looking to both sides. */
function search(people: People, women: Int32Array, { start, child, lastBirth }: Wanted): number {
  for (let step = 0; step < Math.min(LONGEST_SEARCH, women.length * 2); step += 1) {
    const position = start + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
    const woman = women[position];
    if (woman !== undefined && canBear(people, { woman, child, lastBirth })) return woman;
  }
  return NOBODY;
}

function canBear(
  people: People,
  {
    woman,
    child,
    lastBirth,
  }: { readonly woman: number; readonly child: number; readonly lastBirth: Int32Array },
): boolean {
  const birthDay = at(people.birthDay, child);
  const age = birthDay - at(people.birthDay, woman);
  if (age < YOUNGEST_MOTHER || age > OLDEST_MOTHER) return false;
  if (birthDay - at(lastBirth, woman) < BETWEEN_BIRTHS) return false;
  // Births of the simulated years are recorded at the mother's place of registration: she must have one that day.
  return (
    birthDay < HISTORY_START || (at(people.regFrom, woman) <= birthDay && at(people.regTo, woman) > birthDay)
  );
}

/** Birthdays up to 1 November count one census age, later ones the next: twins must not cross it. */
function ageYear(day: number): number {
  const year = yearOf(day);
  return day > yearStart(year + 1) - 61 ? year + 1 : year;
}

/** Twins are made of two children born days apart in one year, both new to the register by birth. */
function isTwin(
  people: People,
  { child, previous, random }: { readonly child: number; readonly previous: number; readonly random: Random },
): boolean {
  const near = at(people.birthDay, child) - at(people.birthDay, previous) <= 20;
  const first = at(people.birthDay, previous);
  const sameYear =
    new Date(first * 86_400_000).getUTCFullYear() ===
    new Date(at(people.birthDay, child) * 86_400_000).getUTCFullYear();
  const untouched =
    at(people.category, child) === at(people.category, previous) &&
    at(people.category, child) !== category.gone;
  const crossesCensus = at(people.category, child) === category.later;
  return (
    near &&
    sameYear &&
    ageYear(first) === ageYear(at(people.birthDay, child)) &&
    untouched &&
    !crossesCensus &&
    random.next() < TWINS * 1.6 &&
    at(people.mother, previous) !== NOBODY
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

/** Couples, mothers and children, county by county. */
export function formFamilies(
  people: People,
  counties: number,
  context: { readonly random: Random; readonly end: number },
): void {
  const lastBirth = new Int32Array(people.birthDay.length).fill(-NEVER);
  for (const county of byCounty(people, counties)) {
    marry(people, county, context);
    giveMothers(people, county, { random: context.random, lastBirth });
  }
}
