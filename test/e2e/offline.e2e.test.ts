import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { consoleUnderTest } from '../support/console.ts';

const { visit, expectSound } = consoleUnderTest();
const account = 'demo-county-registrar';

async function fillIn(page: Page, name: string, birthDate: string): Promise<void> {
  await page.waitForSelector('form.event-form');
  await page.fill('#field-name', name);
  await page.selectOption('#field-sex', 'female');
  await page.fill('#field-birthDate', birthDate);
  await page.fill('#field-date', '2020-01-01');
  await page.fill('#field-residentVillage', '510703001003');
  await page.click('form.event-form button[type="submit"]');
}
const rowsOf = (page: Page) => page.locator('ul.waiting > li');

/** Leaves by a link of the page: without a network nothing can be loaded anew. */
async function enrolAnother(page: Page): Promise<void> {
  await page.click('nav a:has-text("人员")');
  await page.click('a:has-text("登记尚未在册的人")');
}

describe('a clerk without a network', () => {
  it('goes on filling in forms, which are recorded once when it is back; a bad one stands aside', async () => {
    await visit({ account, path: '/record/enrolment' }, async (page, context) => {
      await page.waitForSelector('form.event-form');
      await page.waitForSelector('datalist#villages option', { state: 'attached' });
      await context.setOffline(true);
      await fillIn(page, '断网甲', '1990-02-01');
      await page.waitForSelector('ul.waiting > li');
      await enrolAnother(page);
      await fillIn(page, '断网乙', '昨天');
      await page.waitForSelector('ul.waiting > li:nth-child(2)');
      await enrolAnother(page);
      await fillIn(page, '断网丙', '1992-02-01');
      await page.waitForSelector('ul.waiting > li:nth-child(3)');
      await page.waitForSelector('.bar a:has-text("待发送 3")');
      if (process.env['PICTURES'])
        await page.screenshot({ path: `${process.env['PICTURES']}/queue-1366.png` });

      await context.setOffline(false);
      await page.waitForSelector('ul.waiting > li:has-text("断网乙"):has-text("改正")');
      await page.waitForSelector('ul.waiting > li:nth-child(2)', { state: 'detached' });
      expect(await rowsOf(page).count()).toBe(1);
      await page.setViewportSize({ width: 375, height: 768 });
      await expectSound(page, '/queue');
      if (process.env['PICTURES'])
        await page.screenshot({ path: `${process.env['PICTURES']}/queue-375.png` });

      await page.click('ul.waiting a:has-text("改正")');
      await page.waitForSelector('form.event-form');
      expect(await page.inputValue('#field-name')).toBe('断网乙');
      await page.fill('#field-birthDate', '1991-02-01');
      await page.click('form.event-form button[type="submit"]');
      await page.waitForSelector('.timeline');
      await page.waitForSelector('.bar a:has-text("待发送")', { state: 'detached' });
      await page.fill('form.find input', '断网');
      await page.keyboard.press('Enter');
      await page.waitForSelector('tbody tr:nth-child(3)');
      expect(await page.locator('tbody tr').count()).toBe(3);
    });
  });

  it('finds what waits after the page was closed, and nothing after signing out', async () => {
    await visit({ account, path: '/record/enrolment' }, async (page, context) => {
      await page.waitForSelector('datalist#villages option', { state: 'attached' });
      await context.setOffline(true);
      await fillIn(page, '关页丁', '昨天');
      await page.waitForSelector('ul.waiting > li');
      await context.setOffline(false);
      await page.reload();
      await page.waitForSelector('ul.waiting > li:has-text("关页丁")');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.click('button:has-text("退出")');
      await page.waitForSelector('form.sign-in');
      const kept: unknown = await page.evaluate(
        `new Promise((resolve) => {
          const opening = indexedDB.open('jiahu-console');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('waiting').objectStore('waiting').count();
            reading.onsuccess = () => resolve(reading.result);
          };
        })`,
      );
      expect(kept).toBe(0);
    });
  });
});
