import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { programmes } from '../../policy/programmes/index.ts';
import { servicesUnderTest, sidewaysScroll, smallTargets, violationsOf } from '../support/services-desk.ts';
import { mainOf, plain } from '../support/services-visitor.ts';

const desk = servicesUnderTest();

const special = programmes.filter(({ notice }) => notice === 'never').map(({ title }) => title.zh);
const paths = [
  '/benefits',
  '/benefits/rural-reward',
  '/benefits/special-support',
  '/benefits/check',
  '/benefits/notices',
];

/** A page of each kind on the way; that of the births with a fault. */
const kinds = ['registered', 'bornOn', 'births', 'sexes', 'the result'];

/** A couple of 1960 in the country with two daughters. */
const family: Readonly<Record<string, string>> = {
  registered: 'yes',
  bornOn: '1960-3-4',
  sex: 'male',
  children: '2',
  birth1: '1985-6-1',
  birth2: '1988-2-2',
  sex1: 'female',
  sex2: 'female',
  hukou: 'rural',
  married: 'yes',
  spouseBornOn: '1962-1-1',
  spouseHukou: 'rural',
  complication: 'none',
};
const MOST = 20;

const askedOn = async (page: Page): Promise<string | null> => {
  const asked = page.locator('input[name=asked]');
  return (await asked.count()) === 0 ? null : asked.getAttribute('value');
};

async function fillIn(page: Page): Promise<void> {
  for (const text of await page.locator('.form input[type=text]').all())
    await text.fill(family[(await text.getAttribute('id')) ?? ''] ?? '');
  for (const group of await page.locator('.form fieldset').all()) {
    const name = (await group.locator('input').first().getAttribute('name')) ?? '';
    await group.locator(`input[value="${family[name] ?? ''}"]`).check();
  }
}

/** From the list of benefits to the result; `look` sees every page on the way. */
async function walk(page: Page, prefix: string, look: (what: string) => Promise<void>): Promise<void> {
  await page.goto(`${desk.url()}${prefix}/benefits`);
  await page.locator('.start .action').click();
  await page.locator('main .post-button button').click();
  for (let step = 0; step < MOST; step += 1) {
    const asked = await askedOn(page);
    await look(asked ?? 'the result');
    if (asked === null) return;
    await fillIn(page);
    await page.locator('.form button.action').click();
  }
  throw new Error('the result never comes');
}

describe('without scripts', () => {
  it.each(['', '/en'])(
    '%s the questions lead from the list to a result, and no answer is in an address',
    async (prefix) => {
      await desk.window({ viewport: { width: 375, height: 740 } }, async (page) => {
        await walk(page, prefix, async () => {
          expect(new URL(page.url()).search).toBe('');
          expect(await page.locator('h1').count()).toBe(1);
        });
        const told = await page.locator('.told-ifDeclared').textContent();
        expect(told).toContain(prefix === '' ? '960 元' : '960 yuan');
        expect(await page.context().cookies()).toEqual([]);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.told-ifDeclared').isVisible()).toBe(true);
        for (const hidden of ['.main-navigation', '.answers button', '.entry-links'])
          expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
        await page.emulateMedia({ media: 'screen' });
        await page.locator('.told-ifDeclared .entry-links a').last().click();
        expect(new URL(page.url()).pathname).toBe(`${prefix}/services/rural-reward-support`);
        expect(new URL(page.url()).search).toBe('');
      });
    },
  );

  it('an answer can be passed over, gone back to and changed', async () => {
    await desk.window({ viewport: { width: 1366, height: 768 } }, async (page) => {
      await page.goto(`${desk.url()}/benefits/check`);
      await page.locator('main .post-button button').click();
      await page.locator('button[name=skip]').click();
      const second = await askedOn(page);
      expect(second).not.toBe('registered');
      await page.locator('button[name=change]').click();
      expect(await askedOn(page)).toBe('registered');
      await page.locator('input[value=yes]').check();
      await page.locator('.form button.action').click();
      expect(await askedOn(page)).toBe(second);
    });
  });
});

describe('by keyboard alone', () => {
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`${selector} is never reached`);
  }

  it('a family comes to its result', async () => {
    await desk.window({ viewport: { width: 1366, height: 768 }, javaScriptEnabled: true }, async (page) => {
      await page.goto(`${desk.url()}/benefits`);
      await tabTo(page, '.start .action');
      await page.keyboard.press('Enter');
      await page.waitForURL(/check$/);
      await tabTo(page, 'main .post-button button');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      for (let step = 0; step < MOST && (await askedOn(page)) !== null; step += 1) {
        for (const input of await page.locator('.form input[type=text]').all()) {
          const id = (await input.getAttribute('id')) ?? '';
          await tabTo(page, `#${id}`);
          await page.keyboard.insertText(family[id] ?? '');
        }
        const radios = await page.locator('.form fieldset').all();
        for (const group of radios) {
          const inputs = await group.locator('input').all();
          const values = await Promise.all(inputs.map((one) => one.getAttribute('value')));
          const name = (await inputs[0]?.getAttribute('name')) ?? '';
          await tabTo(page, `input[name=${name}]`);
          await page.keyboard.press('Space');
          for (let down = 0; down < values.indexOf(family[name] ?? ''); down += 1)
            await page.keyboard.press('ArrowDown');
        }
        await tabTo(page, '.form button.action');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      }
      expect(await page.locator('h1').textContent()).toBe('我家能享受什么：参考结果');
      await tabTo(page, 'summary');
      await page.keyboard.press('Enter');
      expect(await page.locator('.told-no').isVisible()).toBe(true);
    });
  });

  it('what is wrong has the focus, and its link leads to the control', async () => {
    await desk.window({ viewport: { width: 1366, height: 768 } }, async (page) => {
      await page.goto(`${desk.url()}/benefits/check`);
      await page.locator('main .post-button button').click();
      await page.locator('.form button.action').click();
      expect(await page.title()).toMatch(/^错误：/);
      expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#registered-1');
    });
  });
});

describe('how it looks', () => {
  const looks = [
    { width: 1366, mode: 'normal.normal', least: 44, prefix: '', isChecked: true },
    { width: 375, mode: 'normal.normal', least: 44, prefix: '/en', isChecked: true },
    { width: 375, mode: 'elder.high', least: 60, prefix: '', isChecked: true },
    { width: 320, mode: 'normal.normal', least: 44, prefix: '', isChecked: false },
    { width: 320, mode: 'normal.normal', least: 44, prefix: '/en', isChecked: false },
  ];

  it.each(looks)('$width px in $mode $prefix: axe finds nothing and nothing is cut off', async (look) => {
    const { width, mode, least, prefix, isChecked } = look;
    await desk.window({ viewport: { width, height: 740 }, javaScriptEnabled: true }, async (page) => {
      await page.context().addCookies([{ name: 'view', value: mode, url: desk.url() }]);
      const seen = async (what: string) => {
        expect(await sidewaysScroll(page), what).toBeLessThanOrEqual(0);
        expect(await smallTargets(page, least), what).toEqual([]);
        if (isChecked) expect(await violationsOf(page), what).toEqual([]);
      };
      for (const path of paths) {
        await page.goto(desk.url() + prefix + path);
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        await seen(path);
      }
      await walk(page, prefix, async (what) => {
        if (what === 'births') await page.locator('.form button.action').click();
        if (what === 'the result') await page.locator('summary').click();
        if (kinds.includes(what)) await seen(what);
      });
    });
  });
});

describe('in public', () => {
  it('nothing hangs out of special families', async () => {
    const page = plain(mainOf((await desk.visitor().get('/benefits/notices')).html));
    for (const title of special) expect(page).not.toContain(title);
    expect(page).toContain('特别扶助、手术并发症、鉴定和手术从不公示');
  });

  it('every programme has its page, in the site map and from the list', async () => {
    const list = (await desk.visitor().get('/benefits')).html;
    const map = (await desk.visitor().get('/sitemap.xml')).html;
    for (const { key } of programmes) {
      expect(list).toContain(`href="/benefits/${key}"`);
      expect(map).toContain(`/benefits/${key}</loc>`);
      for (const prefix of ['', '/en'])
        expect((await desk.visitor().get(`${prefix}/benefits/${key}`)).status).toBe(200);
    }
  });

  it('an invented amount says so', async () => {
    expect(plain((await desk.visitor().get('/benefits/only-child-reward')).html)).toContain(
      '虚构数，只供演示',
    );
  });
});
