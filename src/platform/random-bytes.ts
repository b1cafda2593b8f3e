import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 16_384;

/**
 * Random bytes of the operating system's generator, fetched many at once: asking it for a dozen bytes at a time costs
 * ten times as much. Every byte is given out once.
 */
export function createRandomBytes(): (length: number) => Buffer {
  let pool = Buffer.alloc(0);
  return (length) => {
    if (length > POOL_BYTES) return randomFillSync(Buffer.alloc(length));
    if (pool.length < length) pool = randomFillSync(Buffer.alloc(POOL_BYTES));
    const given = pool.subarray(0, length);
    pool = pool.subarray(length);
    return given;
  };
}
