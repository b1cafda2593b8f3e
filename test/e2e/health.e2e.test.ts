import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../policy/services/samples.ts';
import { casesApi, type Filed } from '../support/cases-api.ts';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { url, passwordOf, visit, goTo, expectSound } = consoleUnderTest();
const { run, file, act } = casesApi(url, passwordOf);

const nurse = 'demo-county-health-worker';
const head = 'demo-county-health-supervisor';
const caseworker = 'demo-county-caseworker';
const SENT = 'Control+Enter';
const CHECKUP = 'preconception-checkup';
/** A working day on which nobody has booked. */
const DAY = '2027-03-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const station = {
  name: '测试妇幼保健站',
  area: '510703001000',
  address: '样例路 1 号',
  phone: '0816-0000000',
  hours: '工作日 8:30–17:00',
  offers: [CHECKUP],
  capacity: 2,
  openedOn: '2020-01-01',
};
let stationId = '';

beforeAll(async () => {
  stationId = String((await run('health/open-station', station, head))['stationId']);
}, 60_000);

const fileCheckup = () => file(CHECKUP, samples[CHECKUP]?.answers ?? {});
const openRecord = async (page: Page, { caseId }: Pick<Filed, 'caseId'>) => {
  await goTo(page, `/case/${caseId}`);
  await page.waitForSelector('.health-record h2');
};
const told = (page: Page, words: string) => page.waitForSelector(`.came-of-it:has-text("${words}")`);
const pick = async (page: Page, task: string) => {
  await page.focus(`button:has-text("${task}")`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.action-form');
};

/** Tab after tab until the field has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.id')) === id) return;
  }
  throw new Error(`never reached ${id}`);
}

const consentBy = (page: Page) => page.locator('.consents > li');

describe('a check-up from consent to follow-up', () => {
  let filed: Filed;
  beforeAll(async () => {
    filed = await fileCheckup();
    await act(filed.caseId, 'issue-card', { account: nurse, answers: { card: 'K1' } });
  });

  it('has no form without consent, and says why and how there can be one', async () => {
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      expect(await page.textContent('.health-record')).toContain('还没有人同意');
      expect(await page.textContent('.health-record')).toContain('先当面说明');
      expect(await page.locator('button:has-text("登记检查结果")').count()).toBe(0);
      await pick(page, '登记同意');
      await page.waitForSelector('.consent-text:has-text("完全由您决定")');
      await page.fill('#consent-giver', '林小禾');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#consent-bornOn:focus');
      expect(await page.textContent('#consent-bornOn-problem')).toContain('请填写');
      await page.keyboard.type('2020年5月1日');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#consent-givenBy-problem:has-text("第三十一条")');
      await page.fill('#consent-bornOn', '1993-04-12');
      await page.keyboard.press(SENT);
      await told(page, '已登记女方的同意');
      expect(await consentBy(page).textContent()).toContain('林小禾（本人）签字');
    });
  });

  it('is booked where places are free', async () => {
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      await pick(page, '预约检查');
      await page.selectOption('#booking-stationId', stationId);
      await page.fill('#booking-day', '20200101');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#booking-day-problem:has-text("已经过去")');
      await page.fill('#booking-day', DAY);
      await page.waitForSelector(`text=${DAY} 还有 2 个名额（共 2 个）`);
      await page.keyboard.press(SENT);
      await told(page, `已预约：${DAY}`);
      await page.waitForSelector('.gist:has-text("已预约")');
      await pick(page, '预约检查');
      await page.selectOption('#booking-stationId', stationId);
      await page.fill('#booking-day', DAY);
      await page.waitForSelector(`text=${DAY} 还有 1 个名额（共 2 个）`);
    });
  });

  it('takes results by keyboard, refuses what cannot be in the words of the server, and flags what lies outside', async () => {
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      await pick(page, '登记检查结果');
      expect(await page.locator('.result-group').count()).toBe(19);
      await page.keyboard.press(SENT);
      await page.waitForSelector('[role="alert"]:has-text("还没有填写任何结果")');
      await page.waitForSelector('#result-educated:focus');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#results-stationId[aria-invalid="true"]:focus');
      await page.selectOption('#results-stationId', stationId);
      await page.focus('#results-stationId');
      await tabTo(page, 'result-haemoglobin');
      await page.keyboard.type('9800');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#result-haemoglobin:focus');
      await page.waitForSelector('#result-haemoglobin-problem:has-text("不可能是 9800 g/L")');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('98');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#result-haemoglobin-problem:has-text("没有参考范围")');
      await page.keyboard.press('Tab');
      await page.keyboard.type('110');
      await page.keyboard.press('Tab');
      await page.keyboard.type('160');
      await page.selectOption('#result-rhesus', 'positive');
      await page.keyboard.press(SENT);
      await told(page, '已登记 3 项结果');
      const row = await page.textContent('.results tr:has-text("血红蛋白")');
      expect(row).toMatch(/98 g\/L.*110 – 160.*↓ 低于参考范围/);
      expect(await page.textContent('.results tr:has-text("Rh")')).toMatch(/阳性.*未见异常/);
      expect(await page.textContent('.grade')).toMatch(/发现风险因素.*由本人决定下一步.*风疹病毒/);
    });
  });

  it('is talked over and followed', async () => {
    await act(filed.caseId, 'examine', { account: nurse, answers: { examinedOn: today, items: '2' } });
    await act(filed.caseId, 'counsel', { account: nurse, answers: { counselledOn: today } });
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      await pick(page, '登记咨询指导');
      await page.selectOption('#counselling-stationId', stationId);
      await page.fill('#counselling-note', '建议复查血红蛋白');
      await page.keyboard.press(SENT);
      await told(page, '咨询指导已登记');
      await page.waitForSelector('.timeline li:has-text("建议复查血红蛋白")');
      await pick(page, '登记早孕随访');
      // The station of the last record is chosen already.
      expect(await page.inputValue('#early-follow-up-stationId')).toBe(stationId);
      await page.keyboard.press(SENT);
      await told(page, '随访已登记');
      await page.waitForSelector('.gist:has-text("妊娠结局随访")');
      await pick(page, '登记妊娠结局随访');
      expect(await page.textContent('.action-form')).toContain('不愿告知');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.action-form', { state: 'detached' });
      await page.waitForSelector('#task-outcome-follow-up:focus');
    });
  });

  it('stays sound in both languages and at both widths', async () => {
    for (const width of WIDTHS)
      await visit({ account: nurse, path: '/work', width }, async (page) => {
        await openRecord(page, filed);
        await page.waitForSelector('.results tbody tr');
        await pick(page, '登记检查结果');
        await expectSound(page, `/case at ${String(width)}`);
        await page.keyboard.press('Escape');
        await pick(page, '撤回女方的同意');
        await expectSound(page, `/case, withdrawing at ${String(width)}`);
        await page.click('button[lang="en"]');
        await page.waitForSelector('.results:has-text("below the range")');
        await expectSound(page, `/case in English at ${String(width)}`);
        for (const path of ['/stations', `/stations/${stationId}`, `/supplies?station=${stationId}`]) {
          await goTo(page, path);
          await page.waitForSelector('.stations, .facts, .stock');
          await expectSound(page, `${path} at ${String(width)}`);
        }
      });
  });

  it('disappears when consent is withdrawn, and the case is closed', async () => {
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      await pick(page, '撤回女方的同意');
      expect(await page.textContent('.action-form')).toContain('其他任何服务、登记和补贴都不受影响');
      await page.keyboard.press(SENT);
      await told(page, '已撤回女方的同意');
      await page.waitForSelector('.gist:has-text("已撤回同意")');
      const shown = await page.textContent('.health-record');
      expect(shown).toContain('记录不再有人能看');
      expect(shown).not.toMatch(/血红蛋白|建议复查/);
      expect(await page.locator('.health-record button').count()).toBe(0);
      expect(await consentBy(page).textContent()).toContain('已于');
    });
  });
});

describe('a service of one meeting', () => {
  it('is recorded as it was given', async () => {
    const filed = await file('folic-acid', samples['folic-acid']?.answers ?? {});
    const consent = { subject: 'woman', way: 'signed', givenBy: 'self', giver: '林小禾', bornOn: '19930412' };
    await run('health/record-consent', { caseId: filed.caseId, ...consent, givenOn: today }, nurse);
    await visit({ account: nurse, path: '/work' }, async (page) => {
      await openRecord(page, filed);
      await pick(page, '登记服务');
      expect(await page.locator('button:has-text("登记检查结果")').count()).toBe(0);
      await page.selectOption('#visit-stationId', stationId);
      await page.check('input[name="visit-way"][value="home"]');
      await page.keyboard.press(SENT);
      await told(page, '服务已登记');
      await page.waitForSelector('.timeline li:has-text("上门")');
    });
  });
});

describe('the network', () => {
  it('stands level by level; a station is opened, changed, assessed and closed by who may', async () => {
    await visit({ account: head, path: '/stations' }, async (page) => {
      await page.waitForSelector('.stations tbody tr');
      const levels = await page.locator('.stations tbody td:nth-child(2)').allTextContents();
      expect(levels.slice(0, 2)).toEqual(['县', '乡镇']);
      await pick(page, '设立机构');
      await page.selectOption('#open-area', '510703001000');
      await page.fill('#open-name', '新设站');
      await page.fill('#open-address', '样例路 2 号');
      await page.fill('#open-phone', '0816-0000001');
      await page.fill('#open-hours', '全天');
      await page.fill('#open-capacity', '3');
      await page.fill('#open-openedOn', '2024-01-01');
      await page.check('label:has-text("孕前优生") input');
      await page.keyboard.press(SENT);
      await told(page, '已设立“新设站”');
      await page.click('.stations a:has-text("新设站")');
      await page.waitForSelector('h1:has-text("新设站")');
      await pick(page, '变更信息');
      await page.fill('#change-hours', '工作日');
      await page.keyboard.press(SENT);
      await told(page, '机构信息已变更');
      await page.waitForSelector('dd:has-text("工作日")');
      await pick(page, '评定示范站');
      expect(await page.textContent('.action-form')).toContain('评定标准尚待市里确认');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#assess-year[aria-invalid="true"]');
      await page.fill('#assess-year', '2099');
      await page.fill('#assess-basis', '演示文件');
      for (const group of await page.locator('.action-form fieldset').all())
        await group.locator('input').first().check();
      for (const field of await page.locator('input[id^="assess-evidence-"]').all())
        await field.fill('现场查看');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#assess-year-problem:has-text("还没有到")');
      await page.fill('#assess-year', '2026');
      await page.keyboard.press(SENT);
      await told(page, '2026 年评为示范站');
      await page.waitForSelector('dd:has-text("2026 年示范站")');
      await pick(page, '撤销机构');
      await page.fill('#close-closedOn', '2026-11-01');
      await page.keyboard.press(SENT);
      await told(page, '机构已撤销');
      expect(await page.locator('button:has-text("变更信息")').count()).toBe(0);
    });
  });

  it('has its incidents reported and followed until they are closed', async () => {
    await visit({ account: nurse, path: `/stations/${stationId}` }, async (page) => {
      await page.waitForSelector('h2:has-text("安全事件")');
      expect(await page.locator('button:has-text("评定示范站")').count()).toBe(0);
      await pick(page, '报告安全事件');
      await page.selectOption('#report-kind', 'medicine');
      await page.fill('#report-happenedOn', today);
      await page.fill('#report-affected', '1');
      await page.fill('#report-account', '皮疹，已停用');
      await page.keyboard.press(SENT);
      await told(page, '安全事件已报告');
      await pick(page, '登记处理情况');
      await page.keyboard.type(today);
      await page.check('input[value="yes"]');
      await page.fill('.action-form textarea', '已更换批次');
      await page.keyboard.press(SENT);
      await told(page, '处理情况已登记');
      expect(await page.textContent('.incidents')).toMatch(/已处理完毕.*皮疹，已停用.*已更换批次/);
      expect(await page.locator('button:has-text("登记处理情况")').count()).toBe(0);
    });
  });
});

describe('free supplies', () => {
  it('are counted, without anybody, and never fall below nothing', async () => {
    await visit({ account: nurse, path: '/supplies' }, async (page) => {
      await page.waitForSelector('text=谁领取了，这里不问、不记');
      await page.selectOption('#station', stationId);
      await page.waitForURL(`**station=${stationId}`);
      await page.waitForSelector('.stock tbody tr');
      const move = async (way: string, quantity: string) => {
        await page.check(`input[name="${way}-supply"][value="condoms"]`);
        await page.fill(`#${way}-quantity`, quantity);
        await page.fill(`#${way}-day`, today);
        await page.keyboard.press(SENT);
      };
      await move('receive', '1200');
      await told(page, '现有 1,200');
      await move('give', '1201');
      await page.waitForSelector('[role="alert"]:has-text("库存不足")');
      await move('give', '200');
      await told(page, '还剩 1,000');
      expect(await page.textContent('.stock tr:has-text("避孕套")')).toContain('1,000');
      const labels = await page.locator('.moves label').allTextContents();
      expect(labels.join(' ')).not.toMatch(/姓名|证号|电话/);
    });
  });
});

describe('who has nothing to do with health services', () => {
  it('sees none of their pages', async () => {
    const filed = await fileCheckup();
    await visit({ account: caseworker, path: '/work' }, async (page) => {
      await page.waitForSelector('.queues');
      expect(await page.textContent('nav')).not.toMatch(/服务机构|免费药具/);
      for (const path of ['/stations', `/stations/${stationId}`, '/supplies']) {
        await page.goto(`${url()}/console${path}`);
        await page.waitForSelector('[role="alert"]:has-text("不能查看这一页")');
      }
      await page.goto(`${url()}/console/case/${filed.caseId}`);
      await page.waitForSelector('[role="alert"]');
      expect(await page.locator('.health-record').count()).toBe(0);
    });
  });
});
