import { HISTORY_START } from './days.ts';
import { at, NEVER, type People } from './people.ts';
import { codeOfPlace, NOWHERE, type Places } from './places.ts';

export const populationNames = ['registered', 'resident'] as const;
const REGISTERED = 0;
const RESIDENT = 1;

/** In the order of `kindIndex`. */
export const kindNames = ['enrolment', 'birth', 'death', 'move', 'hukou_transfer', 'marriage'] as const;
const kindIndex = { enrolment: 0, birth: 1, death: 2, move: 3, hukou_transfer: 4, marriage: 5 } as const;

const MOST_STAYS = 3;
/** Each stay begins and ends, a transfer and a move on one day are two events, and there is one wedding. */
const MOST_EVENTS = 2 * MOST_STAYS + 1;

/**
 * The stays and events of one person, in columns that are written over for the next: millions of lives are read, and
 * none is kept. Places are indices of codes, NOWHERE where there is none.
 */
export interface Life {
  stays: number;
  readonly population: Uint8Array;
  readonly code: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  events: number;
  readonly kind: Uint8Array;
  readonly day: Int32Array;
  readonly registeredFrom: Int32Array;
  readonly registeredTo: Int32Array;
  readonly residentFrom: Int32Array;
  readonly residentTo: Int32Array;
}

export const createLife = (): Life => ({
  stays: 0,
  population: new Uint8Array(MOST_STAYS),
  code: new Int32Array(MOST_STAYS),
  from: new Int32Array(MOST_STAYS),
  to: new Int32Array(MOST_STAYS),
  events: 0,
  kind: new Uint8Array(MOST_EVENTS),
  day: new Int32Array(MOST_EVENTS),
  registeredFrom: new Int32Array(MOST_EVENTS),
  registeredTo: new Int32Array(MOST_EVENTS),
  residentFrom: new Int32Array(MOST_EVENTS),
  residentTo: new Int32Array(MOST_EVENTS),
});

interface Source {
  readonly people: People;
  readonly places: Places;
}

/** Fills in the stays of a person in both populations, in the codes of the day on which each began. */
export function readStays(life: Life, { people, places }: Source, index: number): void {
  life.stays = 0;
  const regFrom = at(people.regFrom, index);
  if (regFrom < NEVER) {
    addStay(life, REGISTERED, codeOfPlace(places, at(people.place, index), regFrom));
    setDays(life, regFrom, at(people.regTo, index));
  }
  const firstFrom = at(people.firstFrom, index);
  if (firstFrom < NEVER) {
    addStay(life, RESIDENT, codeOfPlace(places, at(people.firstPlace, index), firstFrom));
    setDays(life, firstFrom, at(people.firstTo, index));
  }
  const secondFrom = at(people.secondFrom, index);
  if (secondFrom < NEVER) {
    addStay(life, RESIDENT, codeOfPlace(places, at(people.secondPlace, index), secondFrom));
    setDays(life, secondFrom, at(people.secondTo, index));
  }
}

function addStay(life: Life, population: number, code: number): void {
  life.population[life.stays] = population;
  life.code[life.stays] = code;
  life.stays += 1;
}

function setDays(life: Life, from: number, to: number): void {
  life.from[life.stays - 1] = from;
  life.to[life.stays - 1] = to;
}

/** Fills in the stays and the events that made them: each a transition of both places on one day. */
export function readLife(life: Life, source: Source, index: number): void {
  readStays(life, source, index);
  life.events = 0;
  const birthDay = at(source.people.birthDay, index);
  const wedding = at(source.people.weddingDay, index);
  for (let day = dayAfter(life, wedding, -NEVER); day < NEVER; day = dayAfter(life, wedding, day)) {
    const before = life.events - 1;
    const registered = before < 0 ? NOWHERE : at(life.registeredTo, before);
    const resident = before < 0 ? NOWHERE : at(life.residentTo, before);
    if (day === birthDay && day === at(source.people.deathDay, index)) return liveOneDay(life, day);
    const toRegistered = placeOn(life, REGISTERED, day);
    const toResident = placeOn(life, RESIDENT, day);
    const kind = singleKind(source.people, index, day);
    if (kind !== SEVERAL) {
      addEvent(life, kind, day);
      setRegistered(life, registered, toRegistered);
      setResident(life, resident, toResident);
      continue;
    }
    // A change of registration and one of residence are two events, also on one day.
    if (registered !== toRegistered) {
      addEvent(life, kindIndex.hukou_transfer, day);
      setRegistered(life, registered, toRegistered);
      setResident(life, resident, resident);
    }
    if (resident !== toResident) {
      addEvent(life, kindIndex.move, day);
      setRegistered(life, toRegistered, toRegistered);
      setResident(life, resident, toResident);
    }
  }
}

const SEVERAL = -1;

/** The kind of the one event that explains all changes of that day, or SEVERAL. */
function singleKind(people: People, index: number, day: number): number {
  if (day === at(people.birthDay, index)) return kindIndex.birth;
  if (day === at(people.deathDay, index)) return kindIndex.death;
  if (day === at(people.weddingDay, index)) return kindIndex.marriage;
  return day === HISTORY_START ? kindIndex.enrolment : SEVERAL;
}

/** Whether an event of a life is a wedding: nobody's place changes. */
export const isMarriage = (life: Life, event: number): boolean => life.kind[event] === kindIndex.marriage;

/** A child who lived less than a day was born and died where its stays are. */
function liveOneDay(life: Life, day: number): void {
  let registered = NOWHERE;
  let resident = NOWHERE;
  for (let stay = 0; stay < life.stays; stay += 1) {
    if (life.population[stay] === REGISTERED) registered = at(life.code, stay);
    else resident = at(life.code, stay);
  }
  addEvent(life, kindIndex.birth, day);
  setRegistered(life, NOWHERE, registered);
  setResident(life, NOWHERE, resident);
  addEvent(life, kindIndex.death, day);
  setRegistered(life, registered, NOWHERE);
  setResident(life, resident, NOWHERE);
}

/** The first day after `day` on which a stay begins or ends, or the wedding is; NEVER when there is none. */
function dayAfter(life: Life, wedding: number, day: number): number {
  let next = wedding > day ? wedding : NEVER;
  for (let stay = 0; stay < life.stays; stay += 1) {
    const from = at(life.from, stay);
    const to = at(life.to, stay);
    if (from > day && from < next) next = from;
    if (to > day && to < next) next = to;
  }
  return next;
}

/** Where the person is at the end of `day`. */
function placeOn(life: Life, population: number, day: number): number {
  for (let stay = 0; stay < life.stays; stay += 1) {
    if (life.population[stay] === population && at(life.from, stay) <= day && day < at(life.to, stay))
      return at(life.code, stay);
  }
  return NOWHERE;
}

function addEvent(life: Life, kind: number, day: number): void {
  life.kind[life.events] = kind;
  life.day[life.events] = day;
  life.events += 1;
}

function setRegistered(life: Life, from: number, to: number): void {
  life.registeredFrom[life.events - 1] = from;
  life.registeredTo[life.events - 1] = to;
}

function setResident(life: Life, from: number, to: number): void {
  life.residentFrom[life.events - 1] = from;
  life.residentTo[life.events - 1] = to;
}
