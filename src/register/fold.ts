import { type AreaCode, type CalendarDate, type Population, populations } from '../language/index.ts';
import { type EventKind, nowhere, type Places } from './person.ts';

/** One thing that happened to a person: where they were before and are after, in both populations. */
export interface RegisterEvent {
  readonly kind: EventKind;
  readonly date: CalendarDate;
  readonly from: Places;
  readonly to: Places;
}

export interface Spell {
  readonly population: Population;
  readonly village: AreaCode;
  readonly from: CalendarDate;
  /** Exclusive; null while it lasts. */
  readonly to: CalendarDate | null;
}

export interface Life {
  readonly places: Places;
  readonly spells: readonly Spell[];
  readonly deathDate: CalendarDate | null;
}

export const unborn: Life = { places: nowhere, spells: [], deathDate: null };

/** Why an event cannot follow a life so far; null when it can. */
export type Contradiction =
  | 'dead already'
  | 'not where the event says'
  | 'before the last event'
  | 'nothing changes';

const samePlaces = (a: Places, b: Places) => a.registered === b.registered && a.resident === b.resident;

const lastDay = (life: Life): CalendarDate | null =>
  life.spells.reduce<CalendarDate | null>((latest, spell) => {
    const day = spell.to ?? spell.from;
    return latest === null || day > latest ? day : latest;
  }, null);

export function contradiction(life: Life, event: RegisterEvent): Contradiction | null {
  if (life.deathDate) return 'dead already';
  if (!samePlaces(life.places, event.from)) return 'not where the event says';
  const latest = lastDay(life);
  if (latest && event.date < latest) return 'before the last event';
  const mayStay = event.kind === 'death' || event.kind === 'marriage';
  return !mayStay && samePlaces(event.from, event.to) ? 'nothing changes' : null;
}

/** The life after `event`: a changed place closes its spell on that day and opens the next. */
export function applyEvent(life: Life, event: RegisterEvent): Life {
  const spells = populations.reduce((open, population) => moveSpell(open, population, event), life.spells);
  return { places: event.to, spells, deathDate: event.kind === 'death' ? event.date : life.deathDate };
}

function moveSpell(spells: readonly Spell[], population: Population, event: RegisterEvent): readonly Spell[] {
  const from = event.from[population];
  const to = event.to[population];
  if (from === to) return spells;
  const closed = spells.map((spell) =>
    spell.population === population && spell.to === null ? { ...spell, to: event.date } : spell,
  );
  return to === null ? closed : [...closed, { population, village: to, from: event.date, to: null }];
}

/** State is a fold over events: the register's tables hold exactly this. */
export const foldEvents = (events: readonly RegisterEvent[]): Life => events.reduce(applyEvent, unborn);
