import { describe, expect, it } from 'vitest';
import { returnForms } from '../../../policy/returns/index.ts';
import { readReturnFile } from './read-file.ts';

const village = returnForms[0];
if (!village) throw new Error('no return');

describe('a file of returns', () => {
  it('is read by keys or by labels, with a byte order mark, quotes and a name that is not needed', () => {
    const csv =
      '\uFEFF地区代码,地区名称,新建和巩固的公开栏,self_governance,"rated qualified or better (yes = 1)",评为红旗村（是=1）,说明\r\n510703001003,"某村,甲","1,000",1,1,0,\r\n510703001004,某村乙,1,1,1,0,新增\r\n';
    expect(readReturnFile(village, csv)).toEqual([
      {
        area: '510703001003',
        amounts: { notice_columns: '1,000', self_governance: '1', qualified_or_better: '1', red_flag: '0' },
        explanation: null,
      },
      {
        area: '510703001004',
        amounts: { notice_columns: '1', self_governance: '1', qualified_or_better: '1', red_flag: '0' },
        explanation: '新增',
      },
    ]);
  });

  it('keeps a heading that nobody knows, so that the row is refused and not silently cut', () => {
    const [row] = readReturnFile(village, 'area,notice_colums\n510703001003,1\n');
    expect(row?.amounts).toEqual({ notice_colums: '1' });
  });

  it.each([
    ['nothing but headings', 'area,notice_columns\n'],
    ['no column of areas', 'notice_columns\n1\n'],
    ['an open quote', 'area,notice_columns\n"510703001003,1\n'],
  ])('%s is refused with the remedy', (_, csv) => {
    expect(() => readReturnFile(village, csv)).toThrow();
  });
});
