import type { CalendarDate } from '../language/index.ts';

const DRAWN = 6;

/** ISO 7064 MOD 11,10: one digit that shows a mistyped number. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

const grouped = (digits: string) => `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(14)}`;

/** The number of a day and a draw of up to six digits: `20261127-048213-5`. */
export function caseNumberOf(day: CalendarDate, drawn: number): string {
  const digits = day.replaceAll('-', '') + String(drawn % 10 ** DRAWN).padStart(DRAWN, '0');
  return grouped(digits + checkDigit(digits));
}

/** A number that can be read over the telephone and tells nothing but the day. */
export const newCaseNumber = (day: CalendarDate, randomBytes: (length: number) => Buffer): string =>
  caseNumberOf(day, randomBytes(4).readUInt32BE(0));

/** A number as people type it; null when it cannot be one. */
export function readCaseNumber(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{15}$/.test(digits) || checkDigit(digits.slice(0, 14)) !== digits[14]) return null;
  return grouped(digits);
}
