import { describe, expect, it } from 'vitest';
import { asCsv, asTable } from './print-rows.ts';

describe('rows on a terminal', () => {
  it('stand in columns although Chinese characters are twice as wide', () => {
    expect(
      asTable([
        { area: '绵阳市', births: 500 },
        { area: 'x', births: 7 },
      ]),
    ).toBe(['area    births', '绵阳市     500', 'x            7'].join('\n'));
  });
});

describe('rows as CSV', () => {
  it.each([
    ['a formula is text', '=1+1', "'=1+1"],
    ['a negative number stays a number', '-5', '-5'],
    ['a comma is quoted', 'a,b', '"a,b"'],
    ['a quote is doubled', 'a"b', '"a""b"'],
    ['nothing is empty', null, ''],
  ])('%s', (_, cell, written) => {
    expect(asCsv([{ cell }])).toBe(`cell\r\n${written}`);
  });
});
