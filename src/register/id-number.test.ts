import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, parseIdNumber } from './id-number.ts';

// 5107 90 is assigned to no county: these numbers can belong to nobody.
const male = `51079019800229001${checkDigit('51079019800229001')}`;
const female = `51079019991231042${checkDigit('51079019991231042')}`;

describe('an identity number (GB 11643)', () => {
  it.each([
    ['tells sex and birth date of a man', male, 'male', '1980-02-29'],
    ['tells sex and birth date of a woman', female, 'female', '1999-12-31'],
    [
      'may be typed with spaces',
      `${male.slice(0, 6)} ${male.slice(6, 14)} ${male.slice(14)}`,
      'male',
      '1980-02-29',
    ],
    [
      'may be typed in full-width digits',
      male.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
      'male',
      '1980-02-29',
    ],
    ['may end in a small x', male.toLowerCase(), 'male', '1980-02-29'],
  ])('%s', (_, typed, sex, birthDate) => {
    expect(parseIdNumber(typed)).toMatchObject({ sex, birthDate });
  });

  it.each([
    ['130503670401001', '130503196704010016'],
    ['510702121231998', `51070218121231998${checkDigit('51070218121231998')}`],
  ])('of 15 digits %s is the one of 18 that replaced it', (old, now) => {
    expect(parseIdNumber(old)?.idNumber).toBe(now);
  });

  it.each([
    ['with 17 digits', male.slice(0, 17)],
    ['with letters', `${male.slice(0, 10)}A${male.slice(11)}`],
    ['of 30 February', `51079019800230001${checkDigit('51079019800230001')}`],
    ['that begins with 0', `0${male.slice(1)}`],
    ['that is empty', ''],
  ])('is refused %s', (_, typed) => {
    expect(parseIdNumber(typed)).toBeNull();
  });

  it('is refused when any one digit is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const wrong = String((Number(male[place]) + shift) % 10);
        expect(parseIdNumber(male.slice(0, place) + wrong + male.slice(place + 1))).toBeNull();
      }),
    );
  });
});
