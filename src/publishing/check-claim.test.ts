import { describe, expect, it } from 'vitest';
import { claimSupported } from './check-claim.ts';

describe('a published claim is supported', () => {
  it.each([
    [1.96, '=', 1.96, 2, true],
    [1.97, '=', 1.96, 2, false],
    [108.6, '<=', 110, 2, true],
    [110.01, '<=', 110, 2, false],
    [570_001, '>=', 570_000, 0, true],
    [569_999, '>=', 570_000, 0, false],
    [81_900, '~', 78_000, 0, true],
    [81_901, '~', 78_000, 0, false],
    ['suppressed', '=', 4, 0, null],
    [null, '=', 4, 0, null],
  ] as const)('%s %s %d', (value, relation, published, decimals, supported) => {
    expect(claimSupported(value, { key: 'x', year: 2013, value: published, relation }, decimals)).toBe(
      supported,
    );
  });

  it('cannot be said of a figure that was never published', () => {
    expect(claimSupported(7, undefined, 0)).toBeNull();
  });
});
