import fc from 'fast-check';
import { expect, it, describe as suite } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { populationSpells, vitalEvents } from '../facts.ts';
import { arbitraryExpression, testView } from './arbitrary.ts';
import {
  and,
  atMost,
  columnsOf,
  describe,
  equals,
  evaluate,
  explain,
  factsOf,
  fullMonths,
  fullYears,
  isKnown,
  isUnknown,
  moreThan,
  not,
  oneOf,
  or,
  parameter,
  parseExpression,
  toSql,
  truth,
  unknown,
} from './index.ts';

const T = truth(true);
const F = truth(false);
const U = unknown('boolean');
const nothing = { facts: {} };
const events = factsOf(vitalEvents);

suite('three-valued logic (Kleene, as SQL has it)', () => {
  it.each([
    ['true and unknown is unknown', and(T, U), null],
    ['false and unknown is false', and(F, U), false],
    ['true or unknown is true', or(T, U), true],
    ['false or unknown is unknown', or(F, U), null],
    ['not unknown is unknown', not(U), null],
    ['nothing and-ed is true', and(), true],
    ['nothing or-ed is false', or(), false],
    ['a comparison with unknown is unknown', equals(unknown('integer'), 1), null],
    ['unknown in a list is unknown', oneOf(unknown('code'), ['a']), null],
    ['whether unknown is known is known', isKnown(U), false],
    ['unknown is unknown', isUnknown(U), true],
  ])('%s', (_, expression, value) => {
    expect(evaluate(expression, nothing)).toBe(value);
  });
});

suite('age in completed years and months', () => {
  const from = parameter('from', 'date');
  const to = parameter('to', 'date');
  it.each([
    ['2000-05-10', '2013-05-09', 12, 155],
    ['2000-05-10', '2013-05-10', 13, 156],
    ['2000-02-29', '2013-02-28', 12, 155],
    ['2000-02-29', '2013-03-01', 13, 156],
    ['2000-02-29', '2004-02-29', 4, 48],
    ['2013-12-31', '2014-01-01', 0, 0],
    ['2014-01-01', '2013-12-31', -1, -1],
    ['2013-01-31', '2013-03-01', 0, 1],
  ])('from %s to %s is %i years, %i months', (a, b, years, months) => {
    const situation = { facts: {}, parameters: { from: calendarDate(a), to: calendarDate(b) } };
    expect(evaluate(fullYears(from, to), situation)).toBe(years);
    expect(evaluate(fullMonths(from, to), situation)).toBe(months);
  });
});

suite('an expression', () => {
  const birth = and(equals(events.kind, 'birth'), atMost(events.event_date, parameter('periodEnd', 'date')));

  it('refuses a code that the column cannot hold', () => {
    expect(() => equals(events.kind, 'brith')).toThrow('"brith" is not a code of kind');
    expect(() => oneOf(events.sex, ['male', 'unknwon'])).toThrow('not a code');
  });

  it('says itself in both languages', () => {
    expect(describe(birth, vitalEvents)).toEqual({
      zh: '事件是出生，且发生日期不晚于期末（末日）',
      en: 'event is birth, and date of the event is not after the last day of the period',
    });
  });

  it('names the columns that it reads', () => {
    expect([...columnsOf(birth)]).toEqual(['kind', 'event_date']);
  });

  it('explains its value by the values of its parts', () => {
    const situation = {
      facts: { kind: 'birth', event_date: null },
      parameters: { periodEnd: calendarDate('2013-12-31') },
    };
    const why = explain(birth, situation);
    expect(why.value).toBeNull();
    expect(why.parts.map((part) => part.value)).toEqual([true, null]);
  });

  it('refuses to guess what it was not told', () => {
    expect(() => evaluate(birth, { facts: {} })).toThrow('nothing was said of "kind"');
    expect(() => toSql(birth)).toThrow('nothing was said of the parameter "periodEnd"');
  });

  it.each([
    ['a quote in a code', equals(events.village, "x' OR '1'='1"), "(village = 'x'' OR ''1''=''1')"],
    [
      'a date',
      moreThan(factsOf(populationSpells).to_date, calendarDate('2013-12-31')),
      "(to_date > DATE '2013-12-31')",
    ],
  ])('writes %s as a literal and nothing else', (_, expression, sql) => {
    expect(toSql(expression)).toBe(sql);
  });

  it.each([
    ['an impossible date', { kind: 'literal', type: 'date', value: '2013-02-30' }],
    ['text as a number', { kind: 'literal', type: 'integer', value: '1; DROP TABLE x' }],
    ['an unknown column', { kind: 'fact', type: 'code', name: 'kind; DROP TABLE x' }],
    [
      'a comparison of a code with a date',
      { kind: 'compare', type: 'boolean', comparison: '=', left: events.kind, right: events.event_date },
    ],
    ['an unknown parameter', { kind: 'parameter', type: 'date', name: 'now' }],
    ['an unknown kind', { kind: 'sql', type: 'boolean', text: 'true' }],
    ['a number', 7],
  ])('is not read from JSON with %s', (_, json) => {
    expect(parseExpression(json, { view: vitalEvents, parameters: { periodEnd: 'date' } })).toHaveProperty(
      'fault',
    );
  });

  it('is the same after a way through JSON', () => {
    fc.assert(
      fc.property(arbitraryExpression('boolean', 3), (expression) => {
        const json: unknown = JSON.parse(JSON.stringify(expression));
        expect(parseExpression(json, { view: testView, parameters: {} })).toEqual(expression);
      }),
    );
  });
});
