import { describe, expect, it } from 'vitest';
import { programmeOf } from '../../policy/programmes/index.ts';
import { calendarDate, type Programme } from '../language/index.ts';
import { ratesOf } from './payment-rates.ts';

const found = (key: string): Programme => {
  const one = programmeOf(key);
  if (!one) throw new Error(key);
  return one;
};
const day = calendarDate;
const price = (programme: Programme, [since, through]: readonly [string, string], rest: object = {}) =>
  ratesOf({ programme, through: day(through), knownAt: day('2026-06-30'), entered: [], ...rest }, [
    { place: '510703001', variant: 'disability', since: day(since) },
  ]);

describe('what a list pays with', () => {
  it('is the rate of each month, across years', () => {
    const rates = price(found('special-support'), ['2013-12-01', '2014-01-01']);
    expect(rates.map(({ first, fen }) => [first, fen])).toEqual([
      ['2013-12-01', 11_000],
      ['2014-01-01', 15_000],
    ]);
  });

  it('is an error where nothing is said of a month: never the last rate that is known', () => {
    const programme = found('special-support');
    const parameters = programme.parameters.map((one) => ({
      ...one,
      values: one.values.filter(({ from }) => from !== '2014-01-01'),
    }));
    expect(() => price({ ...programme, parameters }, ['2013-12-01', '2014-01-01'])).toThrow('2014-01');
  });

  it('is not what was published later than the list was made', () => {
    const known = { knownAt: day('2013-06-30') };
    expect(() => price(found('special-support'), ['2014-01-01', '2014-01-01'], known)).toThrow('2014-01');
  });
});
