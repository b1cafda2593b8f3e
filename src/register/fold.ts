import { type AreaCode, type CalendarDate, type Population, populations } from '../language/index.ts';
import {
  type AttributeKey,
  type Attributes,
  attributeKeys,
  type EventKind,
  nowhere,
  type Places,
} from './person.ts';
import {
  countedRecords,
  type EventRecord,
  inOrderOfRecording,
  type Knowledge,
  standingRecords,
} from './records.ts';

/** What an event says of the place of a person: where they were before and are after, in both populations. */
export interface Transition {
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

/** Why an event cannot stand where it stands in a life. */
export type Contradiction =
  | 'dead already'
  | 'not yet in the register'
  | 'in the register already'
  | 'nothing changes';

const entries: ReadonlySet<EventKind> = new Set(['birth', 'enrolment']);
const moves: ReadonlySet<EventKind> = new Set(['move', 'hukou_transfer']);
const samePlaces = (a: Places, b: Places) => a.registered === b.registered && a.resident === b.resident;

/** What brings in somebody who was outside the city, and moves everybody else. */
export const isArrivalKind = (kind: EventKind): boolean => moves.has(kind);

/** How somebody comes into the register: born, enrolled or, in what was taken over in bulk, by arriving from outside. */
const isEntry = ({ kind, from, to }: Transition): boolean =>
  entries.has(kind) || (moves.has(kind) && samePlaces(from, nowhere) && !samePlaces(to, nowhere));

/** Why `event` cannot follow `life`; `first` when nothing came before it. Null when it can. */
export function contradiction(life: Life, event: Transition, first: boolean): Contradiction | null {
  if (first) return isEntry(event) ? null : 'not yet in the register';
  if (entries.has(event.kind)) return 'in the register already';
  if (life.deathDate) return 'dead already';
  return moves.has(event.kind) && samePlaces(event.from, event.to) ? 'nothing changes' : null;
}

/** The life after `event`: a changed place closes its spell on that day and opens the next. */
export function applyEvent(life: Life, event: Transition): Life {
  const spells = populations.reduce((open, population) => moveSpell(open, population, event), life.spells);
  return { places: event.to, spells, deathDate: event.kind === 'death' ? event.date : life.deathDate };
}

function moveSpell(spells: readonly Spell[], population: Population, event: Transition): readonly Spell[] {
  const from = event.from[population];
  const to = event.to[population];
  if (from === to) return spells;
  const closed = spells.map((spell) =>
    spell.population === population && spell.to === null ? { ...spell, to: event.date } : spell,
  );
  return to === null ? closed : [...closed, { population, village: to, from: event.date, to: null }];
}

/** State is a fold over events: the register's tables hold exactly this. */
export const foldEvents = (events: readonly Transition[]): Life => events.reduce(applyEvent, unborn);

/** A record that says another place before it than the records before it lead to. */
export interface Stale {
  readonly record: EventRecord;
  readonly from: Places;
  readonly to: Places;
}

export interface Contradicted {
  readonly record: EventRecord;
  readonly why: Contradiction;
}

/** What `record` says when the person was at `places` before it: what it left unchanged stays unchanged. */
function chained(record: EventRecord, places: Places): Transition {
  const after = (population: Population) =>
    record.from[population] === record.to[population] ? places[population] : record.to[population];
  return {
    kind: record.kind,
    date: record.date,
    from: places,
    to: { registered: after('registered'), resident: after('resident') },
  };
}

/**
 * Reads a life out of its standing records, in order. When an earlier record was corrected or added, the later ones
 * may tell another place before them: those are given as `stale`, with what they should say.
 */
export function readLife(standing: readonly EventRecord[]): {
  readonly life: Life;
  readonly stale: readonly Stale[];
  readonly contradicted: Contradicted | null;
} {
  let life = unborn;
  const stale: Stale[] = [];
  for (const [index, record] of countedRecords(standing).entries()) {
    if (record.kind === 'merge') return { life: unborn, stale: [], contradicted: null };
    const event = chained(record, life.places);
    const why = contradiction(life, event, index === 0);
    if (why) return { life, stale, contradicted: { record, why } };
    if (!samePlaces(event.from, record.from) || !samePlaces(event.to, record.to))
      stale.push({ record, from: event.from, to: event.to });
    life = applyEvent(life, event);
  }
  return { life, stale, contradicted: null };
}

/** A person on a day, as it was known at a moment. */
export interface PersonState {
  readonly attributes: Attributes;
  readonly life: Life;
  readonly standing: readonly EventRecord[];
}

/** Whether anything of the record counts: it was not withdrawn whole, and no other record goes on in its place. */
export const isCounted = ({ standing, attributes }: PersonState): boolean =>
  standing.length > 0 && attributes.mergedInto === null;

export interface AsOf extends Knowledge {
  /** The end of that day; null: today. */
  readonly on?: CalendarDate | null;
}

/**
 * The person as of a day, as known at a moment. Attributes are told backwards: what the first record that ever
 * changed one found there was true before it.
 */
export function stateAsOf(
  current: Attributes,
  records: readonly EventRecord[],
  { on = null, ...knowledge }: AsOf = {},
): PersonState {
  const standing = standingRecords(records, knowledge).filter((one) => on === null || one.date <= on);
  const recorded = inOrderOfRecording(records);
  const valueOf = (key: AttributeKey): string | null => {
    const last = standing.findLast((one) => one.changes[key]);
    if (last) return last.changes[key]?.to ?? null;
    const first = recorded.find((one) => one.changes[key]);
    return first ? (first.changes[key]?.from ?? null) : current[key];
  };
  const attributes = Object.fromEntries(attributeKeys.map((key) => [key, valueOf(key)]));
  // Each value was an attribute when it was written: the register wrote it from one.
  return { attributes: attributes as unknown as Attributes, life: readLife(standing).life, standing };
}
