import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { passwordOf, visit, goTo, expectSound } = consoleUnderTest();
const account = 'demo-county-registrar';
const reviewer = 'demo-county-reviewer';

let mother: string | null = null;

/** A woman of the demo city who was born in the eighties or nineties; always the same one. */
async function findMother(page: Page): Promise<string> {
  mother ??= await searchMother(page);
  return mother;
}

async function searchMother(page: Page): Promise<string> {
  for (const query of [
    'liumei',
    'lixin',
    'wangmei',
    'zhangmin',
    'lili',
    'wanglili',
    'liyan',
    'limin',
    'wangyan',
  ]) {
    await goTo(page, `/people?query=${query}`);
    await page.waitForSelector('table, [role="status"]:has-text("没有找到")');
    for (const row of await page.locator('tbody tr').all()) {
      const words = (await row.textContent()) ?? '';
      if (!/女(198\d|199\d)-\d\d-\d\d(?! –)/.test(words)) continue;
      return (await row.locator('th a').getAttribute('href'))?.split('/').at(-1) ?? '';
    }
  }
  throw new Error('no mother in the demo city');
}

describe('registering a birth', () => {
  it('is done by keyboard alone, from signing in to the person page of the child', async () => {
    let person = '';
    await visit({ account, path: '/people' }, async (page) => {
      person = await findMother(page);
    });
    await visit({ account: '', path: `/person/${person}` }, async (page) => {
      await page.waitForSelector('form.sign-in');
      await page.keyboard.type(account);
      await page.keyboard.press('Tab');
      await page.keyboard.type(passwordOf(account));
      await page.keyboard.press('Enter');
      await page.waitForSelector('.menu a');
      for (let stops = 0; stops < 60; stops += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.textContent')) === '出生登记') break;
      }
      await page.keyboard.press('Enter');
      await page.waitForSelector('form.event-form .picked');
      // The form begins at its first question without an answer: the father, who is left out.
      expect(await page.evaluate('document.activeElement.id')).toBe('field-fatherId');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('䶮小雨');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('2025年3月8日');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=已登记：出生登记');
      await page.waitForSelector('h1:has-text("䶮小雨")');
      expect(await page.textContent('dl')).toContain('2025-03-08');
      await page.waitForSelector('li:has-text("母亲")');
    });
    await visit({ account, path: `/people?query=${encodeURIComponent('䶮小雨')}` }, async (page) => {
      await page.waitForSelector('table');
      expect(await page.locator('tbody tr').count()).toBe(1);
    });
  });

  it('shows who may be recorded already, with the reason, before it records', async () => {
    await visit({ account, path: '/people' }, async (page) => {
      const motherId = await findMother(page);
      for (const name of ['重重', '虫虫']) {
        await goTo(page, `/record/birth?motherId=${motherId}`);
        await page.waitForSelector('.picked');
        await page.fill('#field-name', name);
        await page.selectOption('#field-sex', 'male');
        await page.fill('#field-birthDate', '2025-04-05');
        await page.keyboard.press('Control+Enter');
        if (name === '重重') await page.waitForSelector('text=已登记');
      }
      await page.waitForSelector('.flagged');
      expect(await page.textContent('.flagged')).toContain('同一母亲同日出生');
      await page.click('text=核对过，不是同一人');
      await page.waitForSelector('h1:has-text("虫虫")');
    });
  });

  it('says at the question what is wrong with an answer, and keeps the others', async () => {
    await visit({ account, path: '/people' }, async (page) => {
      await goTo(page, `/record/birth?motherId=${await findMother(page)}`);
      await page.waitForSelector('.picked');
      await page.fill('#field-name', '小');
      await page.selectOption('#field-sex', 'male');
      await page.fill('#field-birthDate', '2025-02-30');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#field-birthDate[aria-invalid="true"]');
      expect(await page.evaluate('document.activeElement.id')).toBe('field-birthDate');
      expect(await page.inputValue('#field-name')).toBe('小');
    });
  });
});

describe('a correction', () => {
  it('is asked for by one and approved by another, who sees the old value beside the new', async () => {
    let person = '';
    await visit({ account, path: '/people' }, async (page) => {
      person = await findMother(page);
      await goTo(page, `/person/${person}`);
      await page.locator('.timeline a:has-text("更正")').first().click();
      await page.waitForSelector('#field-name');
      await page.fill('#field-name', '更正后');
      await page.fill('#field-whyAsked', '与户口簿不符');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=等待另一名审核人员');
      await goTo(page, '/requests');
      await page.waitForSelector('text=自己提出的申请由他人审核');
    });
    await visit({ account: reviewer, path: '/' }, async (page) => {
      await page.waitForSelector('.answers');
      expect(await page.textContent('.answers')).toContain('更正后');
      expect(await page.locator('button:has-text("不批准")').isDisabled()).toBe(true);
      await page.click('button:has-text("批准"):not(:has-text("不"))');
      await page.waitForSelector('text=已决定：批准');
      await page.waitForSelector('text=没有等待审核的申请');
      await goTo(page, `/person/${person}`);
      await page.waitForSelector('h1:has-text("更正后")');
      expect(await page.locator('summary').textContent()).toContain('已更正或撤回的记录 (1)');
      expect(await page.locator('.timeline a').count()).toBe(0);
    });
  });
});

describe('a sealed value', () => {
  it('is masked, and shown in full for a stated reason', async () => {
    await visit({ account, path: '/people' }, async (page) => {
      await goTo(page, `/person/${await findMother(page)}`);
      expect(await page.textContent('dl')).toMatch(/510790\*{11}[\dX]/);
      await page.click('button[aria-label="查看全部 · 身份证号"]');
      expect(await page.locator('.sealed form button').isDisabled()).toBe(true);
      await page.fill('#reveal-idNumber', '核对证件原件');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.sealed', { state: 'detached' });
      expect(await page.textContent('dl')).toMatch(/\d{17}[\dX]/);
    });
  });
});

describe('finding', () => {
  it('begins with / on any page, and what was typed is in the address', async () => {
    await visit({ account, path: '/requests' }, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('lili');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/people?query=lili');
      await page.waitForSelector('table, [role="status"]');
    });
  });

  it('reaches no further than the own area, also by the address', async () => {
    let person = '';
    await visit({ account, path: '/people' }, async (page) => {
      person = await findMother(page);
    });
    await visit({ account: 'demo-township-registrar', path: `/person/${person}` }, async (page) => {
      await page.waitForSelector('[role="alert"]');
      expect(await page.textContent('[role="alert"]')).toContain('您的管辖范围内没有此人');
      expect(await page.locator('.timeline').count()).toBe(0);
    });
  });
});

describe('every page of the register', () => {
  it.each(WIDTHS)('has no serious fault for axe and no sideways scroll at %i px', async (width) => {
    await visit({ account, width, path: '/people' }, async (page) => {
      const person = await findMother(page);
      for (const path of [
        '/people?query=lili',
        `/person/${person}`,
        `/record/birth?motherId=${person}`,
        '/record/enrolment',
        '/requests',
      ]) {
        await goTo(page, path);
        await page.waitForSelector('table, .timeline, form.event-form, [aria-live] p');
        await expectSound(page, path);
      }
    });
  });
});
