import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { readSpreadsheet, writeSpreadsheet } from './spreadsheet.ts';

const formulas = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'];
const awkward = ['赵"一",二', '510703199002010024', '𠮷𠮷', '买买提·艾力', ' a', '-5', '1.50'];

describe('files of rows', () => {
  it.each(['csv', 'xlsx'] as const)('%s comes back as it was written', async (format) => {
    const rows = [['甲', '乙'], ...[...formulas.slice(0, 4), ...awkward].map((cell) => [cell.trim(), 'x'])];
    expect(await readSpreadsheet(await writeSpreadsheet(rows, format))).toEqual(rows);
  });

  it('marks what a spreadsheet would run, and leaves numbers alone', async () => {
    const csv = (await writeSpreadsheet([formulas, ['-5', '+3']], 'csv')).toString('utf8').slice(1);
    const [marked = '', plain] = csv.split('\r\n');
    expect(marked.split(',').slice(0, 4)).toEqual(["'=1+1", "'+cmd|x", "'-2+3", "'@SUM(A1)"]);
    expect(plain).toBe('-5,+3');
  });

  it('never writes a cell that begins as a formula does', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (cell) => {
        const csv = (await writeSpreadsheet([[cell]], 'csv')).toString('utf8').slice(1).replace(/^"/, '');
        const runs = /^[=+\-@\t\r]/.test(csv) && Number.isNaN(Number(csv));
        expect(runs).toBe(false);
      }),
      { numRuns: 200 },
    ));

  it('reads CSV that was saved in GB 18030', async () => {
    // 姓名,张三 in GBK
    const file = Buffer.from('d0d5c3fb0ad5c5c8fd', 'hex');
    expect(await readSpreadsheet(file)).toEqual([['姓名'], ['张三']]);
  });

  it.each([
    ['a broken workbook', Buffer.from('PK rubbish')],
    ['a quote that never ends', Buffer.from('a,b\n"x,y\nz')],
  ])('answers %s with one clear sentence', async (_, file) => {
    const error = await readSpreadsheet(file).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ details: { code: 'invalid_input' } });
  });
});
