import { describe, expect, it } from 'vitest';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { url, passwordOf, signIn, visit, goTo, expectSound } = consoleUnderTest();

describe('signing in', () => {
  it('refuses a wrong password with the remedy, then leads to where one was going', async () => {
    await visit({ account: '', path: '/why/births?year=2013' }, async (page) => {
      await page.waitForSelector('form.sign-in');
      expect(await page.evaluate('document.activeElement.id')).toBe('name');
      await page.fill('#name', 'demo-statistician');
      await page.fill('#password', 'wrong');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role="alert"]');
      expect(await page.textContent('[role="alert"]')).toContain('用户名或密码不正确');
      await signIn(page, 'demo-statistician');
      expect(page.url()).toContain('/console/why/births?year=2013');
      await page.click('text=退出');
      await page.waitForSelector('form.sign-in');
    });
  });

  it('shows a role nothing that it may not see, and the address does not help', async () => {
    await visit({ account: 'demo-township-reporter', path: '/' }, async (page) => {
      await page.waitForURL('**/console/returns');
      expect(await page.locator('nav a', { hasText: '计分卡' }).count()).toBe(0);
      expect(await page.locator('button', { hasText: '审定' }).count()).toBe(0);
      await page.goto(`${url()}/console/scorecard`);
      await page.waitForSelector('[role="alert"]');
      expect(await page.locator('table').count()).toBe(0);
    });
  });
});

describe('the scorecard', () => {
  it('shows actual, target, achievement and the flag of a coverage over 100 %', async () => {
    await visit({}, async (page) => {
      await page.waitForSelector('table');
      const row = page.locator('tr', { hasText: '人口自然增长率' });
      expect(await row.textContent()).toContain('1.96‰不超过 3.00✓ 达到');
      expect(await page.locator('tr', { hasText: '目标人群覆盖率' }).textContent()).toContain('需要说明');
      expect(await row.locator('svg[role="img"]').getAttribute('aria-label')).toContain('2013: 1.96');
    });
  });

  it('leads down and back by area, and keeps all it shows in the address', async () => {
    await visit({}, async (page) => {
      await page.locator('.below a', { hasText: '安县' }).click();
      await page.waitForSelector('h1:has-text("安县")');
      expect(page.url()).toContain('area=510724000000');
      await page.selectOption('#population', 'resident');
      await page.waitForSelector('[aria-busy="true"]', { state: 'detached' });
      const before = await page.textContent('table');
      await page.reload();
      await page.waitForSelector('h1:has-text("安县")');
      await page.waitForSelector('table');
      expect(await page.textContent('table')).toBe(before);
      await page.goBack();
      await page.goBack();
      await page.waitForSelector('h1:has-text("绵阳市")');
    });
  });

  it('reaches as far as the right and no further, also by the address', async () => {
    await visit({ account: 'demo-county-statistician', path: '/scorecard?year=2013' }, async (page) => {
      await page.waitForSelector('h1:has-text("涪城区")');
      await page.goto(`${url()}/console/scorecard?year=2013&area=510704000000`);
      await page.waitForSelector('[role="alert"]');
      expect(await page.textContent('[role="alert"]')).toContain('不在您的管辖范围内');
      expect(await page.locator('table').count()).toBe(0);
    });
  });

  it('hides what a level does not report until one asks for it', async () => {
    await visit({ path: '/scorecard?year=2013&area=510703001000' }, async (page) => {
      await page.waitForSelector('table');
      expect(await page.locator('tr', { hasText: '省级依法行政示范县' }).count()).toBe(0);
      await page.click('.switch input');
      expect(await page.locator('tr', { hasText: '省级依法行政示范县' }).textContent()).toContain('—');
    });
  });

  it('is used by keyboard alone, from signing in to the answer to "why?"', async () => {
    await visit({ account: '', path: '/scorecard?year=2013' }, async (page) => {
      await page.waitForSelector('form.sign-in');
      await page.keyboard.type('demo-statistician');
      await page.keyboard.press('Tab');
      await page.keyboard.type(passwordOf('demo-statistician'));
      await page.keyboard.press('Enter');
      await page.waitForSelector('table');
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.id')).toBe('year');
      for (let stops = 0; stops < 30; stops += 1) {
        await page.keyboard.press('Tab');
        const [words, ring] = (await page.evaluate(
          `(() => { const e = document.activeElement; return [e.getAttribute('aria-label') ?? e.textContent, getComputedStyle(e).outlineStyle !== 'none']; })()`,
        )) as [string, boolean];
        expect(ring, words).toBe(true);
        if (words.includes('为什么') && words.includes('人口自然增长率')) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1:has-text("人口自然增长率")');
      expect(await page.textContent('dl')).toContain('107 ÷ 54,455 × 1,000 = 1.96‰'.replace('1,000', '1000'));
    });
  });
});

describe('why pages of the console', () => {
  it('say definition, formula, terms, source, notes, areas below and the snapshot', async () => {
    await visit({ path: '/why/preconception_coverage?year=2013' }, async (page) => {
      const words = (await page.textContent('main')) ?? '';
      for (const part of ['27,705 ÷ 23,282 × 100 = 119%', '优生优育服务情况', '需要说明', '涪城区'])
        expect(words).toContain(part);
      expect(await page.locator('dl code').textContent()).toMatch(/^[0-9a-f]{64}$/);
    });
  });
});

describe('returns', () => {
  const path = '/returns?form=township-administration&period=2022&area=510722101000';

  it('refuse letters at the cell with the remedy, keep what was typed, and take the corrected row', async () => {
    await visit({ account: 'demo-township-reporter', path }, async (page) => {
      const cell = page.locator('#cell-510722101000-notice_columns');
      await cell.fill('三');
      await page.locator('#cell-510722101000-national_law_model').fill('0');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('[aria-invalid="true"]');
      expect(await page.locator('.problem').textContent()).toContain('只填阿拉伯数字');
      expect(await cell.inputValue()).toBe('三');
      const described = await cell.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described ?? ''}"]`).count()).toBe(1);
      await cell.fill('3');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=已接受 1 行');
      expect(await page.textContent('tbody')).toContain('已填报，待审定');
    });
  });

  it('lose nothing that was typed while the server does not answer', async () => {
    const away = '/returns?form=township-administration&period=2021&area=510722101000';
    await visit({ account: 'demo-township-reporter', path: away }, async (page) => {
      const cell = page.locator('#cell-510722101000-notice_columns');
      await cell.fill('4');
      await page.locator('#cell-510722101000-national_law_model').fill('0');
      await page.route('**/api/**', (route) => route.abort());
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('[role="alert"]');
      await page.evaluate("dispatchEvent(new Event('focus'))");
      expect(await cell.inputValue()).toBe('4');
      await page.unrouteAll();
      await page.locator('#cell-510722101000-national_law_model').focus();
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=已接受 1 行');
    });
  });

  it('are approved by the level above, after which nobody types into them', async () => {
    await visit({ path: '/returns?form=township-administration&period=2022' }, async (page) => {
      await page.waitForSelector('table');
      expect(await page.textContent('.actions')).toContain('没有轮到您审定的行');
    });
    await visit(
      { account: 'demo-county-statistician', path: '/returns?form=county-services&period=2022' },
      async (page) => {
        await page.waitForSelector('input.amount');
        for (const input of await page.locator('input.amount').all()) await input.fill('0');
        await page.keyboard.press('Control+Enter');
        await page.waitForSelector('text=已接受 1 行');
      },
    );
    await visit({ path: '/returns?form=county-services&period=2022' }, async (page) => {
      await page.click('button:has-text("全选可审定的")');
      await page.click('button:has-text("审定所选（1）")');
      await page.waitForSelector('text=已审定（市）');
      expect(await page.locator('#cell-510703000000-preconception_planned').count()).toBe(0);
      await page.locator('button[aria-label="经过 涪城区"]').click();
      await page.waitForSelector('.steps li >> nth=1');
      expect(await page.textContent('.steps')).toContain('demo-county-statistician');
    });
  });

  it('come from a file, and the refused row is named', async () => {
    await visit({ path: '/returns?form=county-services&period=2021' }, async (page) => {
      await page.waitForSelector('table');
      const csv = 'area,preconception_planned\n510704,1\n510722,-1\n';
      await page.locator('input[type="file"]').setInputFiles({
        name: 'r.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csv),
      });
      await page.waitForSelector('text=已接受 1 行');
      expect(await page.textContent('[aria-live]')).toContain('“-1”是负数');
    });
  });

  it('are sent back with a reason', async () => {
    await visit({ path: '/returns?form=county-services&period=2013' }, async (page) => {
      await page.locator('button[aria-label="退回 平武县"]').click();
      const send = page.locator('.ant-modal button', { hasText: '退回' });
      expect(await send.isDisabled()).toBe(true);
      await page.fill('#reason', '请核对计划人数');
      await send.click();
      await page.waitForSelector('tr:has-text("平武县"):has-text("已退回")');
    });
  });
});

describe('every page', () => {
  const paths = [
    '/scorecard?year=2013',
    '/why/natural_increase_rate?year=2013',
    '/returns?form=village-self-governance&period=2013&area=510722101000',
    '/returns?form=county-services&period=2020',
  ];

  it.each(WIDTHS)('has no serious fault for axe and no sideways scroll at %i px', async (width) => {
    await visit({ width }, async (page) => {
      for (const path of paths) {
        await goTo(page, path);
        await page.waitForSelector('table');
        await expectSound(page, path);
      }
    });
  });

  it('says in both languages that the city is made up', async () => {
    await visit({}, async (page) => {
      expect(await page.textContent('.made-up')).toContain('虚构');
      await page.click('button:has-text("English")');
      expect(await page.textContent('.made-up')).toContain('made-up');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    });
  });

  it('shows at most 200 rows at once', async () => {
    await visit({ path: '/returns?form=village-self-governance&period=2013' }, async (page) => {
      await page.waitForSelector('table');
      expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(200);
    });
  });

  it('loads no script or style from elsewhere and allows none inline', async () => {
    const { headers } = await fetch(`${url()}/console/scorecard`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('cache-control')).toBe('no-cache');
  });
});
