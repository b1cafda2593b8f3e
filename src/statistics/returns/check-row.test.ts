import { describe, expect, it } from 'vitest';
import { returnForms } from '../../../policy/returns/index.ts';
import { checkRow, compareWithLast } from './check-row.ts';

const form = (key: string) => {
  const found = returnForms.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const benefits = form('county-benefits');
const village = form('village-self-governance');
const zeros = Object.fromEntries(Object.keys(benefits.items).map((key) => [key, '0']));
const rated = { notice_columns: '1', self_governance: '1', qualified_or_better: '1', red_flag: '0' };

describe('a cell is read as people write numbers', () => {
  it.each([
    ['1,234', 1234],
    [' 12 ', 12],
    ['１２，３４５', 12_345],
    ['0', 0],
    ['3.0', 3],
  ])('%s is %d persons', (written, amount) => {
    const checked = checkRow(benefits, { ...zeros, cleft_surgeries: written });
    expect(checked.amounts?.['cleft_surgeries']).toBe(amount);
  });

  it.each([
    ['12.34', 1234],
    ['570000', 57_000_000],
    ['0.1', 10],
    ['129,377,300', 12_937_730_000],
  ])('%s yuan is %d fen', (written, fen) => {
    expect(checkRow(benefits, { ...zeros, benefit_paid: written }).amounts?.['benefit_paid']).toBe(fen);
  });
});

describe('a row is refused with column, reason and remedy', () => {
  it.each([
    ['letters', { cleft_surgeries: '十二' }, 'cleft_surgeries', '不是数字', '只填阿拉伯数字'],
    ['a negative number', { cleft_surgeries: '-3' }, 'cleft_surgeries', '负数', '请填 0 或正数'],
    ['a full-width negative', { cleft_surgeries: '－3' }, 'cleft_surgeries', '负数', '请填 0 或正数'],
    ['half a person', { cleft_surgeries: '1.5' }, 'cleft_surgeries', '不是整数', '请填整数'],
    ['an empty cell', { cleft_surgeries: ' ' }, 'cleft_surgeries', '未填写', '没有请填 0'],
    ['a third decimal of a yuan', { benefit_paid: '1.005' }, 'benefit_paid', '两位小数', '精确到分'],
    ['more than any county has', { cleft_surgeries: '9'.repeat(15) }, 'cleft_surgeries', '大于', '最多'],
    ['a column that is not in it', { nonsense: '1' }, 'nonsense', '没有这一列', '可填'],
    [
      'a total that is not the sum of its parts',
      { only_child_reward: '3', rural_reward: '2', benefit_recipients: '6' },
      'benefit_recipients',
      '应当：三项制度惠及人数合计是',
      '合计应等于三项人数之和',
    ],
    [
      'more served than entitled',
      { services_entitled: '3', services_received: '4' },
      'services_received',
      '不超过',
      '已享受人数不能多于应享受人数',
    ],
  ])('%s', (_, written, column, problem, remedy) => {
    const { amounts, problems } = checkRow(benefits, { ...zeros, ...written });
    expect(amounts).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.column).toBe(column);
    expect(problems[0]?.problem.zh).toContain(problem);
    expect(problems[0]?.remedy.zh).toContain(remedy);
  });

  it('yes or no is 1 or 0', () => {
    expect(checkRow(village, { ...rated, red_flag: '2' }).problems[0]?.remedy.en).toBe('at most 1');
  });

  it('a red-flag village counts as qualified too', () => {
    const { problems } = checkRow(village, { ...rated, qualified_or_better: '0', red_flag: '1' });
    expect(problems.map((one) => one.column)).toEqual(['red_flag']);
  });

  it('every wrong cell is named at once', () => {
    const { problems } = checkRow(village, { ...rated, notice_columns: 'a', red_flag: '-1' });
    expect(problems.map((one) => one.column)).toEqual(['notice_columns', 'red_flag']);
  });
});

describe('against the last period', () => {
  it.each([
    ['a rise within half is steady', 100, 150, 0],
    ['a rise beyond half is asked about', 100, 151, 1],
    ['a fall beyond half is asked about', 100, 49, 1],
    ['small numbers are left alone', 4, 19, 0],
    ['something where there was nothing is asked about', 0, 20, 1],
    ['the same is steady', 100, 100, 0],
  ])('%s', (_, last, now, asked) => {
    expect(compareWithLast(benefits, { cleft_surgeries: now }, { cleft_surgeries: last })).toHaveLength(
      asked,
    );
  });

  it('ratings of villages may change as they like', () => {
    expect(compareWithLast(village, { notice_columns: 90 }, { notice_columns: 1 })).toEqual([]);
  });
});
