import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlindIndex, createFieldCipher, type Keyring, type Sealed } from './field-cipher.ts';

const ringOf = (...versions: number[]): Keyring => ({
  newest: Math.max(...versions),
  keys: new Map(versions.map((version) => [version, Buffer.alloc(32, version)])),
});
const cipher = createFieldCipher(ringOf(1), randomBytes);
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('a sealed field', () => {
  it('opens to what was sealed, in its own place', () => {
    fc.assert(
      fc.property(anyText, anyText, (value, place) => {
        expect(cipher.open(cipher.seal(value, place), place)).toBe(value);
      }),
    );
  });

  it('opens in no other place', () => {
    const sealed = cipher.seal('510790199002010024', 'person a idNumber');
    expect(() => cipher.open(sealed, 'person b idNumber')).toThrow();
  });

  it('is refused when any byte of it was changed', () => {
    const sealed = cipher.seal('510790199002010024', 'place');
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    for (const [index, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[index] = byte ^ 1;
      expect(() => cipher.open(`1.${changed.toString('base64url')}` as Sealed, 'place')).toThrow();
    }
  });

  it('looks different each time', () => {
    expect(cipher.seal('x', 'place')).not.toBe(cipher.seal('x', 'place'));
  });

  it('of an older key still opens, and is known to be older', () => {
    const sealed = cipher.seal('x', 'place');
    const newer = createFieldCipher(ringOf(1, 2), randomBytes);
    expect(newer.open(sealed, 'place')).toBe('x');
    expect([newer.isCurrent(sealed), newer.isCurrent(newer.seal('x', 'place'))]).toEqual([false, true]);
    expect(() => createFieldCipher(ringOf(2), randomBytes).open(sealed, 'place')).toThrow('no key 1');
  });
});

describe('a blind index', () => {
  it('finds the same value, for one use and one key alone', () => {
    const root = Buffer.alloc(32, 1);
    const phones = createBlindIndex(root, 'phones');
    expect(phones('13800000000')).toBe(phones('13800000000'));
    expect(phones('13800000000')).not.toBe(createBlindIndex(root, 'addresses')('13800000000'));
    expect(phones('13800000000')).not.toBe(createBlindIndex(Buffer.alloc(32, 2), 'phones')('13800000000'));
  });
});
