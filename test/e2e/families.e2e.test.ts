import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/platform/index.ts';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { visit, goTo, expectSound } = consoleUnderTest();
const account = 'demo-county-registrar';
const pictures = process.env['PICTURES'];
const lastYear = `${String(new Date().getFullYear() - 1)}-02-01`;
const village = '510703001003';
const child = writeCsv([
  ['姓名', '性别', '出生日期', '登记生效日期', '户籍地', '常住地'],
  ['小欧阳', '女', lastYear, lastYear, village, village],
]);

describe('the file of a child', () => {
  it('is opened for a reason by whoever did not just record it', async () => {
    await visit({ account, path: '/files' }, async (page) => {
      const buffer = Buffer.from(child, 'utf8');
      await page.setInputFiles('#import-file', { name: 'child.csv', mimeType: 'text/csv', buffer });
      await page.click('main button.ant-btn-primary:has-text("导入")');
      await page.waitForSelector('text=共 1 行：导入 1');
    });
    await visit({ account: 'demo-county-reviewer', path: '/people?query=xiaoouyang' }, async (page) => {
      await page.click('tbody th a');
      await page.waitForSelector('#child-reason');
      expect(await page.locator('.timeline').count()).toBe(0);
      await expectSound(page, 'reason');
      await page.fill('#child-reason', '核对出生登记');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.timeline');
    });
  });
});

describe('a household', () => {
  it.each(WIDTHS)('is shown with its members and the picture of the family at %d px', async (width) => {
    await visit({ account, width, path: '/people' }, async (page) => {
      await goTo(page, '/people?query=wangxia');
      await page.click('tbody th a');
      await page.waitForSelector('.tree svg a');
      await expectSound(page, '/person');
      if (pictures)
        await page.screenshot({ path: `${pictures}/person-${String(width)}.png`, fullPage: true });
      await page.click('a:has-text("查看家庭户")');
      await page.waitForSelector('caption:has-text("户内成员")');
      expect(await page.locator('tbody td:text-is("户主")').count()).toBe(1);
      await expectSound(page, '/household');
      if (pictures)
        await page.screenshot({ path: `${pictures}/household-${String(width)}.png`, fullPage: true });
      await page.focus('.tree svg a');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.timeline, #child-reason');
    });
  });
});

describe('the copy for the person', () => {
  it('is written out whole as PDF, for a reason', async () => {
    await visit({ account, path: '/people?query=lili' }, async (page) => {
      await page.click('tbody th a');
      await page.click('summary:has-text("本人要求")');
      await page.fill('#copy-reason', '本人持身份证到场');
      const saved = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const pdf = readFileSync(await (await saved).path());
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      if (pictures) writeFileSync(`${pictures}/file.pdf`, pdf);
    });
  });
});
