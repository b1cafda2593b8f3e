import {
  CODE_ALPHABET,
  createBlindIndex,
  type FieldCipher,
  readCode,
  type Sealed,
  shortCode,
} from '../platform/index.ts';

/** What opens what is sealed in cases, and makes the codes by which people without an account reach their own. */
export interface CaseVault {
  /** `place` says where a value belongs: `case <id> <question>`; it opens nowhere else. */
  readonly seal: (place: string, clear: string) => Sealed;
  readonly open: (place: string, sealed: Sealed) => string;
  readonly numberDigest: (number: string) => string;
  readonly phoneDigest: (phone: string) => string;
  readonly draftDigest: (token: string) => string;
  /** The second factor beside the number: follows from the case, so that it is kept nowhere. */
  readonly queryCode: (caseId: string) => string;
  /** Opens the question how it went, without signing in. */
  readonly ratingToken: (caseId: string) => string;
  /** The check code on a certificate. */
  readonly certificateCode: (certificateNumber: string) => string;
}

export { readCode };

export function createCaseVault(cipher: FieldCipher, secret: Buffer): CaseVault {
  const queryCodes = createBlindIndex(secret, 'query codes of cases');
  const certificates = createBlindIndex(secret, 'check codes of certificates');
  return {
    seal: (place, clear) => cipher.seal(clear, place),
    open: (place, sealed) => cipher.open(sealed, place),
    numberDigest: createBlindIndex(secret, 'case numbers'),
    phoneDigest: createBlindIndex(secret, 'phones of applicants'),
    draftDigest: createBlindIndex(secret, 'drafts of forms'),
    queryCode: (caseId) => shortCode(queryCodes(caseId)),
    ratingToken: createBlindIndex(secret, 'ratings of cases'),
    certificateCode: (number) => shortCode(certificates(number)),
  };
}

/** A token that only whoever began a form has: 80 bits in groups of four, to be noted and typed elsewhere. */
export const newDraftToken = (randomBytes: (length: number) => Buffer): string =>
  (
    Array.from(randomBytes(16), (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-');
