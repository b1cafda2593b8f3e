import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../calendar-date.ts';
import { arbitraryExpression, arbitraryRow, testView } from './arbitrary.ts';
import {
  and,
  assume,
  atMost,
  evaluate,
  factsOf,
  integer,
  isNeverUnknown,
  simplify,
  truth,
  yearsAfter,
} from './index.ts';

const facts = factsOf(testView);

describe('an expression that is never unknown by its form', () => {
  it('has a value for everybody', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryExpression('boolean', 4), arbitraryRow, (expression, row) => {
        const simple = simplify(expression);
        if (!isNeverUnknown(simple) || simple.kind === 'literal') return;
        seen += 1;
        try {
          expect(evaluate(simple, { facts: row })).not.toBeNull();
        } catch (error) {
          if (!String(error).includes('larger')) throw error;
        }
      }),
      { numRuns: 2000 },
    );
    expect(seen).toBeGreaterThan(20);
  }, 60_000);
});

describe('an expression of which some facts are assumed', () => {
  it('says of whoever they are true of what it said', () => {
    fc.assert(
      fc.property(arbitraryExpression('boolean', 4), arbitraryRow, (expression, row) => {
        const assumed = { i1: null, d1: row['d1'] ?? null };
        const facts_ = { ...row, ...assumed };
        try {
          const value = evaluate(expression, { facts: facts_ });
          expect(evaluate(simplify(assume(expression, assumed)), { facts: row })).toEqual(value);
        } catch (error) {
          if (!String(error).includes('larger')) throw error;
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('a simplified expression', () => {
  it('says the same of everybody', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom('boolean', 'integer', 'code', 'date')
          .chain((type) => arbitraryExpression(type as 'boolean', 4)),
        arbitraryRow,
        (expression, row) => {
          const ask = (one: typeof expression) => {
            try {
              return evaluate(one, { facts: row });
            } catch {
              return 'too large';
            }
          };
          const value = ask(expression);
          if (value !== 'too large') expect(ask(simplify(expression))).toEqual(value);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it.each([
    ['an age by the end of the year', '2025-12-31', 60, '1965-12-31'],
    ['somebody born on a leap day', '2024-02-29', 60, '1964-02-29'],
    ['a common year', '2025-02-28', 60, '1965-02-28'],
  ])('asks for a birth until the last that completes the years (%s)', (_, day, years, last) => {
    const asked = and(truth(true), atMost(yearsAfter(facts.d1, integer(years)), calendarDate(day)));
    const simple = simplify(asked);
    const met = (born: CalendarDate) => evaluate(simple, { facts: { d1: born } });
    expect(simple).toMatchObject({ kind: 'compare', left: { name: 'd1' }, right: { kind: 'literal' } });
    expect(met(calendarDate(last))).toBe(true);
    expect(met(addDays(calendarDate(last), 1))).toBe(false);
  });
});
