import { z } from 'zod';

export const toHalfWidth = (value: string) =>
  value.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const PHONE = /^(1\d{10}|0\d{9,11}|\d{7,8})$/;

/** A phone number as people type it (spaces, dashes, +86), its digits alone; null when it cannot be one. */
export function parsePhone(value: string): string | null {
  const digits = toHalfWidth(value)
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '');
  return PHONE.test(digits) ? digits : null;
}

/** A phone number as people type it. */
export const phoneInput = z
  .string()
  .transform((value, context): string => {
    const phone = parsePhone(value);
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: 'not a phone number: write its digits, with the area code' });
    return z.NEVER;
  })
  .meta({ description: 'a mobile number, or a fixed one with its area code' });
