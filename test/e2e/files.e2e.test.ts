import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet, writeCsv } from '../../src/platform/index.ts';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { visit, expectSound } = consoleUnderTest();
const account = 'demo-county-registrar';
const HEADINGS = ['姓名', '性别', '出生日期', '登记生效日期', '户籍地', '常住地'];
const rows = [
  HEADINGS,
  ['批量甲', '女', '1990-02-01', '2020-01-01', '510703001003', '510703001003'],
  ['批量乙', '女', '昨天', '2020-01-01', '510703001003', '510703001003'],
];
const file = {
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(writeCsv(rows), 'utf8'),
};

describe('files in and out', () => {
  it('a file is tried, mended, taken in and listed', async () => {
    await visit({ account, path: '/files' }, async (page) => {
      await page.waitForSelector('#import-file');
      await page.setInputFiles('#import-file', file);
      await page.click('button:has-text("先试一遍")');
      await page.waitForSelector('text=没有写入任何内容');
      await page.waitForSelector('text=导入 1');
      await page.click('main button.ant-btn-primary:has-text("导入")');
      await page.waitForSelector('text=导入完成');
      const saved = page.waitForEvent('download');
      await page.click('button:has-text("下载有问题的")');
      const download = await saved;
      expect(download.suggestedFilename()).toBe('people-refused.csv');
      const refused = await readSpreadsheet(readFileSync(await download.path()));
      expect(refused[1]?.slice(0, 3)).toEqual(['批量乙', '女', '昨天']);
      const mended = refused.map((row) => row.map((cell) => (cell === '昨天' ? '1991-02-01' : cell)));
      await page.setInputFiles('#import-file', { ...file, buffer: Buffer.from(writeCsv(mended), 'utf8') });
      await page.click('main button.ant-btn-primary:has-text("导入")');
      await page.waitForSelector('text=共 1 行：导入 1');
      await page.waitForSelector('#earlier ~ .wide tbody tr:nth-child(2)');
    });
  });

  it('the template has the headings of the forms', async () => {
    await visit({ account, path: '/files' }, async (page) => {
      await page.selectOption('#import-kind', 'events');
      const saved = page.waitForEvent('download');
      await page.click('button:has-text("下载 Excel 模板")');
      const [headings] = await readSpreadsheet(readFileSync(await (await saved).path()));
      expect(headings?.slice(0, 2)).toEqual(['登记事项', '母亲']);
    });
  });

  it('a list is written out for a purpose, and refused without one', async () => {
    await visit({ account, path: '/files' }, async (page) => {
      await page.waitForSelector('#export-area');
      await page.fill('#export-area', '510703001');
      await page.focus('#export-purpose');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role="alert"]');
      await page.fill('#export-purpose', '走访独居老人');
      const saved = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const list = await readSpreadsheet(readFileSync(await (await saved).path()));
      expect(list.length).toBeGreaterThan(10);
      await page.waitForSelector('text=已导出');
    });
  });

  it.each(WIDTHS)('is sound at %d px', async (width) => {
    await visit({ account, width, path: '/files' }, async (page) => {
      await page.waitForSelector('#import-file');
      await page.setInputFiles('#import-file', file);
      await page.click('button:has-text("先试一遍")');
      await page.waitForSelector('text=没有写入任何内容');
      await expectSound(page, '/files');
      if (process.env['PICTURES'])
        await page.screenshot({
          path: `${process.env['PICTURES']}/files-${String(width)}.png`,
          fullPage: true,
        });
    });
  });
});
