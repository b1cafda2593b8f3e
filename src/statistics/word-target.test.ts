import { describe, expect, it } from 'vitest';
import { wordTarget } from './word-target.ts';

describe('a result is worded against its target as such reports do', () => {
  it.each([
    [
      90.46,
      'at least',
      85,
      'percent',
      2,
      5.46,
      '超过目标 5.46 个百分点',
      'above the target by 5.46 percentage points',
    ],
    [
      1.96,
      'at most',
      3,
      'per mille',
      2,
      1.04,
      '控制在目标以内，低 1.04 个千分点',
      'within the target by 1.04 per-mille points',
    ],
    [
      3.2,
      'at most',
      3,
      'per mille',
      2,
      -0.2,
      '超出控制目标 0.20 个千分点',
      'above the limit by 0.20 per-mille points',
    ],
    [
      109.37,
      'at most',
      110,
      'boys per 100 girls',
      2,
      0.63,
      '控制在目标以内，低 0.63',
      'within the target by 0.63 boys per 100 girls',
    ],
    [
      84,
      'at least',
      85,
      'percent',
      2,
      -1,
      '未达到目标，差 1.00 个百分点',
      'short of the target by 1.00 percentage points',
    ],
    [85, 'at least', 85, 'percent', 2, 0, '与目标持平', 'exactly on target'],
    [119, 'at least', 100, 'persons', 0, 19, '超过目标 19.0%', 'above the target by 19.0 % of the target'],
  ] as const)('%d, %s %d %s', (value, sense, target, unit, decimals, amount, zh, en) => {
    const worded = wordTarget({ value, target: { value: target, sense }, unit, decimals });
    expect(worded.amount).toBe(amount);
    expect(worded.text).toEqual({ zh, en });
  });
});
