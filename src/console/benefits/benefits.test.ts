import { describe, expect, it } from 'vitest';
import { ApiError } from '../api.ts';
import { wordingIn } from '../messages.ts';
import { batchTasks } from './batch-tasks.tsx';
import { fenOf, monthOf, placeWords, plainWords, readYuan, variantWords, yuan } from './words.ts';

const zh = wordingIn('zh');

describe('money', () => {
  it.each([
    ['960', 96_000],
    ['1,080.5', 108_050],
    ['0.01', 1],
    ['19.99', 1999],
    [' 5 ', 500],
    ['1.234', null],
    ['-1', null],
    ['三千', null],
    ['', null],
  ])('typed as “%s” is %s fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  it('is shown in yuan with both decimals, and nothing as —', () => {
    expect([yuan(617_800_001, 'zh'), yuan(0, 'en'), yuan(null, 'zh')]).toEqual(['6,178,000.01', '0.00', '—']);
  });

  it('that cannot be read is told beside its question', () => {
    expect(() => readYuan('x', 'amount', zh)).toThrow(ApiError);
  });
});

it('facts, states and variants are read in words; what is not known stands for itself', () => {
  expect([plainWords(true, zh), plainWords(null, zh), plainWords(1234, zh)]).toEqual(['是', '—', '1,234']);
  expect([placeWords('active', zh), variantWords('loss', zh), variantWords('x', zh)]).toEqual([
    '享受中',
    '独生子女死亡',
    'x',
  ]);
  expect(monthOf('2026-03-01')).toBe('2026-03');
});

describe('what can be done with a list', () => {
  const batch = {
    batchId: '',
    number: '',
    programme: '',
    year: 2026,
    quarter: 1,
    area: '',
    lines: 0,
    fen: 0,
    createdBy: 'maker',
    approvedBy: null,
    exportedBy: null,
    sums: { approvedFen: 0, paidFen: 0, failedFen: 0, waitingFen: 0, paid: 0, failed: 0, waiting: 0 },
    rates: [],
    rows: [],
  };
  const keys = (state: string, name: string, permissions: readonly string[]) => {
    const session = { name, permissions, role: '', area: '', purpose: '', offlineKeys: [] };
    const of = { batch: { ...batch, state }, wording: zh, done: () => Promise.resolve() };
    return batchTasks(of, session).map(({ key }) => key);
  };
  const [pays, approves] = ['benefits:pay', 'benefits:approve'];

  it.each([
    ['draft', 'maker', [pays, approves], ['cancel']],
    ['draft', 'other', [approves], ['approve', 'cancel']],
    ['draft', 'reader', [], []],
    ['approved', 'maker', [pays], ['export']],
    ['approved', 'other', [approves], []],
    ['exported', 'maker', [pays], ['export', 'return', 'reconcile']],
    ['cancelled', 'maker', [pays], []],
  ] as const)('that is %s, by %s with %j: %j', (state, name, permissions, possible) => {
    expect(keys(state, name, permissions)).toEqual(possible);
  });
});
