import { describe, expect, it } from 'vitest';
import { wordingIn } from '../messages.ts';
import { dueWords } from './due.tsx';
import { groupsOf, spoken } from './read-aloud.ts';

const today = '2026-11-27';
const working = (days: number) => ({ days, count: 'working' }) as const;

describe('what is left of a time limit, in words', () => {
  it.each([
    ['2026-12-02', working(3), '还有 3 个工作日', 'working days left: 3'],
    ['2026-12-02', { days: 5, count: 'calendar' } as const, '还有 5 天', 'days left: 5'],
    ['2026-11-27', working(0), '今天到期', 'due today'],
    ['2026-11-25', working(-2), '⚠ 逾期 2 个工作日', '⚠ late by working days: 2'],
    ['2026-11-22', working(0), '⚠ 已逾期', '⚠ late'],
    [null, null, '节假日尚未公布', 'holidays not announced yet'],
  ])('due %s, %o: %s', (due, left, zh, en) => {
    const props = { due, left, today, paused: false };
    expect([dueWords(props, wordingIn('zh')), dueWords(props, wordingIn('en'))]).toEqual([zh, en]);
  });

  it('says that the clock stands', () => {
    const props = { due: null, left: null, today, paused: true };
    expect(dueWords(props, wordingIn('zh'))).toBe('⏸ 计时暂停');
  });
});

it('a number is read out in groups, with the digit one that is not taken for seven', () => {
  const groups = groupsOf('20261127-048213-5');
  expect(groups).toEqual(['2026', '11', '27', '048', '213', '5']);
  expect(spoken(groups, 'zh')).toBe('二零二六，幺幺，二七，零四八，二幺三，五');
  expect(spoken(groups, 'en')).toBe('2 0 2 6 – 1 1 – 2 7 – 0 4 8 – 2 1 3 – 5');
});
