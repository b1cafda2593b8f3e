import { describe, expect, it } from 'vitest';
import { runsOf } from './fonts.ts';
import { writePdf } from './write-pdf.ts';

describe('characters of names on paper', () => {
  it.each(['䶮', '㐂', '𠮷', '·', '龘', '𬱖', '㛃'])('%s is in one of the fonts', (character) => {
    expect(runsOf(character).map((run) => run.text)).toEqual([character]);
  });

  it('changes the font within a name, and back', () => {
    expect(runsOf('王𠮷明').map((run) => run.font)).toEqual(['NotoSansSC', 'NotoSansJP', 'NotoSansSC']);
  });

  it('writes one that no font has by its code', () => {
    expect(runsOf('王\u{31000}')).toEqual([{ text: '王〔U+31000〕', font: 'NotoSansSC' }]);
  });
});

describe('a document as PDF', () => {
  const section = { heading: '基本情况', headed: false, rows: [['姓名', '欧阳娜娜 𠮷·䶮']] };

  it('is a PDF with its Chinese font in it, small because only used characters are', async () => {
    const pdf = await writePdf({ title: '个人档案', note: '虚构', sections: [section] });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('NotoSansSC');
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('leaves out a part without rows, and goes on over pages', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [String(index), '迁移']);
    const pdf = await writePdf({
      title: 'x',
      note: '',
      sections: [
        { heading: '空', headed: true, rows: [] },
        { heading: '多', headed: true, rows },
      ],
    });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
  });
});
