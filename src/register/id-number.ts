import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export { checkDigit, type IdNumber, type IdNumberFacts, parseIdNumber } from '../language/index.ts';

/** Secrets as keys: making one of raw bytes costs seven times as much as the digest itself. */
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(secret: Buffer): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, known);
  return known;
}

/** The directory's key for an identity number: keyed, so that the directory alone tells nothing. */
export const idDigest = (secret: Buffer, idNumber: string): string =>
  createHmac('sha256', keyOf(secret)).update(idNumber).digest('base64url');
