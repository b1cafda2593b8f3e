import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../policy/services/samples.ts';
import { casesApi, type Filed } from '../support/cases-api.ts';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { url, passwordOf, visit, goTo, expectSound } = consoleUnderTest();
const { ask, run, file, act } = casesApi(url, passwordOf);

const account = 'demo-county-caseworker';
const supervisor = 'demo-county-supervisor';
const city = 'demo-city-supervisor';
const nurse = 'demo-county-health-worker';
const FUCHENG = '510703001000';
const YOUXIAN = '510704001000';
const enquiry = { matter: '生育登记要带什么？', subject: 'registration', township: FUCHENG };
const ENQUIRIES = 53;

beforeAll(async () => {
  for (let n = 0; n < ENQUIRIES; n += 1) await file('enquiry', enquiry);
  await run(
    'casework/import-hotline-case',
    {
      externalNumber: 'MY-E2E-1',
      kind: 'complaint',
      matter: '补贴没有到账',
      township: FUCHENG,
      receivedAt: '2026-03-02T10:00:00+08:00',
    },
    city,
  );
}, 60_000);

const shownRows = (page: Page) => page.locator('table.cases tbody tr').count();
const listed = async (page: Page) => {
  await page.waitForSelector('h1:has-text(" 件")');
  await page.waitForSelector('table.cases td:has-text("区"), [aria-live] p');
};
const openCase = async (page: Page, { caseId }: Pick<Filed, 'caseId'>) => {
  await goTo(page, `/case/${caseId}`);
  await page.waitForSelector('.story');
};

/** Tab after tab until what has the focus says this. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(
      `(() => { const e = document.activeElement; return e.matches('a, button, input, select, textarea') ? [e.getAttribute('aria-label'), e.textContent, e.id].join(' ') : ''; })()`,
    );
    if (String(said).includes(words)) return;
  }
  throw new Error(`never reached ${words}`);
}

describe('my work', () => {
  it('is the first page, and each count leads to a list of that many rows', async () => {
    await visit({ account, path: '/' }, async (page) => {
      await page.waitForURL('**/console/work');
      await page.waitForSelector('.queues');
      const heads = await page.locator('.queues thead th').allTextContents();
      expect(heads[1]).toContain('逾期');
      const counts = await page
        .locator('.queues a')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.textContent]));
      expect(counts.length).toBeGreaterThan(2);
      for (const [href, count] of counts) {
        await page.goto(`${url()}${href ?? ''}`);
        await listed(page);
        expect(await page.textContent('h1'), String(href)).toContain(`${count ?? ''} 件`);
        expect(await shownRows(page)).toBe(Math.min(50, Number(count)));
      }
    });
  });

  it('has every open case in exactly one queue', async () => {
    const counts = await run('casework/count-queues', {}, account);
    const queues = counts['queues'] as readonly { queue: string; open: number }[];
    expect(queues.reduce((sum, one) => sum + one.open, 0)).toBe(counts['open']);
    await visit({ account, path: '/work' }, async (page) => {
      await page.waitForSelector('.queues tfoot');
      const cells = await page.locator('.queues tbody td:nth-child(3)').allTextContents();
      const total = await page.textContent('.queues tfoot td:nth-child(3)');
      expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(Number(total));
    });
  });
});

describe('the list', () => {
  it('stands whole in its address: reload, Back and a shared link give the same rows', async () => {
    await visit({ account, path: '/cases' }, async (page) => {
      await listed(page);
      expect(await shownRows(page)).toBe(50);
      await page.click('nav a:has-text("下一页")');
      await page.waitForURL('**page=2');
      await listed(page);
      await page.selectOption('select[name="service"]', 'complaint');
      await page.waitForURL('**service=complaint');
      await listed(page);
      await page.click('th a[aria-label*="收到日期"]');
      await page.waitForURL('**sort=received');
      await listed(page);
      const rows = await page.textContent('table.cases');
      await page.reload();
      await listed(page);
      expect(await page.textContent('table.cases')).toBe(rows);
      await page.goBack();
      await page.goBack();
      await listed(page);
      expect(page.url()).toContain('page=2');
      await page.goto(`${url()}/console/cases?service=complaint&sort=received`);
      await listed(page);
      expect(await page.textContent('table.cases')).toBe(rows);
    });
  });

  it('finds a case by its number from any page, beginning with /', async () => {
    const { number } = await file('enquiry', { ...enquiry, name: '王秀英' }, account);
    await visit({ account, path: '/card' }, async (page) => {
      await page.waitForSelector('.officer-card');
      await page.keyboard.press('/');
      await page.keyboard.type(number.replaceAll('-', ' '));
      await page.keyboard.press('Enter');
      await listed(page);
      expect(await page.textContent('table.cases tbody')).toContain(number);
      expect(await shownRows(page)).toBe(1);
    });
  });

  it('of 50 rows is there within a second, and has right-aligned numbers and — where nothing is', async () => {
    await visit({ account, path: '/work' }, async (page) => {
      const took: number[] = [];
      for (let tries = 0; tries < 3; tries += 1) {
        await page.waitForSelector('.queues tfoot a');
        const from = Date.now();
        await page.click('.queues tfoot td:nth-child(3) a');
        await page.waitForSelector('table.cases tbody tr:nth-child(50)');
        took.push(Date.now() - from);
        await page.goBack();
      }
      expect(Math.min(...took)).toBeLessThan(1000);
      await goTo(page, '/cases?assignee=nobody');
      await listed(page);
      const cell = page.locator('table.cases tbody tr:first-child td.number').first();
      expect(await cell.evaluate((one) => getComputedStyle(one).textAlign)).toBe('right');
      expect(await cell.textContent()).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(await page.textContent('table.cases tbody tr:first-child')).toContain('—');
    });
  });

  it('shows first who is in distress, with a mark in words', async () => {
    await file('enquiry', { ...enquiry, matter: '孩子走了，我不想活了。' });
    await visit({ account, path: '/cases' }, async (page) => {
      await listed(page);
      expect(await page.textContent('table.cases tbody tr:first-child')).toContain('情绪危机');
    });
  });
});

describe('a case by keyboard alone', () => {
  it('is filed at the window, taken in, asked about, supplied by the applicant, and closed', async () => {
    await visit({ account: '', path: '/work' }, async (page) => {
      await page.waitForSelector('form.sign-in');
      await page.keyboard.type(account);
      await page.keyboard.press('Tab');
      await page.keyboard.type(passwordOf(account));
      await page.keyboard.press('Enter');
      await page.waitForSelector('.queues');
      await tabTo(page, '登记事项');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.menu a');
      await tabTo(page, '投诉和举报');
      await page.keyboard.press('Enter');
      await page.waitForSelector('form.filing');
      // Sent empty, everything that is wrong is said at once, and the first of it has the focus.
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#field-matter[aria-invalid="true"]');
      expect(await page.locator('.flagged li').count()).toBeGreaterThanOrEqual(2);
      await page.waitForFunction('document.activeElement.id === "field-matter"');
      await page.keyboard.type('窗口没有说明缺什么材料。');
      await tabTo(page, 'field-subject');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'field-township');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'field-name');
      await page.keyboard.type('䶮小雨');
      await tabTo(page, 'field-phone');
      await page.keyboard.type('138 0013 8000');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.receipt');
      const [number = '', code = ''] = await page.locator('.receipt .code').allTextContents();
      expect(number).toMatch(/^\d{8}-\d{6}-\d$/);
      expect(await page.textContent('.receipt')).toContain('办结期限');
      await tabTo(page, '打开这件事项');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.story');
      await tabTo(page, '受理');
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=状态：已收到，待受理 → 办理中');
      await page.waitForSelector(`text=承办人：— → ${account}`);
      await tabTo(page, '请申请人补充');
      await page.keyboard.press('Enter');
      await page.keyboard.type('是哪一天？');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=办理中 → 等待申请人补充');
      expect(await page.textContent('.gist')).toContain('计时暂停');
      await run('casework/act-on-case', {
        number,
        code,
        action: 'supply',
        answers: { answer: '上周五上午。' },
      });
      await page.reload();
      await page.waitForSelector('.story li:has-text("上周五上午。")');
      await tabTo(page, '办结：已解决');
      await page.keyboard.press('Enter');
      await page.keyboard.type('已向您说明，并改正了告知单。');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=办理中 → 已解决');
      expect(await page.textContent('.steps-now')).toContain('没有由您办理的步骤');
    });
  });
});

describe('a form', () => {
  it('asks on one page, and what depends on an answer when it is given', async () => {
    await visit({ account, path: '/file/birth-registration' }, async (page) => {
      await page.waitForSelector('form.filing');
      expect(await page.locator('#field-otherName').count()).toBe(0);
      await page.check('input[name="field-withOther"][value="yes"]');
      await page.waitForSelector('#field-otherName');
      for (const [key, value] of Object.entries(samples['birth-registration']?.full ?? {})) {
        const control = page.locator(`#field-${key}`);
        const kind = await control.evaluate((one) => `${one.tagName} ${one.getAttribute('type') ?? ''}`);
        if (kind.includes('radio')) await page.check(`input[name="field-${key}"][value="${value}"]`);
        else if (kind.includes('SELECT')) await control.selectOption(value);
        else await control.fill(value);
      }
      const number = samples['birth-registration']?.full['idNumber'] ?? '';
      await page.fill('#field-idNumber', number.slice(0, -1) + (number.endsWith('1') ? '2' : '1'));
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#field-idNumber[aria-invalid="true"]');
      expect(await page.textContent('#field-idNumber-problem')).toContain('核对 18 位号码');
      await page.fill('#field-idNumber', number);
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.receipt');
    });
  });

  it('is also there for the work of the unit itself', async () => {
    await visit({ account, path: '/file/guidance-visit' }, async (page) => {
      await page.waitForSelector('form.filing');
      await page.selectOption('#field-unit', FUCHENG);
      await page.fill('#field-visitOn', '2026年11月10日');
      await page.fill('#field-team', '4');
      await page.selectOption('#field-subject', 'benefits');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.receipt');
      await page.click('a:has-text("打开这件事项")');
      await page.waitForSelector('.given:has-text("涪城区城厢街道")');
      await page.click('button:has-text("开始")');
      await page.waitForSelector('text=已安排 → 进行中');
    });
  });
});

describe('a case', () => {
  it('masks what reaches somebody, and shows it in full for a stated reason alone', async () => {
    const filed = await file('enquiry', { ...enquiry, phone: '13800138111' });
    await visit({ account, path: '/work' }, async (page) => {
      await openCase(page, filed);
      expect(await page.textContent('.given')).toContain('138****8111');
      await page.click('button[aria-label="查看全部 · 您的电话"]');
      expect(await page.locator('.sealed form button').isDisabled()).toBe(true);
      await page.fill('#reveal-phone', '回访申请人');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.given:has-text("13800138111")');
    });
  });

  it('tells who did what and when, from which state to which, and how its due date is counted', async () => {
    const filed = await file('enquiry', enquiry, account);
    await act(filed.caseId, 'accept', { account: supervisor });
    await visit({ account, path: '/work' }, async (page) => {
      await openCase(page, filed);
      const story = await page.textContent('.story');
      expect(story).toContain(`由 ${account} 录入`);
      expect(story).toMatch(
        /受理 已收到，待受理 → 办理中\d{4}-\d\d-\d\d \d\d:\d\d · 工作人员 demo-county-supervisor/,
      );
      await page.click('text=怎样算出来的');
      await page.waitForSelector('.counted');
      expect(await page.textContent('details')).toContain('次日起算');
    });
  });

  it('refuses an action on what somebody else has changed, keeps what was typed and shows both', async () => {
    const filed = await file('enquiry', enquiry);
    await visit({ account, path: '/work' }, async (page) => {
      await openCase(page, filed);
      await page.click('button:has-text("内部备注")');
      await page.fill('#field-remark', '已电话联系');
      await act(filed.caseId, 'accept', { account: supervisor });
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.new-entry');
      expect(await page.textContent('.action-form')).toContain(`${supervisor} 已经办理过`);
      expect(await page.textContent('.new-entry')).toContain('受理');
      expect(await page.inputValue('#field-remark')).toBe('已电话联系');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.story li:has-text("已电话联系")');
      await page.waitForSelector('.action-form', { state: 'detached' });
    });
  });

  it('is closed for a reason alone, and one that is handed over says where it went', async () => {
    const filed = await file('enquiry', enquiry);
    await visit({ account, path: '/work' }, async (page) => {
      await openCase(page, filed);
      await page.click('button:has-text("撤回")');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('#field-reason[aria-invalid="true"]');
      expect(await page.textContent('.action-form')).toContain('请写明理由');
      await page.keyboard.press('Escape');
      await page.click('button:has-text("转办")');
      await page.selectOption('#field-unit', '510704000000');
      await page.fill('#field-reason', '属游仙区');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=转到您管辖范围以外');
    });
  });

  it('has its limit extended by a second person; whoever asked is told why not by themselves', async () => {
    const filed = await file('enquiry', enquiry);
    await act(filed.caseId, 'accept', { account: supervisor });
    await visit({ account: supervisor, path: `/case/${filed.caseId}` }, async (page) => {
      await page.waitForSelector('.story');
      await page.click('button:has-text("申请延期")');
      await page.fill('#field-reason', '需要核实');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=办理中 → 延期审批');
      const barred = page.locator('button:has-text("同意延期"):not(:has-text("不同意"))');
      expect(await barred.isDisabled()).toBe(true);
      expect(await page.textContent('.steps-now')).toContain('不能审批自己提出的申请');
    });
    await visit({ account: city, path: `/case/${filed.caseId}` }, async (page) => {
      await page.waitForSelector('.story');
      await page.click('button:has-text("同意延期"):not(:has-text("不同意"))');
      await page.waitForSelector('text=延期审批 → 办理中');
      expect(await page.textContent('.came-of-it')).toMatch(/办结期限：\d{4}-\d\d-\d\d → \d{4}-\d\d-\d\d/);
    });
  });
});

describe('what one may not do', () => {
  it('is not on the page and refused by the API', async () => {
    const filed = await file('enquiry', enquiry);
    await act(filed.caseId, 'ask-extension', { account, answers: { reason: '需要核实' } });
    await visit({ account, path: '/work' }, async (page) => {
      await openCase(page, filed);
      expect(await page.locator('button:has-text("同意延期")').count()).toBe(0);
    });
    const { status } = await ask(
      'casework/act-on-case',
      { caseId: filed.caseId, action: 'approve-extension' },
      account,
    );
    expect(status).toBe(403);
  });

  it('is to see another county, also by the address', async () => {
    const filed = await file('enquiry', { ...enquiry, township: YOUXIAN });
    await visit({ account, path: `/case/${filed.caseId}` }, async (page) => {
      await page.waitForSelector('[role="alert"]');
      expect(await page.textContent('[role="alert"]')).toContain('不在您的管辖范围内');
      expect(await page.locator('.story').count()).toBe(0);
    });
  });

  it('is, for health staff, to see what people say, and for others to see health services', async () => {
    const said = await file('enquiry', enquiry);
    const cared = await file('health-visit', samples['health-visit']?.answers ?? {}, nurse);
    await visit({ account: nurse, path: '/cases' }, async (page) => {
      await listed(page);
      expect(await page.textContent('h1')).toContain(' 1 件');
      expect(await page.textContent('table.cases')).toContain(cared.number);
      await page.goto(`${url()}/console/case/${said.caseId}`);
      await page.waitForSelector('[role="alert"]');
      await goTo(page, '/file');
      await page.waitForSelector('.menu a');
      expect(await page.textContent('main')).not.toContain('投诉');
    });
    await visit({ account, path: `/cases?query=${cared.number}&state=all` }, async (page) => {
      await listed(page);
      expect(await page.textContent('h1')).toContain(' 0 件');
      await page.goto(`${url()}/console/case/${cared.caseId}`);
      await page.waitForSelector('[role="alert"]');
    });
  });

  it('leaves no page of cases to whoever has nothing to do with them', async () => {
    await visit({ account: 'demo-statistician' }, async (page) => {
      await page.goto(`${url()}/console/cases`);
      await page.waitForSelector('[role="alert"]:has-text("不能查看这一页")');
      expect(await page.locator('nav a:has-text("电话坐席")').count()).toBe(0);
    });
  });
});

describe('the phone desk', () => {
  it('shows the support line first, knows the caller, and answers at once', async () => {
    await file('enquiry', { ...enquiry, name: '赵敏', phone: '13900002222' });
    await visit({ account, path: '/phone' }, async (page) => {
      await page.waitForFunction('document.activeElement.id === "field-matter"');
      await page.keyboard.type('我撑不下去了');
      await page.waitForSelector('.support:has-text("12356")');
      await page.fill('#field-matter', '育儿补贴一年发几次？');
      await page.waitForSelector('.support', { state: 'detached' });
      await page.fill('aside input', '139 0000 2222');
      await page.press('aside input', 'Enter');
      await page.waitForSelector('.known li:has-text("赵敏")');
      await page.click('aside button:has-text("填入来电人")');
      await page.selectOption('#field-subject', 'benefits');
      await page.selectOption('#field-township', FUCHENG);
      await page.fill('#answer-now', '一年发一次。');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.same li:has-text("赵敏")');
      await page.click('button:has-text("不是同一件")');
      await page.waitForSelector('text=已当场答复并办结');
      expect(await page.textContent('.digits')).toMatch(/^\d{4} \d\d \d\d \d{3} \d{3} \d$/);
      await page.click('a:has-text("打开这件事项")');
      await page.waitForSelector('.gist:has-text("已解决")');
    });
  });
});

describe('questions of other units', () => {
  it('are counted in my work, answered, and gone from there', async () => {
    const filed = await file('enquiry', { ...enquiry, township: YOUXIAN });
    const question = { unit: '510703', question: '周六是否开放？' };
    await act(filed.caseId, 'share', { account: city, answers: question });
    await visit({ account, path: '/work' }, async (page) => {
      await page.click('a:has-text("其他单位请求协办")');
      await page.waitForSelector('.request:has-text("周六是否开放？")');
      await page.fill('.request textarea', '周六上午开放。');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('text=已答复。');
      await page.waitForSelector('text=没有等待答复的协办');
    });
    const seen = await run('casework/read-case', { caseId: filed.caseId }, city);
    expect(JSON.stringify(seen['parts'])).toContain('周六上午开放。');
  });
});

describe("the officer's card", () => {
  it('has a code that anybody can verify, and a QR code that leads there', async () => {
    await visit({ account, path: '/card' }, async (page) => {
      await page.waitForSelector('.qr');
      const address = new URL((await page.getAttribute('.officer-card a', 'href')) ?? '');
      expect(address.pathname).toBe(`/officers/${account}`);
      const code = address.searchParams.get('code');
      const { status, body } = await ask('identity/verify-officer', { account, code });
      expect([status, body['validToday']]).toEqual([200, true]);
    });
  });
});

describe('every page of cases', () => {
  it.each(WIDTHS)('has no serious fault for axe and no sideways scroll at %i px', async (width) => {
    const filed = await file('complaint', { ...enquiry, subject: 'staff', phone: '13800138112' }, account);
    await act(filed.caseId, 'accept', { account });
    await visit({ account, width, path: '/work' }, async (page) => {
      for (const path of ['/work', '/cases', '/file', '/file/complaint', '/phone', '/card']) {
        await goTo(page, path);
        await page.waitForSelector('table, form.filing, .menu, .qr');
        await expectSound(page, path);
      }
      await openCase(page, filed);
      await page.click('button:has-text("办结：已解决")');
      await expectSound(page, '/case');
    });
  });

  it('speaks English too', async () => {
    await visit({ account, path: '/work' }, async (page) => {
      await page.waitForSelector('.queues');
      await page.click('button:has-text("English")');
      for (const path of ['/work', '/cases', '/file/enquiry', '/phone', '/card']) {
        await goTo(page, path);
        await page.waitForSelector('table, form.filing, .qr');
        const words = (await page.textContent('main h1')) ?? '';
        expect(words, path).toMatch(/[A-Za-z]{4}/);
      }
    });
  });
});
