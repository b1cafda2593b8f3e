import { expect, it } from 'vitest';
import { readPercentage } from './read-percentage.ts';

it.each([
  ['households', 3901, 205, 1903, 1279],
  ['bases', 547, 202, 271, 181],
])('"over the target by P %%" of %s has two readings', (key, value, claimedPercent, achieved, exceeded) => {
  const readings = readPercentage({ key, year: 2013, value, relation: '=', claimedPercent });
  expect(readings.map((one) => one.impliedTarget)).toEqual([achieved, exceeded]);
});

it('a plain figure has none', () => {
  expect(readPercentage({ key: 'x', year: 2013, value: 5, relation: '=' })).toEqual([]);
});
