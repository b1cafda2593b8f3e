import { type AreaCode, type CalendarDate, type Population } from '../language/index.ts';
import { isCounted, type Life, type PersonState, type Spell } from './fold.ts';
import { nameSound } from './names/sound.ts';
import { type Attributes, attributeColumns, attributeKeys, type EventKind } from './person.ts';
import type { Details, PersonFile } from './person-file.ts';
import type { EventRecord } from './records.ts';

/** Which areas of today answer for the record: where the person is or, gone or dead, was last. */
export interface Scopes {
  readonly registered_scope: AreaCode | null;
  readonly resident_scope: AreaCode | null;
}

/** What a code of any day has become by today. */
export type Resolve = (code: AreaCode) => AreaCode;

const lastVillage = (life: Life, population: Population): AreaCode | null =>
  life.spells.findLast((spell) => spell.population === population)?.village ?? null;

/** The codes that have to be resolved to place a life. */
export const codesOf = (life: Life): readonly AreaCode[] =>
  [
    life.places.registered,
    life.places.resident,
    lastVillage(life, 'registered'),
    lastVillage(life, 'resident'),
  ].filter((code) => code !== null);

/** Where somebody was last, in the codes of today. */
export function scopesOf(life: Life, resolve: Resolve): Scopes {
  const scope = (population: Population) => {
    const village = lastVillage(life, population);
    return village && resolve(village);
  };
  return { registered_scope: scope('registered'), resident_scope: scope('resident') };
}

const attributeValues = (attributes: Attributes) =>
  Object.fromEntries(attributeKeys.map((key) => [attributeColumns[key], attributes[key]])) as Record<
    (typeof attributeColumns)[keyof Attributes],
    never
  >;

/** The row of register_persons, without its key and its scopes. */
export const personRow = ({ version }: PersonFile, state: PersonState, resolve: Resolve) => ({
  ...attributeValues(state.attributes),
  death_date: state.life.deathDate,
  registered_village: state.life.places.registered && resolve(state.life.places.registered),
  resident_village: state.life.places.resident && resolve(state.life.places.resident),
  version,
  counted: isCounted(state),
  sound: nameSound(state.attributes.name),
});

function detailsOf({ changes, facts, form }: EventRecord): Details | null {
  const details: Details = {
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(form === null ? {} : { form }),
  };
  return Object.keys(details).length > 0 ? details : null;
}

/** A marriage and its end name the other one in a column of their own, for counts. */
function otherOf({ kind, changes }: EventRecord): string | null {
  if (kind === 'marriage') return changes.spouse?.to ?? null;
  return kind === 'divorce' ? (changes.spouse?.from ?? null) : null;
}

interface RecordRow {
  readonly person_id: string;
  readonly event_id: string;
  readonly kind: EventKind;
  readonly event_date: CalendarDate;
  readonly registered_from: AreaCode | null;
  readonly registered_to: AreaCode | null;
  readonly resident_from: AreaCode | null;
  readonly resident_to: AreaCode | null;
  readonly spouse_id: string | null;
  readonly household_from: string | null;
  readonly details: Details | null;
  readonly replaces: string | null;
  readonly act_id: string | null;
  readonly recorded_at: Date;
  readonly recorded_by: string;
}

/** The row of register_events, without its scopes and whether it counts. */
export const recordRow = (personId: string, record: EventRecord): RecordRow => ({
  person_id: personId,
  event_id: record.id,
  kind: record.kind,
  event_date: record.date,
  registered_from: record.from.registered,
  registered_to: record.to.registered,
  resident_from: record.from.resident,
  resident_to: record.to.resident,
  spouse_id: otherOf(record),
  household_from: record.changes.household?.from ?? null,
  details: detailsOf(record),
  replaces: record.replaces,
  act_id: record.act,
  recorded_at: record.recordedAt,
  recorded_by: record.recordedBy,
});

/** The row of register_spells, without its scopes. */
export const spellRow = (personId: string, spellId: string, spell: Spell) => ({
  person_id: personId,
  spell_id: spellId,
  population: spell.population,
  village_code: spell.village,
  from_date: spell.from,
  to_date: spell.to,
});
