import { createBlindIndex, type FieldCipher, type Sealed } from '../platform/index.ts';
import type { DocumentKind } from './documents.ts';
import { idDigest } from './id-number.ts';

/** Attributes that stand sealed in the database and masked on every screen. */
export const sealedKeys = ['idNumber', 'documentNumber', 'phone', 'address'] as const;
export type SealedKey = (typeof sealedKeys)[number];

/** What opens and finds sealed attributes: keys that the database does not have. */
export interface Vault {
  readonly seal: (personId: string, key: SealedKey, clear: string) => Sealed;
  readonly open: (personId: string, key: SealedKey, sealed: Sealed) => string;
  readonly idDigest: (idNumber: string) => string;
  /** Of a document of another kind, `passport`: one number may stand on two kinds. */
  readonly documentDigest: (kind: DocumentKind, number: string) => string;
  readonly phoneDigest: (phone: string) => string;
  readonly addressDigest: (token: string) => string;
  /** By which a row of a file that was taken in is known again. */
  readonly rowDigest: (row: string) => string;
}

/** Where a value belongs: it opens nowhere else. */
export const placeOf = (personId: string, key: string) => `person ${personId} ${key}`;

export const createVault = (cipher: FieldCipher, secret: Buffer): Vault => ({
  seal: (personId, key, clear) => cipher.seal(clear, placeOf(personId, key)),
  open: (personId, key, sealed) => cipher.open(sealed, placeOf(personId, key)),
  idDigest: (idNumber) => idDigest(secret, idNumber),
  documentDigest: (kind, number) => idDigest(secret, `${kind} ${number}`),
  phoneDigest: createBlindIndex(secret, 'phones'),
  addressDigest: createBlindIndex(secret, 'addresses'),
  rowDigest: createBlindIndex(secret, 'import rows'),
});
