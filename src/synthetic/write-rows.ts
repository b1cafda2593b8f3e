import { type AreaCode, areaCode } from '../language/index.ts';
import type { SyntheticCity } from './build-city.ts';
import { dayText, HISTORY_END } from './days.ts';
import { eventsOf, type LifeEvent, type Stay, staysOf } from './lives.ts';
import { nameOf } from './names.ts';
import { at, NEVER, NOBODY } from './people.ts';
import { mix } from './random.ts';
import { idFor, idKind } from './uuid.ts';

/** Tables in the order in which they are loaded, with the columns that are written. */
export const loadedTables = {
  register_persons:
    'person_id, name, sex, birth_date, death_date, id_number, household_id, relation_to_head, mother_id, mother_birth_date, father_id, spouse_id, registered_village, resident_village, registered_scope, resident_scope, version',
  register_households: 'household_id, head_id, village_scope, formed_on',
  register_events:
    'person_id, event_id, kind, event_date, registered_from, registered_to, resident_from, resident_to, spouse_id, recorded_at, recorded_by, registered_scope, resident_scope',
  register_spells:
    'person_id, spell_id, population, village_code, from_date, to_date, registered_scope, resident_scope',
  register_id_directory: 'id_digest, person_id',
} as const;
export type LoadedTable = keyof typeof loadedTables;

const CHUNK = 128 * 1024;
const NULL = '\\N';
const orNull = (value: string | null) => value ?? NULL;
const day = (value: number) => (value >= NEVER ? NULL : dayText(value));
const line = (cells: readonly string[]) => `${cells.join('\t')}\n`;

export interface WriteOptions {
  readonly idDigest: (idNumber: string) => string;
  /** Called now and then with the number of persons written. */
  readonly onPersons?: (done: number) => void;
}

/** COPY text of a table in chunks; nothing is held but the chunk. */
export function* copyRows(city: SyntheticCity, table: LoadedTable, options: WriteOptions): Generator<Buffer> {
  const write = writers[table];
  const count = table === 'register_households' ? city.households : city.people.count;
  let chunk = '';
  for (let index = 0; index < count; index += 1) {
    chunk += write(city, index, options);
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
    options.onPersons?.(index);
  }
  yield Buffer.from(chunk);
}

type Writer = (city: SyntheticCity, index: number, options: WriteOptions) => string;

const writers: Readonly<Record<LoadedTable, Writer>> = {
  register_persons: personRow,
  register_households: householdRow,
  register_events: eventRows,
  register_spells: spellRows,
  register_id_directory: (city, index, { idDigest }) =>
    line([idDigest(city.idNumberOf(index)), idFor(city.seed, idKind.person, index)]),
};

const person = (city: SyntheticCity, index: number) =>
  index === NOBODY ? NULL : idFor(city.seed, idKind.person, index);
const household = (city: SyntheticCity, index: number) => idFor(city.seed, idKind.household, index);

interface Areas {
  readonly registered: AreaCode | null;
  readonly resident: AreaCode | null;
}

const today = (city: SyntheticCity, place: number): AreaCode => city.places[place]?.today ?? areaCode('5107');

/** The areas that answer for the record: where the person is, or last was. */
export function scopesOf(city: SyntheticCity, index: number): Areas {
  const { people } = city;
  const second = at(people.secondFrom, index) < NEVER;
  const first = at(people.firstFrom, index) < NEVER;
  const resident = second
    ? today(city, at(people.secondPlace, index))
    : first
      ? today(city, at(people.firstPlace, index))
      : null;
  return {
    registered: at(people.regFrom, index) < NEVER ? today(city, at(people.place, index)) : null,
    resident,
  };
}

const scopeCells = ({ registered, resident }: Areas) => [orNull(registered), orNull(resident)];

function currentPlaces(city: SyntheticCity, index: number, scopes: Areas): Areas {
  const { people } = city;
  const isOpen = (from: number, to: number) => from < NEVER && to >= NEVER;
  const lives =
    isOpen(at(people.secondFrom, index), at(people.secondTo, index)) ||
    isOpen(at(people.firstFrom, index), at(people.firstTo, index));
  const registered = isOpen(at(people.regFrom, index), at(people.regTo, index));
  return { registered: registered ? scopes.registered : null, resident: lives ? scopes.resident : null };
}

function relationToHead(city: SyntheticCity, index: number): string {
  const { people } = city;
  const head = at(city.heads, at(people.household, index));
  const mother = at(people.mother, index);
  if (head === index) return 'head';
  if (at(people.spouse, index) === head) return 'spouse';
  if (mother === head || (mother !== NOBODY && at(people.spouse, mother) === head)) return 'child';
  const mothersMother = mother === NOBODY ? NOBODY : at(people.mother, mother);
  const father = mother === NOBODY ? NOBODY : at(people.spouse, mother);
  const fathersMother = father === NOBODY ? NOBODY : at(people.mother, father);
  const grandmothers = [mothersMother, fathersMother].filter((one) => one !== NOBODY);
  if (grandmothers.some((one) => one === head || at(people.spouse, one) === head)) return 'grandchild';
  return at(people.mother, head) === index ? 'parent' : 'other';
}

function personRow(city: SyntheticCity, index: number): string {
  const { people } = city;
  const scopes = scopesOf(city, index);
  const places = currentPlaces(city, index, scopes);
  const mother = at(people.mother, index);
  const father = mother === NOBODY ? NOBODY : at(people.spouse, mother);
  return line([
    person(city, index),
    nameOf(people, index, city.seed),
    at(people.male, index) === 1 ? 'male' : 'female',
    day(at(people.birthDay, index)),
    day(at(people.deathDay, index)),
    city.idNumberOf(index),
    household(city, at(people.household, index)),
    relationToHead(city, index),
    person(city, mother),
    mother === NOBODY ? NULL : day(at(people.birthDay, mother)),
    person(city, father),
    person(city, at(people.spouse, index)),
    ...scopeCells(places),
    ...scopeCells(scopes),
    '1',
  ]);
}

function householdRow(city: SyntheticCity, index: number): string {
  const head = at(city.heads, index);
  return line([
    household(city, index),
    person(city, head),
    today(city, at(city.people.place, head)),
    day(
      Math.min(
        at(city.people.regFrom, head),
        at(city.people.firstFrom, head),
        at(city.people.secondFrom, head),
      ),
    ),
  ]);
}

function eventRows(city: SyntheticCity, index: number): string {
  const { people } = city;
  const scopes = scopeCells(scopesOf(city, index));
  const id = person(city, index);
  const spouse = person(city, at(people.spouse, index));
  const stays = staysOf(people, index, city.places);
  return eventsOf(people, index, stays)
    .map((event, number) => eventRow(city, { id, event, number: index * 16 + number, scopes, spouse }))
    .join('');
}

interface EventRow {
  readonly id: string;
  readonly event: LifeEvent;
  readonly number: number;
  readonly scopes: readonly string[];
  readonly spouse: string;
}

function eventRow(city: SyntheticCity, { id, event, number, scopes, spouse }: EventRow): string {
  // Recorded within three weeks, never after the end of the history.
  const recorded = Math.min(event.day + (mix(city.seed, number) % 21), HISTORY_END - 1);
  return line([
    id,
    idFor(city.seed, idKind.event, number),
    event.kind,
    day(event.day),
    orNull(event.registeredFrom),
    orNull(event.registeredTo),
    orNull(event.residentFrom),
    orNull(event.residentTo),
    event.kind === 'marriage' ? spouse : NULL,
    `${day(recorded)} 04:00:00+00`,
    'synthetic',
    ...scopes,
  ]);
}

function spellRows(city: SyntheticCity, index: number): string {
  const scopes = scopeCells(scopesOf(city, index));
  const id = person(city, index);
  return staysOf(city.people, index, city.places)
    .map((stay: Stay, number) =>
      line([
        id,
        idFor(city.seed, idKind.spell, index * 4 + number),
        stay.population,
        stay.code,
        day(stay.from),
        day(stay.to),
        ...scopes,
      ]),
    )
    .join('');
}
