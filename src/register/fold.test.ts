import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, areaCode, calendarDate } from '../language/index.ts';
import { applyEvent, contradiction, foldEvents, type Life, type Transition, unborn } from './fold.ts';
import { nowhere, type Places } from './person.ts';

const a = areaCode('510703001003');
const b = areaCode('510704001001');
const day = calendarDate;
const at = (registered: Places['registered'], resident: Places['resident']): Places => ({
  registered,
  resident,
});
const birth: Transition = { kind: 'birth', date: day('2010-05-01'), from: nowhere, to: at(a, a) };
const move: Transition = { kind: 'move', date: day('2015-09-01'), from: at(a, a), to: at(a, b) };
const transfer: Transition = {
  kind: 'hukou_transfer',
  date: day('2018-01-10'),
  from: at(a, b),
  to: at(null, b),
};
const death: Transition = { kind: 'death', date: day('2020-03-03'), from: at(null, b), to: nowhere };

describe('a life is the fold of its events', () => {
  it('has a spell in each population from birth on', () => {
    expect(foldEvents([birth]).spells).toEqual([
      { population: 'registered', village: a, from: '2010-05-01', to: null },
      { population: 'resident', village: a, from: '2010-05-01', to: null },
    ]);
  });

  it('moves residence without touching registration, and the other way round', () => {
    expect(foldEvents([birth, move, transfer])).toEqual({
      places: { registered: null, resident: b },
      deathDate: null,
      spells: [
        { population: 'registered', village: a, from: '2010-05-01', to: '2018-01-10' },
        { population: 'resident', village: a, from: '2010-05-01', to: '2015-09-01' },
        { population: 'resident', village: b, from: '2015-09-01', to: null },
      ],
    });
  });

  it('ends in no population at death', () => {
    const life = foldEvents([birth, move, transfer, death]);
    expect(life.places).toEqual(nowhere);
    expect(life.deathDate).toBe('2020-03-03');
    expect(life.spells.every((spell) => spell.to !== null)).toBe(true);
  });

  it.each([
    ['after death', [birth, move, transfer, death], { ...move, date: day('2021-01-01') }, 'dead already'],
    ['before any other', [], move, 'not yet in the register'],
    ['that arrives from outside', [], { ...move, from: nowhere, to: at(null, b) }, null],
    ['of birth after another', [birth], birth, 'in the register already'],
    ['to the same place', [birth], { ...move, to: at(a, a) }, 'nothing changes'],
    ['that follows', [birth], move, null],
  ] as const)('an event %s: %#', (_, events, next, expected) => {
    expect(contradiction(foldEvents(events), next, events.length === 0)).toBe(expected);
  });

  it('never has two open or overlapping spells of one population', () => {
    const place = fc.constantFrom(null, a, b);
    const steps = fc.array(fc.record({ registered: place, resident: place, days: fc.nat(900) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (moves) => {
        let life: Life = unborn;
        let today = day('2000-01-01');
        for (const step of moves) {
          today = addDays(today, step.days);
          const event: Transition = {
            kind: 'move',
            date: today,
            from: life.places,
            to: at(step.registered, step.resident),
          };
          if (contradiction(life, event, false) === null) life = applyEvent(life, event);
        }
        for (const population of ['registered', 'resident'] as const) {
          const spells = life.spells.filter((spell) => spell.population === population);
          for (const [index, spell] of spells.entries()) {
            const next = spells[index + 1];
            if (next) expect(spell.to !== null && spell.to <= next.from).toBe(true);
          }
          expect(spells.at(-1)?.to === null ? spells.at(-1)?.village : null).toBe(life.places[population]);
        }
      }),
    );
  });
});
