import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';

declare const idNumberBrand: unique symbol;

/** An 18-digit citizen identity number with a right check digit (GB 11643-1999). */
export type IdNumber = string & { readonly [idNumberBrand]: true };

const SHAPE = /^[1-9]\d{16}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The check digit of the first 17 digits: ISO 7064 MOD 11-2 as GB 11643 prescribes. */
export function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

export interface IdNumberFacts {
  readonly idNumber: IdNumber;
  readonly birthDate: CalendarDate;
  readonly sex: 'male' | 'female';
}

const toHalfWidth = (value: string) =>
  value.replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Cards of the first generation: two digits of the year, no check digit. */
const FIRST_GENERATION = /^[1-9]\d{14}$/;
/** Those sequence numbers were kept for people born before 1900. */
const CENTENARIAN = /99[6-9]$/;

function fromFirstGeneration(digits: string): string {
  const century = CENTENARIAN.test(digits) ? '18' : '19';
  const seventeen = digits.slice(0, 6) + century + digits.slice(6);
  return seventeen + checkDigit(seventeen);
}

/**
 * Reads a number as people type it (spaces, full-width digits, lower-case x); one of 15 digits becomes the one of 18
 * that replaced it. Null when it cannot be one.
 */
export function parseIdNumber(value: string): IdNumberFacts | null {
  const typed = toHalfWidth(value).replace(/[\s-]/g, '').toUpperCase();
  const digits = FIRST_GENERATION.test(typed) ? fromFirstGeneration(typed) : typed;
  if (!SHAPE.test(digits) || checkDigit(digits) !== digits[17]) return null;
  const birthDate = parseCalendarDate(
    `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`,
  );
  if (!birthDate) return null;
  const sex = Number(digits[16]) % 2 === 1 ? 'male' : 'female';
  return { idNumber: digits as IdNumber, birthDate, sex };
}

/** An identity number as people type it, with the day of birth and the sex that it says. */
export const idNumberInput = z
  .string()
  .transform((value, context): IdNumberFacts => {
    const facts = parseIdNumber(value);
    if (facts) return facts;
    context.addIssue({
      code: 'custom',
      message: 'not an identity number: check the 18 digits, the last one follows from the others',
    });
    return z.NEVER;
  })
  .meta({ description: '18 digits with the check digit of GB 11643-1999, or the 15 digits used before' });
