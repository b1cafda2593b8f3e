import { describe, expect, it } from 'vitest';
import { kindsOf, tidyDocument } from './documents.ts';
import { checkDigit, parseIdNumber } from './id-number.ts';

describe('documents of people without a citizen number', () => {
  it.each([
    ['H12345678', ['hk-macao-permit']],
    ['m1234567890', ['hk-macao-permit']],
    ['01234567', ['taiwan-permit']],
    ['0123456789', ['taiwan-permit']],
    ['USA123456789012', ['foreign-residence', 'passport']],
    ['GBR 123-456-789', ['passport']],
    ['Ｐ510123456', ['birth-certificate']],
    ['12', []],
    ['', []],
  ])('%s could be of %j', (typed, kinds) => {
    expect(kindsOf(tidyDocument(typed))).toEqual(kinds);
  });

  it.each([
    ['a resident from Hong Kong', '81000019900201002'],
    ['a resident from Macao', '82000019900201002'],
    ['a resident from Taiwan', '83000019900201002'],
    ['a foreigner with permanent residence', '95184019900201002'],
  ])('the 18 digits of %s are read as an identity number', (_, seventeen) => {
    expect(parseIdNumber(seventeen + checkDigit(seventeen))).toMatchObject({
      birthDate: '1990-02-01',
      sex: 'female',
    });
  });
});
