import { expect, it } from 'vitest';
import { indicators } from '../../policy/indicators/index.ts';
import { areaCode, type Target, text } from '../language/index.ts';
import { targetOf } from './target-of.ts';

const indicator = indicators.find((one) => one.key === 'natural_increase_rate');
if (!indicator) throw new Error('no indicator');
const target = (area: string, value: number, holdsBelow: boolean): Target => ({
  indicator: 'natural_increase_rate',
  area: areaCode(area),
  year: 2013,
  value,
  sense: 'at most',
  holdsBelow,
  source: text('', ''),
});
const targets = [target('5107', 3, true), target('510703', 2, false)];

it.each([
  ['the city', '5107', 2013, 3],
  ['a county with a target of its own', '510703', 2013, 2],
  ['a county without one', '510704', 2013, 3],
  ['a township below a target that does not hold below', '510703001', 2013, 3],
  ['another year', '5107', 2014, undefined],
])('%s', (_, area, year, value) => {
  expect(targetOf(targets, indicator, { area: areaCode(area), year })?.value).toBe(value);
});
