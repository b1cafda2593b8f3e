import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

declare const sealedBrand: unique symbol;

/** A value that can be read with the keys of this installation alone: `version.base64url(nonce, text, tag)`. */
export type Sealed = string & { readonly [sealedBrand]: true };

/** Keys that live outside the database, by version; the newest seals, every one opens. */
export interface Keyring {
  readonly newest: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

/**
 * Encrypts single fields. `place` says where a value belongs (`person <id> idNumber`): copied anywhere else it does
 * not open. AES-256-GCM (NIST SP 800-38D) with random nonces of 96 bits.
 */
export interface FieldCipher {
  readonly seal: (value: string, place: string) => Sealed;
  readonly open: (sealed: Sealed, place: string) => string;
  /** Whether the value was sealed with the newest key. */
  readonly isCurrent: (sealed: Sealed) => boolean;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** One key for one use: a key that encrypts never keys a digest. */
const deriveKey = (root: Buffer, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `jiahu ${use}`, KEY)));

export function createFieldCipher(ring: Keyring, randomBytes: (length: number) => Buffer): FieldCipher {
  const keys = new Map(
    [...ring.keys].map(([version, root]) => [version, deriveKey(root, 'field encryption')]),
  );
  const keyOf = (version: number): KeyObject => {
    const key = keys.get(version);
    if (!key) throw new Error(`the keyring has no key ${String(version)}`);
    return key;
  };
  const prefix = `${String(ring.newest)}.`;
  return {
    seal: (value, place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, keyOf(ring.newest), nonce).setAAD(Buffer.from(place));
      const text = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return (prefix + text.toString('base64url')) as Sealed;
    },
    open: (sealed, place) => {
      const dot = sealed.indexOf('.');
      const text = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv(
        ALGORITHM,
        keyOf(Number(sealed.slice(0, dot))),
        text.subarray(0, NONCE),
      );
      decipher.setAAD(Buffer.from(place)).setAuthTag(text.subarray(-TAG));
      return decipher.update(text.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    },
    isCurrent: (sealed) => sealed.startsWith(prefix),
  };
}

/** Finds what was sealed without opening it: the same value has the same digest, under a key of its own. */
export type BlindIndex = (value: string) => string;

export function createBlindIndex(root: Buffer, use: string): BlindIndex {
  const key = deriveKey(root, `blind index of ${use}`);
  return (value) => createHmac('sha256', key).update(value).digest('base64url');
}
