import type { AreaCode } from '../language/index.ts';
import type { EventKind } from '../register/index.ts';
import { HISTORY_START } from './days.ts';
import { at, entry, NEVER, type People } from './people.ts';
import { codeOn, type Place } from './places.ts';

export interface Stay {
  readonly population: 'registered' | 'resident';
  readonly code: AreaCode;
  readonly from: number;
  readonly to: number;
}

export interface LifeEvent {
  readonly kind: EventKind;
  readonly day: number;
  readonly registeredFrom: AreaCode | null;
  readonly registeredTo: AreaCode | null;
  readonly residentFrom: AreaCode | null;
  readonly residentTo: AreaCode | null;
}

/** The stays of a person in both populations, in the codes of the day on which each began. */
export function staysOf(people: People, index: number, places: readonly Place[]): readonly Stay[] {
  const stays: Stay[] = [];
  const add = (
    population: Stay['population'],
    days: { readonly from: number; readonly to: number },
    place: number,
  ) => {
    const found = places[place];
    if (days.from < NEVER && found) stays.push({ population, code: codeOn(found, days.from), ...days });
  };
  add(
    'registered',
    { from: at(people.regFrom, index), to: at(people.regTo, index) },
    at(people.place, index),
  );
  add(
    'resident',
    { from: at(people.firstFrom, index), to: at(people.firstTo, index) },
    at(people.firstPlace, index),
  );
  add(
    'resident',
    { from: at(people.secondFrom, index), to: at(people.secondTo, index) },
    at(people.secondPlace, index),
  );
  return stays;
}

const codeAfter = (stays: readonly Stay[], population: Stay['population'], day: number): AreaCode | null =>
  stays.find((stay) => stay.population === population && stay.from <= day && day < stay.to)?.code ?? null;
const codeBefore = (stays: readonly Stay[], population: Stay['population'], day: number): AreaCode | null =>
  stays.find((stay) => stay.population === population && stay.from < day && day <= stay.to)?.code ?? null;

/** The events that made the stays: each a transition of both places on one day. */
export function eventsOf(people: People, index: number, stays: readonly Stay[]): readonly LifeEvent[] {
  const days = [...new Set([...stays.flatMap((stay) => [stay.from, stay.to]), at(people.weddingDay, index)])]
    .filter((day) => day < NEVER)
    .sort((a, b) => a - b);
  return days.flatMap((day) => eventsOn(people, index, { day, stays }));
}

interface Day {
  readonly day: number;
  readonly stays: readonly Stay[];
}

function eventsOn(people: People, index: number, { day, stays }: Day): readonly LifeEvent[] {
  const before = [codeBefore(stays, 'registered', day), codeBefore(stays, 'resident', day)] as const;
  const after = [codeAfter(stays, 'registered', day), codeAfter(stays, 'resident', day)] as const;
  const born = at(people.birthDay, index) === day;
  const died = at(people.deathDay, index) === day;
  if (born && died) return [...birth(day, onlyDay(stays)), ...death(day, onlyDay(stays))];
  if (born) return birth(day, after);
  if (died) return death(day, before);
  if (day === HISTORY_START && at(people.regEntry, index) !== entry.birth)
    return [transition('enrolment', day, [...before, ...after])];
  if (at(people.weddingDay, index) === day) return [transition('marriage', day, [...after, ...after])];
  return moves(day, before, after);
}

type Pair = readonly [registered: AreaCode | null, resident: AreaCode | null];
type Four = readonly [AreaCode | null, AreaCode | null, AreaCode | null, AreaCode | null];

/** Where a child was who lived less than a day. */
const onlyDay = (stays: readonly Stay[]): Pair => [
  stays.find((stay) => stay.population === 'registered')?.code ?? null,
  stays.find((stay) => stay.population === 'resident')?.code ?? null,
];

const transition = (kind: EventKind, day: number, [rf, hf, rt, ht]: Four): LifeEvent => ({
  kind,
  day,
  registeredFrom: rf,
  residentFrom: hf,
  registeredTo: rt,
  residentTo: ht,
});

const birth = (day: number, [registered, resident]: Pair) => [
  transition('birth', day, [null, null, registered, resident]),
];
const death = (day: number, [registered, resident]: Pair) => [
  transition('death', day, [registered, resident, null, null]),
];

/** A change of registration and one of residence are two events, also on one day. */
function moves(day: number, before: Pair, after: Pair): readonly LifeEvent[] {
  const events: LifeEvent[] = [];
  if (before[0] !== after[0])
    events.push(transition('hukou_transfer', day, [before[0], before[1], after[0], before[1]]));
  if (before[1] !== after[1]) events.push(transition('move', day, [after[0], before[1], after[0], after[1]]));
  return events;
}
