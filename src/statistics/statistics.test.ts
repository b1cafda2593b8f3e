import { describe, expect, it } from 'vitest';
import { indicators } from '../../policy/indicators/index.ts';
import { computeIndicator } from './compute-indicator.ts';
import { suppressedCells } from './suppress.ts';

const indicator = (key: string) => {
  const found = indicators.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('an indicator is exact until it is rounded once', () => {
  it.each([
    [
      'natural_increase_rate',
      { births: 534, deaths: 427, population_start: 54_383, population_end: 54_500 },
      107,
      54_441.5,
      1.97,
    ],
    [
      'natural_increase_rate',
      { births: 1, deaths: 2, population_start: 1000, population_end: 1000 },
      -1,
      1000,
      -1,
    ],
    ['natural_increase_rate', { births: 5, deaths: 5, population_start: 10, population_end: 10 }, 0, 10, 0],
    ['natural_increase_rate', { births: 0, deaths: 0, population_start: 0, population_end: 0 }, 0, 0, null],
    // 1.005 is not representable in binary: a rounding through floats would give 1.00.
    ['sex_ratio_at_birth', { births_male: 201, births_female: 20_000 }, 201, 20_000, 1.01],
    ['sex_ratio_at_birth', { births_male: 278, births_female: 256 }, 278, 256, 108.59],
    ['sex_ratio_at_birth', { births_male: 3, births_female: 0 }, 3, 0, null],
    ['average_population', { population_start: 3, population_end: 4 }, 3.5, null, 3.5],
    ['births', { births: 534 }, 534, null, 534],
    ['births', {}, 0, null, 0],
  ] as const)('%s of %o', (key, counts, numerator, denominator, value) => {
    expect(computeIndicator(indicator(key), new Map(Object.entries(counts)))).toEqual({
      numerator,
      denominator,
      value,
    });
  });
});

describe('small counts are withheld', () => {
  const cells = (...counts: readonly (readonly number[])[]) => counts.map((one) => ({ counts: one }));
  it.each([
    ['none is small', cells([10], [20], [30]), [false, false, false]],
    ['nought is not small', cells([0], [20]), [false, false]],
    ['four is, five is not', cells([4], [5], [9], [2]), [true, false, false, true]],
    ['one alone takes the next smallest with it', cells([3], [50], [20]), [true, false, true]],
    ['a small denominator withholds too', cells([100, 3], [7, 9], [8, 2]), [true, false, true]],
    ['of two cells both go', cells([3], [50]), [true, true]],
    ['noughts do not hide anybody', cells([3], [0], [9]), [true, false, true]],
  ])('%s', (_, table, withheld) => {
    expect(suppressedCells(table)).toEqual(withheld);
  });
});
