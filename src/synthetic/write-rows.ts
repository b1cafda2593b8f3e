import type { SyntheticCity } from './build-city.ts';
import { HISTORY_END } from './days.ts';
import { hukouKind, hukouNames } from './hukou-kinds.ts';
import { ID_NUMBER_LENGTH, writeIdNumber } from './id-numbers.ts';
import {
  createLife,
  isMarriage,
  kindNames,
  type Life,
  populationNames,
  readLife,
  readStays,
} from './lives.ts';
import { writeName } from './names.ts';
import { at, byteAt, isRegistered, livesHere, NEVER, NOBODY } from './people.ts';
import { codeToday, NOWHERE } from './places.ts';
import { mix } from './random.ts';
import { relationIndex, relationNames } from './relations.ts';
import {
  beginRow,
  CHUNK,
  createRows,
  putCode,
  putDay,
  putHeader,
  putId,
  putInteger,
  putNoon,
  putText,
  putTrailer,
  putWord,
  type RowBytes,
  takeChunk,
  word,
} from './row-bytes.ts';
import { type IdSeries, idKind, idText } from './uuid.ts';

/** Tables in the order in which they are loaded, with the columns that are written. */
export const loadedTables = {
  register_persons:
    'person_id, name, sex, birth_date, death_date, id_number, household_id, relation_to_head, mother_id, mother_birth_date, father_id, spouse_id, registered_village, resident_village, registered_scope, resident_scope, version, sound, hukou_kind',
  register_households: 'household_id, head_id, village_scope, formed_on',
  register_events:
    'person_id, event_id, kind, event_date, registered_from, registered_to, resident_from, resident_to, spouse_id, recorded_at, recorded_by, registered_scope, resident_scope',
  register_spells:
    'person_id, spell_id, population, village_code, from_date, to_date, registered_scope, resident_scope',
  register_id_directory: 'id_digest, person_id',
} as const;
export type LoadedTable = keyof typeof loadedTables;

export interface WriteOptions {
  readonly idDigest: (idNumber: string) => string;
  readonly sealIdNumber: (personId: string, idNumber: string) => string;
  readonly nameSound: (name: string) => string;
  /** Called now and then with the number of persons written. */
  readonly onPersons?: (done: number) => void;
}

/** What the writers share: the city, the chunk, and one life that is written over from person to person. */
interface Writing {
  readonly city: SyntheticCity;
  readonly rows: RowBytes;
  readonly life: Life;
  readonly idDigest: WriteOptions['idDigest'];
  readonly sealIdNumber: WriteOptions['sealIdNumber'];
  readonly nameSound: WriteOptions['nameSound'];
  readonly persons: IdSeries;
  readonly households: IdSeries;
  readonly events: IdSeries;
  readonly spells: IdSeries;
}

const startWriting = (city: SyntheticCity, { idDigest, sealIdNumber, nameSound }: WriteOptions): Writing => ({
  city,
  rows: createRows(city.places.codes),
  life: createLife(),
  idDigest,
  sealIdNumber,
  nameSound,
  persons: { seed: city.seed, kind: idKind.person },
  households: { seed: city.seed, kind: idKind.household },
  events: { seed: city.seed, kind: idKind.event },
  spells: { seed: city.seed, kind: idKind.spell },
});

/** Binary COPY of a table in chunks of 128 KB; nothing is held but the chunk. */
export function* copyRows(city: SyntheticCity, table: LoadedTable, options: WriteOptions): Generator<Buffer> {
  const writing = startWriting(city, options);
  const write = writers[table];
  const count = table === 'register_households' ? city.households : city.people.count;
  putHeader(writing.rows);
  for (let index = 0; index < count; index += 1) {
    write(writing, index);
    if (writing.rows.place < CHUNK) continue;
    yield takeChunk(writing.rows);
    options.onPersons?.(index);
  }
  putTrailer(writing.rows);
  yield takeChunk(writing.rows);
}

const writers: Readonly<Record<LoadedTable, (writing: Writing, index: number) => void>> = {
  register_persons: personRow,
  register_households: householdRow,
  register_events: eventRows,
  register_spells: spellRows,
  register_id_directory: directoryRow,
};

const SEXES = [word('female'), word('male')] as const;
const VERSION = 1;
const fieldsOf = (table: LoadedTable) => loadedTables[table].split(', ').length;
const FIELDS = {
  persons: fieldsOf('register_persons'),
  households: fieldsOf('register_households'),
  events: fieldsOf('register_events'),
  spells: fieldsOf('register_spells'),
  directory: fieldsOf('register_id_directory'),
} as const;
const NOTHING = word('');
const RELATIONS = relationNames.map(word);
const KINDS = kindNames.map(word);
const HUKOU_KINDS = hukouNames.map(word);
const POPULATIONS = populationNames.map(word);
const RECORDER = word('synthetic');
/** Recorded within three weeks. */
const RECORDING_DAYS = 21;

/** The village of today that answers for the record of registration: where the person is, or last was. */
const registeredScope = ({ people, places }: SyntheticCity, index: number) =>
  at(people.regFrom, index) < NEVER ? codeToday(places, at(people.place, index)) : NOWHERE;

function residentScope({ people, places }: SyntheticCity, index: number): number {
  if (at(people.secondFrom, index) < NEVER) return codeToday(places, at(people.secondPlace, index));
  return at(people.firstFrom, index) < NEVER ? codeToday(places, at(people.firstPlace, index)) : NOWHERE;
}

function putScopes({ rows, city }: Writing, index: number): void {
  putCode(rows, registeredScope(city, index));
  putCode(rows, residentScope(city, index));
}

function putCurrentPlaces({ rows, city }: Writing, index: number): void {
  putCode(rows, isRegistered(city.people, index) ? registeredScope(city, index) : NOWHERE);
  putCode(rows, livesHere(city.people, index) ? residentScope(city, index) : NOWHERE);
}

function personRow(writing: Writing, index: number): void {
  const { rows, city, persons } = writing;
  const { people } = city;
  const mother = at(people.mother, index);
  beginRow(rows, FIELDS.persons);
  putId(rows, persons, index);
  const named = { people, index, seed: city.seed, minorities: city.minorities };
  putText(rows, (bytes, place) => writeName(bytes, place, named));
  const sound = writing.nameSound(nameAt(writing, named));
  putWord(rows, SEXES[byteAt(people.male, index) === 1 ? 1 : 0]);
  putDay(rows, at(people.birthDay, index));
  putDay(rows, at(people.deathDay, index));
  putIdNumber(writing, index);
  putId(rows, writing.households, at(people.household, index));
  putWord(rows, RELATIONS[relationIndex(city, index)] ?? NOTHING);
  putId(rows, persons, mother);
  putDay(rows, mother === NOBODY ? NEVER : at(people.birthDay, mother));
  putId(rows, persons, mother === NOBODY ? NOBODY : at(people.spouse, mother));
  putId(rows, persons, at(people.spouse, index));
  putCurrentPlaces(writing, index);
  putScopes(writing, index);
  putInteger(rows, VERSION);
  putText(rows, (bytes, place) => place + bytes.write(sound, place, 'utf8'));
  putWord(rows, HUKOU_KINDS[hukouKind(city, index)] ?? NOTHING);
}

/** The name as text; its bytes are written over by what comes next. */
function nameAt({ rows: { bytes, place } }: Writing, named: Parameters<typeof writeName>[2]): string {
  return bytes.toString('utf8', place, writeName(bytes, place, named));
}

/** Writes the identity number of a person; returns the place behind it. */
function idNumberAt({ rows, city }: Writing, index: number, place: number): number {
  writeIdNumber(rows.bytes, place, {
    birthDay: at(city.people.birthDay, index),
    male: byteAt(city.people.male, index),
    sequence: city.sequence[index] ?? 0,
    dates: rows.dates,
  });
  return place + ID_NUMBER_LENGTH;
}

/** The number in clear, as the one string that the row costs; it is written over by what comes next. */
const idNumberOf = (writing: Writing, index: number): string => {
  const { bytes, place } = writing.rows;
  return bytes.toString('latin1', place, idNumberAt(writing, index, place));
};

function putIdNumber(writing: Writing, index: number): void {
  const sealed = writing.sealIdNumber(idText(writing.persons, index), idNumberOf(writing, index));
  putText(writing.rows, (bytes, place) => place + bytes.write(sealed, place, 'latin1'));
}

function householdRow({ rows, city, persons, households }: Writing, index: number): void {
  const { people, places } = city;
  const head = at(city.heads, index);
  beginRow(rows, FIELDS.households);
  putId(rows, households, index);
  putId(rows, persons, head);
  putCode(rows, codeToday(places, at(people.place, head)));
  putDay(rows, Math.min(at(people.regFrom, head), at(people.firstFrom, head), at(people.secondFrom, head)));
}

function eventRows(writing: Writing, index: number): void {
  const { rows, city, life } = writing;
  readLife(life, city, index);
  for (let event = 0; event < life.events; event += 1) {
    const number = index * 16 + event;
    beginRow(rows, FIELDS.events);
    putId(rows, writing.persons, index);
    putId(rows, writing.events, number);
    putWord(rows, KINDS[byteAt(life.kind, event)] ?? NOTHING);
    putDay(rows, at(life.day, event));
    putCode(rows, at(life.registeredFrom, event));
    putCode(rows, at(life.registeredTo, event));
    putCode(rows, at(life.residentFrom, event));
    putCode(rows, at(life.residentTo, event));
    putId(rows, writing.persons, isMarriage(life, event) ? at(city.people.spouse, index) : NOBODY);
    // Never after the end of the history.
    const recorded = at(life.day, event) + (mix(city.seed, number) % RECORDING_DAYS);
    putNoon(rows, Math.min(recorded, HISTORY_END - 1));
    putWord(rows, RECORDER);
    putScopes(writing, index);
  }
}

function spellRows(writing: Writing, index: number): void {
  const { rows, city, life } = writing;
  readStays(life, city, index);
  for (let stay = 0; stay < life.stays; stay += 1) {
    beginRow(rows, FIELDS.spells);
    putId(rows, writing.persons, index);
    putId(rows, writing.spells, index * 4 + stay);
    putWord(rows, POPULATIONS[byteAt(life.population, stay)] ?? NOTHING);
    putCode(rows, at(life.code, stay));
    putDay(rows, at(life.from, stay));
    putDay(rows, at(life.to, stay));
    putScopes(writing, index);
  }
}

function directoryRow(writing: Writing, index: number): void {
  const { rows } = writing;
  beginRow(rows, FIELDS.directory);
  const digest = writing.idDigest(idNumberOf(writing, index));
  putText(rows, (bytes, place) => place + bytes.write(digest, place, 'latin1'));
  putId(rows, writing.persons, index);
}
