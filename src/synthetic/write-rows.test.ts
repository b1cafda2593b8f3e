import { describe, expect, it } from 'vitest';
import { buildDivisionHistory, villageChains } from '../areas/index.ts';
import { parseAreaCode, parseCalendarDate } from '../language/index.ts';
import { parseIdNumber } from '../register/index.ts';
import { buildCity } from './build-city.ts';
import { copyRows, type LoadedTable, loadedTables } from './write-rows.ts';

const city = buildCity({ seed: 11, scale: 0.004, chains: villageChains(buildDivisionHistory()) });
const today = new Set<string>(villageChains(buildDivisionHistory()).keys());

type Row = Readonly<Record<string, string | null>>;

const uuid = (field: Buffer) =>
  field.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
const sinceEpoch = (milliseconds: number) => new Date(Date.UTC(2000, 0, 1) + milliseconds).toISOString();

/** A field as PostgreSQL would print it, by the type of its column. */
function print(column: string, field: Buffer): string {
  if (column.endsWith('_id')) return uuid(field);
  if (/_(date|on)$/.test(column)) return sinceEpoch(field.readInt32BE() * 86_400_000).slice(0, 10);
  if (column.endsWith('_at')) return sinceEpoch(Number(field.readBigInt64BE() / 1000n));
  return column === 'version' ? String(field.readInt32BE()) : field.toString('utf8');
}

/** The rows of a table as PostgreSQL reads them. */
function read(table: LoadedTable): readonly Row[] {
  const columns = loadedTables[table].split(', ');
  const bytes = Buffer.concat([
    ...copyRows(city, table, {
      idDigest: (idNumber) => `digest-${idNumber}`,
      sealIdNumber: (_, idNumber) => idNumber,
      nameSound: (name) => name,
    }),
  ]);
  expect(bytes.subarray(0, 11).toString('latin1')).toBe('PGCOPY\n\u00ff\r\n\0');
  const rows: Row[] = [];
  let place = 19;
  const field = (column: string): readonly [string, string | null] => {
    const length = bytes.readInt32BE(place);
    const start = place + 4;
    place = start + Math.max(0, length);
    return [column, length < 0 ? null : print(column, bytes.subarray(start, place))];
  };
  for (let fields = bytes.readInt16BE(place); fields !== -1; fields = bytes.readInt16BE(place)) {
    expect(fields).toBe(columns.length);
    place += 2;
    rows.push(Object.fromEntries(columns.map(field)));
  }
  expect(place + 2).toBe(bytes.length);
  return rows;
}

const persons = read('register_persons');
const households = read('register_households');
const events = read('register_events');
const spells = read('register_spells');
const directory = read('register_id_directory');
const byId = new Map(persons.map((person) => [person['person_id'], person]));
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const villageOfToday = (code: string | null | undefined) => code === null || today.has(code ?? '');
const isNot = (rows: readonly Row[], rule: (row: Row) => boolean) =>
  rows.filter((row) => !rule(row)).slice(0, 3);

describe('the rows of the made-up city', () => {
  it('bear ids of version 7, each once in all tables', () => {
    const ids = [
      ...persons.map((row) => row['person_id']),
      ...households.map((row) => row['household_id']),
      ...events.map((row) => row['event_id']),
      ...spells.map((row) => row['spell_id']),
    ];
    expect(ids.filter((id) => !UUID_V7.test(id ?? ''))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('bear identity numbers that are right, say birthday and sex, and belong to no county', () => {
    const broken = isNot(persons, (row) => {
      const facts = parseIdNumber(row['id_number'] ?? '');
      return (
        facts?.birthDate === row['birth_date'] &&
        facts?.sex === row['sex'] &&
        (row['id_number'] ?? '').startsWith('51079')
      );
    });
    expect(broken).toEqual([]);
    expect(new Set(persons.map((row) => row['id_number'])).size).toBe(persons.length);
  });

  it('list every identity number in the directory under its digest', () => {
    const digests = new Map(directory.map((row) => [row['person_id'], row['id_digest']]));
    expect(directory).toHaveLength(persons.length);
    expect(
      isNot(persons, (row) => digests.get(row['person_id']) === `digest-${row['id_number'] ?? ''}`),
    ).toEqual([]);
  });

  it('name people in two to four Chinese characters, children mostly after the father', () => {
    expect(isNot(persons, (row) => /^\p{Script=Han}{2,4}$/u.test(row['name'] ?? ''))).toEqual([]);
    const fathered = persons.filter((row) => row['father_id'] !== null);
    const alike = fathered.filter(
      (row) => byId.get(row['father_id'] ?? '')?.['name']?.charAt(0) === row['name']?.charAt(0),
    );
    expect(alike.length / fathered.length).toBeGreaterThan(0.99);
  });

  it('name only mothers, fathers, spouses and heads who are there', () => {
    const known = (id: string | null | undefined) => id === null || byId.has(id ?? '');
    expect(
      isNot(persons, (row) => known(row['mother_id']) && known(row['father_id']) && known(row['spouse_id'])),
    ).toEqual([]);
    expect(
      isNot(households, (row) => byId.get(row['head_id'] ?? '')?.['household_id'] === row['household_id']),
    ).toEqual([]);
    expect(
      isNot(
        persons,
        (row) => (byId.get(row['mother_id'] ?? '')?.['birth_date'] ?? null) === row['mother_birth_date'],
      ),
    ).toEqual([]);
  });

  it('put the dead nowhere, and the answering areas into villages of today', () => {
    expect(
      isNot(
        persons,
        (row) =>
          (row['death_date'] === null ||
            (row['registered_village'] === null && row['resident_village'] === null)) &&
          villageOfToday(row['registered_scope']) &&
          villageOfToday(row['resident_scope']) &&
          (row['registered_scope'] !== null || row['resident_scope'] !== null),
      ),
    ).toEqual([]);
  });

  it.each([
    ['events', events],
    ['spells', spells],
  ])('carry on %s the answering areas of the person', (_, rows) => {
    expect(
      isNot(rows, (row) => {
        const person = byId.get(row['person_id'] ?? '');
        return (
          person?.['registered_scope'] === row['registered_scope'] &&
          person?.['resident_scope'] === row['resident_scope']
        );
      }),
    ).toEqual([]);
  });

  it('record each event within three weeks, in a village code of its day', () => {
    const within = (row: Row) => {
      const happened = Date.parse(row['event_date'] ?? '');
      const recorded = Date.parse(row['recorded_at'] ?? '');
      return recorded > happened && recorded - happened < 22 * 86_400_000;
    };
    expect(
      isNot(events, (row) => parseCalendarDate(row['event_date'] ?? '') !== null && within(row)),
    ).toEqual([]);
    const early = spells.filter((row) => (row['from_date'] ?? '') < '2016-04-23');
    expect(isNot(early, (row) => !row['village_code']?.startsWith('510705'))).toEqual([]);
    expect(early.some((row) => row['village_code']?.startsWith('510724'))).toBe(true);
    expect(isNot(spells, (row) => parseAreaCode(row['village_code'] ?? '') !== null)).toEqual([]);
  });

  it('tell a wedding to both', () => {
    const weddings = events.filter((row) => row['kind'] === 'marriage');
    const told = new Set(
      weddings.map((row) => `${row['person_id'] ?? ''}${row['spouse_id'] ?? ''}${row['event_date'] ?? ''}`),
    );
    expect(weddings.length).toBeGreaterThan(100);
    expect(
      isNot(weddings, (row) =>
        told.has(`${row['spouse_id'] ?? ''}${row['person_id'] ?? ''}${row['event_date'] ?? ''}`),
      ),
    ).toEqual([]);
    expect(isNot(events, (row) => (row['kind'] === 'marriage') === (row['spouse_id'] !== null))).toEqual([]);
  });
});
