import { expect, it } from 'vitest';
import { areaCode } from '../../language/index.ts';
import { nextApprover } from './approve.ts';

it.each([
  ['a village, just reported', '510703001003', 'submitted', null, 'township'],
  ['a village, approved by its township', '510703001003', 'approved', 'township', 'county'],
  ['a village, approved by its county', '510703001003', 'approved', 'county', 'city'],
  ['a village, approved by the city', '510703001003', 'approved', 'city', null],
  ['a township, just reported', '510703001', 'submitted', null, 'county'],
  ['a county, just reported', '510703', 'submitted', null, 'city'],
  ['the city itself', '5107', 'submitted', null, 'city'],
  ['a village, sent back', '510703001003', 'sent_back', null, null],
] as const)('%s: it is the turn of %s', (_, area, state, approvedLevel, level) => {
  expect(nextApprover({ area: areaCode(area), state, approvedLevel })).toBe(level);
});
