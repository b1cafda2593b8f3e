import { describe, expect, it } from 'vitest';
import { createRandomBytes } from './random-bytes.ts';

describe('random bytes out of a pool', () => {
  const randomBytes = createRandomBytes();

  it.each([0, 1, 12, 32, 16_384, 40_000])('gives %d bytes', (length) => {
    expect(randomBytes(length)).toHaveLength(length);
  });

  it('gives no bytes twice, nor changes those it gave', () => {
    const given = Array.from({ length: 5000 }, () => randomBytes(16));
    const words = given.map((one) => one.toString('hex'));
    expect(new Set(words).size).toBe(5000);
    for (let more = 0; more < 5000; more += 1) randomBytes(16);
    expect(given.map((one) => one.toString('hex'))).toEqual(words);
  });
});
