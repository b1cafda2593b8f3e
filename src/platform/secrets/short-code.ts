/** Digits and capitals without those that are taken for one another. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/** Eight characters of 32 from a keyed digest: forty bits, out of reach for the few guesses that are allowed. */
export const shortCode = (digest: string): string =>
  Array.from(Buffer.from(digest, 'base64url').subarray(0, CODE_LENGTH), (byte) =>
    CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length),
  ).join('');

/** A code as people type it: small letters, spaces, dashes; the letters O and I for 0 and 1 never occur. */
export const readCode = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
