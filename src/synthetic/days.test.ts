import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../language/index.ts';
import { createDateTable, DATE_LENGTH, dateOffset, yearOf, yearStart } from './days.ts';

const table = createDateTable();
const days = fc.integer({ min: yearStart(1900), max: yearStart(2031) - 1 });

describe('days as numbers', () => {
  it('are written in the table as the calendar writes them', () => {
    fc.assert(
      fc.property(days, (day) => {
        const text = Buffer.from(table).toString('latin1', dateOffset(day), dateOffset(day) + DATE_LENGTH);
        expect(text).toBe(fromDayNumber(day));
      }),
    );
  });

  it('lie in the year that the calendar says', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(String(yearOf(day))).toBe(fromDayNumber(day).slice(0, 4));
      }),
    );
  });
});
