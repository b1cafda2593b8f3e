import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, areaCode, calendarDate } from '../language/index.ts';
import { readLife, stateAsOf } from './fold.ts';
import { type Attributes, nowhere, type Places } from './person.ts';
import { type EventRecord, standingRecords } from './records.ts';

const a = areaCode('510703001003');
const b = areaCode('510704001001');
const c = areaCode('510722101001');
const day = calendarDate;
const at = (place: Places['resident']): Places => ({ registered: a, resident: place });
const noon = (date: string) => new Date(`${date}T12:00:00Z`);
let number = 0;

function record(rest: Partial<EventRecord> & Pick<EventRecord, 'kind' | 'date'>): EventRecord {
  number += 1;
  return {
    id: String(number).padStart(8, '0'),
    from: nowhere,
    to: nowhere,
    changes: {},
    facts: {},
    form: null,
    replaces: null,
    act: null,
    recordedAt: noon(rest.date),
    recordedBy: 'test',
    ...rest,
  };
}

const current: Attributes = {
  name: '现名',
  sex: 'female',
  birthDate: day('1990-01-01'),
  idNumber: null,
  documentKind: null,
  documentNumber: null,
  phone: null,
  address: null,
  hukouKind: null,
  household: null,
  relation: null,
  mother: null,
  father: null,
  motherBirthDate: null,
  spouse: null,
  guardian: null,
  mergedInto: null,
};

const birth = record({ kind: 'birth', date: day('1990-01-01'), to: at(a) });
const first = record({ kind: 'move', date: day('2010-05-01'), from: at(a), to: at(b) });
const second = record({ kind: 'move', date: day('2015-05-01'), from: at(b), to: at(c) });
const renamed = record({
  kind: 'name_change',
  date: day('2012-01-01'),
  from: at(b),
  to: at(b),
  changes: { name: { from: '原名', to: '现名' } },
});
const life = [birth, first, renamed, second];
const corrected = record({
  kind: 'move',
  date: day('2010-06-01'),
  from: at(a),
  to: at(c),
  replaces: first.id,
  recordedAt: noon('2020-01-01'),
});
const withdrawn = record({
  kind: 'withdrawal',
  date: day('2010-06-01'),
  replaces: corrected.id,
  recordedAt: noon('2021-01-01'),
});

describe('what was true on a day', () => {
  it.each([
    ['1995-01-01', '原名', a],
    ['2011-01-01', '原名', b],
    ['2012-01-01', '现名', b],
    ['2020-01-01', '现名', c],
  ])('on %s: %s in %s', (on, name, village) => {
    const state = stateAsOf(current, life, { on: day(on) });
    expect([state.attributes.name, state.life.places.resident]).toEqual([name, village]);
  });

  it('is nothing before the person entered', () => {
    expect(stateAsOf(current, life, { on: day('1989-12-31') }).standing).toEqual([]);
  });
});

describe('what was known at a moment', () => {
  const records = [...life, corrected, withdrawn];
  it.each([
    ['2019-01-01', '2010-05-15', b],
    ['2019-01-01', '2010-06-15', b],
    ['2020-06-01', '2010-05-15', a],
    ['2020-06-01', '2010-06-15', c],
    ['2021-06-01', '2010-06-15', a],
  ])('by %s of %s: in %s', (known, on, village) => {
    const state = stateAsOf(current, records, { on: day(on), knownAt: noon(known) });
    expect(state.life.places.resident).toBe(village);
  });

  it('a withdrawn record is gone with all its corrections', () => {
    expect(standingRecords(records).map((one) => one.id)).toEqual([birth.id, renamed.id, second.id]);
  });

  it('a correction takes the place of what it corrects', () => {
    const order = standingRecords([...life, corrected]).map((one) => one.id);
    expect(order).toEqual([birth.id, corrected.id, renamed.id, second.id]);
  });
});

describe('later records after a correction', () => {
  it('are told where the person now was before them', () => {
    const elsewhere = { ...corrected, to: at(null) };
    const { stale, contradicted } = readLife(standingRecords([...life, elsewhere]));
    expect(contradicted).toBeNull();
    expect(stale.map(({ record: one, from, to }) => [one.id, from.resident, to.resident])).toEqual([
      [renamed.id, null, null],
      [second.id, null, c],
    ]);
  });

  it('are contradicted when they say nothing any more', () => {
    expect(readLife(standingRecords([...life, corrected])).contradicted).toMatchObject({
      record: { id: second.id },
      why: 'nothing changes',
    });
  });
});

describe('a second record of one human', () => {
  it('counts nowhere, at no time, until the merger is withdrawn', () => {
    const merge = record({ kind: 'merge', date: day('2022-01-01'), recordedAt: noon('2022-01-01') });
    expect(readLife(standingRecords([...life, merge])).life.spells).toEqual([]);
    const undone = record({
      kind: 'withdrawal',
      date: day('2022-01-01'),
      replaces: merge.id,
      recordedAt: noon('2023-01-01'),
    });
    expect(readLife(standingRecords([...life, merge, undone])).life.spells).toHaveLength(4);
  });
});

describe('any history', () => {
  const steps = fc.array(
    fc.record({
      days: fc.nat(700),
      place: fc.constantFrom(a, b, c),
      replaces: fc.boolean(),
      late: fc.nat(900),
    }),
    { maxLength: 10 },
  );

  it('is known as it was: nothing recorded later changes what was known before', () => {
    fc.assert(
      fc.property(steps, fc.nat(6000), (moves, known) => {
        const records: EventRecord[] = [birth];
        let when = day('1990-06-01');
        let recorded = day('1991-01-01');
        for (const move of moves) {
          when = addDays(when, move.days);
          recorded = addDays(recorded, move.late + 1);
          const target = move.replaces ? records.at(-1) : undefined;
          const replaces = target && target.kind === 'move' ? target.id : null;
          records.push(
            record({
              kind: 'move',
              date: when,
              from: at(a),
              to: at(move.place),
              replaces,
              recordedAt: noon(recorded),
            }),
          );
        }
        const knownAt = noon(addDays(day('1991-01-01'), known));
        const earlier = records.filter((one) => one.recordedAt <= knownAt);
        const ids = (all: readonly EventRecord[]) => standingRecords(all, { knownAt }).map((one) => one.id);
        expect(ids(records)).toEqual(ids(earlier));
      }),
    );
  });
});
