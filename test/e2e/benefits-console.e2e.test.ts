import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../policy/services/samples.ts';
import { checkDigit } from '../../src/language/index.ts';
import { casesApi } from '../support/cases-api.ts';
import { consoleUnderTest, WIDTHS } from '../support/console.ts';

const { url, passwordOf, visit, goTo, expectSound } = consoleUnderTest();
const { run, file, act } = casesApi(url, passwordOf);

const officer = 'demo-county-benefits-officer';
const head = 'demo-county-benefits-supervisor';
const accountant = 'demo-county-benefits-accountant';
const SENT = 'Control+Enter';
const VILLAGE = '510703001003';
const LOSS = { fen: 1000, months: 3 };

let serial = 700;
/** Somebody of the county whom the register knows. */
async function enrol(name: string) {
  serial += 2;
  const digits = `51079019620304${String(serial)}`;
  const idNumber = digits + checkDigit(digits);
  const person = { name, sex: 'female', birthDate: '1962-03-04', idNumber, date: '2003-01-05' };
  const places = { registeredVillage: VILLAGE, residentVillage: VILLAGE };
  const { personId } = await run('register/enrol-person', { ...person, ...places }, 'demo-county-registrar');
  return { personId: String(personId), name, idNumber };
}
type Enrolled = Awaited<ReturnType<typeof enrol>>;

const apply = (service: string, { name, idNumber }: Enrolled, over: object = {}) =>
  file(service, { ...samples[service]?.answers, name, idNumber, ...over });

/** Confirmed by the API, for what comes afterwards. */
async function entitle(one: Enrolled) {
  const { caseId } = await apply('special-support', one, { situation: 'loss' });
  await act(caseId, 'accept', { account: officer });
  await act(caseId, 'pass-up', { account: officer, answers: { opinion: '符合' } });
  await act(caseId, 'confirm', { account: head, answers: { fromMonth: '2026-01-01', opinion: '同意' } });
}

const told = (page: Page, words: string) => page.waitForSelector(`.came-of-it:has-text("${words}")`);
const press = async (page: Page, label: string) => {
  await page.focus(`button:has-text("${label}")`);
  await page.keyboard.press('Enter');
};
const pick = async (page: Page, label: string) => {
  await press(page, label);
  await page.waitForSelector('.action-form');
};

let paid: Enrolled;
let refused: Enrolled;

beforeAll(async () => {
  [paid, refused] = [await enrol('秦望舒'), await enrol('赵大山')];
  await entitle(refused);
}, 120_000);

describe('an application, from filing to what is drawn', () => {
  it('stands beside the reasons, one condition after the other; an officer takes it in and passes it up', async () => {
    const { caseId } = await apply('special-support', paid, { situation: 'loss' });
    await visit({ account: officer, path: '/work' }, async (page) => {
      await goTo(page, `/case/${caseId}`);
      await page.waitForSelector('.verdict:has-text("还不能判断")');
      const rows = await page.locator('.eligibility tbody tr').allTextContents();
      expect(rows.join(' ')).toMatch(/✓ 符合1933 年 1 月 1 日以后出生.*1962-03-04.*1933-01-01/);
      expect(rows.join(' ')).toMatch(/\? 不能判断.*缺/);
      expect(await page.textContent('.eligibility')).toContain('系统不作任何决定');
      // Nothing is ever posted of these families: there is no such panel.
      expect(await page.locator('button:has-text("张贴公示")').count()).toBe(0);
      await press(page, '受理');
      await told(page, '受理');
      await pick(page, '报县级确认');
      await page.keyboard.type('登记信息相符');
      await page.keyboard.press(SENT);
      await told(page, '报县级确认');
    });
    await visit({ account: head, path: '/work' }, async (page) => {
      await goTo(page, `/case/${caseId}`);
      await page.waitForSelector('.verdict');
      await page.focus('.actions button:has(span:text-is("确认"))');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#field-fromMonth:focus');
      await page.keyboard.type('2026年1月1日');
      await page.keyboard.press('Tab');
      await page.keyboard.type('同意');
      await page.keyboard.press(SENT);
      await page.waitForSelector('.gist:has-text("已确认")');
    });
  });

  it('is drawn from the month on; the account shows four digits; a pause needs a reason and says what it changed', async () => {
    await visit(
      { account: head, path: '/entitlements?programme=special-support&place=active' },
      async (page) => {
        await page.waitForSelector('a:has-text("秦望舒")');
        await page.reload();
        expect(await page.inputValue('select[aria-label="状态"]')).toBe('active');
        await page.click('a:has-text("秦望舒")');
        await page.waitForSelector('dd:has-text("•••• 0001")');
        expect(await page.textContent('main')).not.toContain('6200');
        await page.waitForSelector('td:has-text("独生子女死亡")');
        await pick(page, '变更档次');
        await page.waitForSelector('.action-form input[value="disability"]');
        await page.keyboard.press('Escape');
        await pick(page, '暂停发放');
        await page.keyboard.press(SENT);
        await page.waitForSelector('#field-fromMonth[aria-invalid="true"]:focus');
        await page.keyboard.type('2027-01-01');
        await page.keyboard.press('Tab');
        await page.keyboard.type('核实户籍');
        await page.keyboard.press(SENT);
        await told(page, '暂停发放');
        await page.waitForSelector('h1:has-text("暂停发放")');
        expect(await page.textContent('.timeline')).toContain('核实户籍');
      },
    );
  });
});

describe('an application for a child', () => {
  it('is compared with what the register says of the child; without one the remedy is said', async () => {
    const mother = await enrol('周岚');
    const birthDate = '2025-06-01';
    const child = { name: '周小禾', sex: 'female', birthDate, birthDateIs: 'known' };
    const born = { ...child, motherId: mother.personId };
    const { personId } = await run('register/record-birth', born, 'demo-county-registrar');
    const named = { childName: '周小禾', birthDate };
    const { caseId } = await apply('childcare-subsidy', mother, named);
    const other = await apply('childcare-subsidy', mother, { ...named, childName: '周没有' });
    await visit({ account: officer, path: '/work' }, async (page) => {
      await goTo(page, `/case/${caseId}`);
      await page.waitForSelector('.eligibility:has-text("按登记簿中这个孩子的情况")');
      await page.waitForSelector('.eligibility .is-met');
      await page.click('a:has-text("查看这个孩子")');
      await page.waitForURL(`**/beneficiary/${String(personId)}*`);
      await goTo(page, `/case/${other.caseId}`);
      await page.waitForSelector('.flagged:has-text("没有申请表上这个姓名和出生日期的孩子")');
      await page.waitForSelector('.eligibility:has-text("只按申请表填写的出生日期")');
    });
  });
});

describe('an application that the village deliberates on', () => {
  it('is posted with a masked name; what is objected has to be looked into', async () => {
    const one = await enrol('顾清和');
    const { caseId } = await apply('rural-reward-support', one, { village: VILLAGE });
    await act(caseId, 'accept', { account: officer });
    await visit({ account: officer, path: '/work' }, async (page) => {
      await goTo(page, `/case/${caseId}`);
      await page.waitForSelector('.declared:has-text("1973 年至 2001 年")');
      await page.waitForSelector('.outcome:has-text("已申报")');
      await pick(page, '张贴公示');
      expect(await page.textContent('.action-form')).toContain('不写证件号、住址、电话');
      await page.keyboard.press(SENT);
      await told(page, '已公示“顾*和”');
      await page.waitForSelector('strong:has-text("公示中")');
      await pick(page, '登记异议');
      await page.keyboard.type('听说有变化');
      await page.keyboard.press(SENT);
      await told(page, '异议已登记');
      await pick(page, '登记核实情况');
      await page.keyboard.type('核实无变化');
      await page.keyboard.press(SENT);
      await told(page, '核实情况已登记');
      expect(await page.textContent('main')).toMatch(/听说有变化.*核实：核实无变化/);
    });
  });
});

describe('a value that was raised for months that were paid', () => {
  it('is owed: one person notes it of everybody, another approves it', async () => {
    const monthly = { programme: 'only-child-reward', parameter: 'monthly', amount: 1000 };
    const year = String(new Date().getFullYear() - 1);
    const since = { place: '510703', from: `${year}-01-01`, confirmedThrough: `${year}-12-31` };
    const paper = { document: '涪府办〔2026〕8 号', publishedOn: `${year}-12-01` };
    const { valueId } = await run('benefits/enter-value', { ...monthly, ...since, ...paper }, officer);
    await run('benefits/approve-value', { valueId }, head);
    const path = '/entitlements/arrears?programme=only-child-reward';
    await visit({ account: officer, path }, async (page) => {
      await pick(page, '记录全部');
      await page.keyboard.type('涪卫发〔2026〕3 号');
      await page.keyboard.press(SENT);
      await told(page, '已记录');
      await page.waitForSelector('.flagged:has-text("须由")');
      expect(await page.locator('button:has-text("批准")').count()).toBe(0);
    });
    await visit({ account: head, path }, async (page) => {
      await pick(page, '批准');
      await page.keyboard.press(SENT);
      await told(page, '批准');
      await page.waitForSelector(`td:has-text("${head}")`);
    });
  });
});

describe('a list of payments', () => {
  const answerTo = (content: string) => {
    const [, ...lines] = content.trim().split('\r\n');
    const rows = lines.map((line) => {
      const [reference, , holder, amount] = line.split(',');
      return holder === '赵大山'
        ? `${reference},${amount},失败,账号户名不符,2026-04-10`
        : `${reference},${amount},成功,,2026-04-10`;
    });
    return ['业务编号,金额,处理结果,原因,处理日期', ...rows, ''].join('\r\n');
  };
  const create = async (page: Page) => {
    await pick(page, '生成发放名单');
    await page.selectOption('#batch-programme', 'special-support');
    await page.fill('#batch-year', '2026');
    await page.check('input[name="batch-quarter"][value="1"]');
    await page.keyboard.press(SENT);
  };
  let address = '';

  it('is made by one person, who cannot approve it', async () => {
    await visit({ account: accountant, path: '/payments' }, async (page) => {
      await create(page);
      await told(page, `2 人，${(2 * LOSS.fen * LOSS.months).toLocaleString('en')}.00 元`);
      await page.click('.benefit-table tr:has-text("待审批") a');
      await page.waitForSelector('.batch-steps');
      expect(await page.textContent('.batch-steps')).toContain(`须由 ${accountant} 以外`);
      expect(await page.locator('button:has-text("审批通过")').count()).toBe(0);
      address = page.url().replace(`${url()}/console`, '');
    });
  });

  it('is approved by another', async () => {
    await visit({ account: head, path: address }, async (page) => {
      await pick(page, '审批通过');
      expect(await page.textContent('.action-form')).toMatch(/2 人，6,000\.00 元/);
      await page.keyboard.press(SENT);
      await told(page, '已审批通过');
      await page.waitForSelector(`.batch-steps li.done:has-text("${head}")`);
      expect(await page.locator('button:has-text("导出银行文件")').count()).toBe(0);
    });
  });

  it('goes to the bank, comes back, and every fen is accounted for; what failed comes again', async () => {
    await visit({ account: accountant, path: address }, async (page) => {
      await pick(page, '导出银行文件');
      const downloaded = page.waitForEvent('download');
      await page.keyboard.press(SENT);
      const content = await readFile(await (await downloaded).path(), 'utf8');
      await told(page, '2 笔，6,000.00 元');
      await pick(page, '读取回盘文件');
      await page.keyboard.press(SENT);
      await page.waitForSelector('.action-form [role="alert"]:has-text("先选择文件")');
      const buffer = Buffer.from(answerTo(content));
      await page.setInputFiles('#return-file', { name: 'back.csv', mimeType: 'text/csv', buffer });
      await page.focus('#return-file');
      await page.keyboard.press(SENT);
      await told(page, '入账 1 笔 3,000.00 元，退票 1 笔 3,000.00 元');
      await page.waitForSelector('strong:has-text("一分不差")');
      await pick(page, '对账');
      await page.keyboard.press(SENT);
      await told(page, '对账无误，名单办结');
      await page.selectOption('select[aria-label="银行结果"]', 'failed');
      await page.waitForURL('**result=failed');
      await page.waitForSelector('td:has-text("账号户名不符")');
      await goTo(page, '/payments');
      await create(page);
      await told(page, '1 人，3,000.00 元');
      await goTo(page, '/payments/books');
      await page.waitForSelector('strong:has-text("账目全部相符")');
    });
  });
});

describe('programmes and people', () => {
  it('are assessed, foreseen and tried, the trial marked as one', async () => {
    await visit({ account: head, path: '/programmes' }, async (page) => {
      await page.click('.benefit-table a:has-text("育儿补贴")');
      await page.waitForSelector('.tally');
      await page.click('.sections a:has-text("未来十二个月")');
      await page.waitForSelector('p:has-text("随时间推移")');
      await page.click('.sections a:has-text("试算")');
      await page.focus('#trial-yearly');
      await page.keyboard.type('三千');
      await page.keyboard.press(SENT);
      await page.waitForSelector('#trial-yearly-problem:has-text("按元填写")');
      await page.fill('#trial-yearly', '7,200');
      await page.keyboard.press(SENT);
      await page.waitForSelector('.trial:has-text("试算，非现行规定")');
      expect(await page.inputValue('#trial-yearly')).toBe('7,200');
    });
  });

  it('are found eligible in a township and told that they can apply', async () => {
    await visit({ account: officer, path: '/entitlements' }, async (page) => {
      await goTo(page, '/programmes/childcare-subsidy/people');
      await page.waitForSelector('p:has-text("请先选择地区")');
      await page.selectOption('select[aria-label="地区"]', '510703001000');
      await page.waitForURL('**area=510703001000');
      await page.waitForSelector('.benefit-table input');
      await page.focus('.benefit-table input');
      await page.keyboard.press('Space');
      await pick(page, '提示 1 人可以申请');
      await page.keyboard.press(SENT);
      await told(page, '已生成 1 条提示');
    });
  });

  it('have letters printed, and that these were handed over is recorded', async () => {
    const path = '/entitlements?place=proposed&programme=childcare-subsidy';
    await visit({ account: officer, path }, async (page) => {
      await page.waitForSelector('.benefit-table input');
      const downloaded = page.waitForEvent('download');
      await press(page, '打印告知书');
      const letters = await readFile(await (await downloaded).path());
      expect(letters.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      await page.waitForSelector('.letters [role="status"]:has-text("已生成 1 份告知书")');
      await page.focus('.benefit-table input');
      await page.keyboard.press('Space');
      await pick(page, '登记已递交告知书');
      await page.keyboard.type('2026-11-01');
      await page.keyboard.press(SENT);
      await told(page, '已登记 1 人收到告知书');
      await page.click('.benefit-table a');
      await page.waitForSelector('.timeline:has-text("2026-11-01")');
    });
  });

  it('are found by name, without a mouse', async () => {
    await visit({ account: officer, path: '/beneficiaries' }, async (page) => {
      await page.waitForSelector('input[name="query"]:focus');
      await page.keyboard.type('秦望舒');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.benefit-table a:has-text("秦望舒")');
      expect(await page.textContent('.benefit-table')).not.toContain(paid.idNumber);
      await page.focus('.benefit-table a');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/beneficiary/${paid.personId}`);
    });
  });

  it('have facts attested by a document, and the reasons follow', async () => {
    await visit({ account: officer, path: '/entitlements' }, async (page) => {
      await goTo(page, `/beneficiary/${paid.personId}?programme=only-child-reward`);
      const row = '.eligibility tr:has-text("光荣证")';
      await page.waitForSelector(`${row} .is-notMet, ${row} .is-unknown`);
      await pick(page, '登记经核实的事实');
      await page.selectOption('#attest-kind', 'honour-certificate');
      await page.fill('#attest-day', '1990-05-01');
      await page.fill('#attest-document', '光荣证 1990-0001 号');
      await page.keyboard.press(SENT);
      await told(page, '事实已登记');
      await page.waitForSelector(`${row} .is-met`);
      await pick(page, '撤回');
      await page.keyboard.type('证件号录错');
      await page.keyboard.press(SENT);
      await told(page, '事实已撤回');
      await page.waitForSelector('.timeline:has-text("证件号录错")');
    });
  });

  it('have numbers of rules entered by one person and approved by another', async () => {
    await visit({ account: officer, path: '/values' }, async (page) => {
      await pick(page, '填写标准');
      await page.selectOption('#value-programme', 'only-child-reward');
      await page.waitForSelector('#value-parameter option[value="monthly"]', { state: 'attached' });
      await page.selectOption('#value-parameter', 'monthly');
      await page.selectOption('#value-place', '510703');
      await page.fill('#value-amount', '10');
      await page.fill('#value-document', '演示发〔2026〕1 号');
      await page.fill('#value-publishedOn', '2026-01-05');
      await page.fill('#value-from', '2026-01-01');
      await page.fill('#value-confirmedThrough', '2026-12-31');
      await page.keyboard.press(SENT);
      await told(page, '等待另一人核准');
      expect(await page.locator('main button:has(span:text-is("核准"))').count()).toBe(0);
    });
    await visit({ account: head, path: '/values?waiting=yes' }, async (page) => {
      await page.waitForSelector('tr:has-text("演示发")');
      expect(await page.textContent('tr:has-text("演示发")')).toContain('10.00 元');
      await page.click('tr:has-text("演示发") button');
      await page.waitForSelector('.action-form');
      await page.keyboard.press(SENT);
      await told(page, '标准已核准');
    });
  });

  it('have what is given in kind recorded', async () => {
    await visit({ account: officer, path: '/records' }, async (page) => {
      await pick(page, '登记');
      await page.selectOption('#record-project', 'cleft-operation');
      await page.fill('#record-day', '2026-05-01');
      await page.fill('#record-personId', paid.idNumber);
      await page.focus('#record-personId');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.picked:has-text("秦望舒")');
      await page.fill('[id="record-amounts.operations"]', '3');
      await page.keyboard.press(SENT);
      await told(page, '已登记');
      await page.waitForSelector('tr:has-text("2026-05-01"):has-text("手术人数: 3"):has-text("秦望舒")');
    });
  });
});

/** As a link does it, without loading the console anew. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', '/console${path}'); dispatchEvent(new Event('jiahu:moved'))`,
  );
  await page.waitForLoadState('networkidle');
  await page.waitForSelector('p:text-is("Reading…")', { state: 'detached' });
}

describe('the pages of benefits', () => {
  it('stay sound and speak English', async () => {
    const { rows } = await run('benefits/list-entitlements', { programme: 'special-support' }, head);
    const [one] = rows as { personId: string; entitlementId: string }[];
    const { batches } = await run('benefits/list-batches', {}, accountant);
    const [batch] = batches as { batchId: string }[];
    const paths = [
      '/entitlements',
      '/entitlements?place=proposed&programme=childcare-subsidy',
      '/beneficiaries',
      '/beneficiaries?query=%E7%A7%A6%E6%9C%9B%E8%88%92',
      '/entitlements/changes',
      '/entitlements/overpaid',
      '/entitlements/arrears',
      `/entitlement/${String(one?.personId)}/${String(one?.entitlementId)}`,
      `/beneficiary/${String(one?.personId)}`,
      '/payments',
      `/payments/${String(batch?.batchId)}`,
      '/programmes',
      '/programmes/rural-reward',
      '/programmes/rural-reward/people?area=510703001000',
      '/programmes/rural-reward/outlook',
      '/programmes/rural-reward/trial',
      '/programmes/rural-reward/rules',
      '/values',
      '/records',
    ];
    await visit({ account: head, path: '/work' }, async (page) => {
      await page.click('button[lang="en"]');
      for (const path of paths) {
        await page.setViewportSize({ width: 1366, height: 768 });
        await follow(page, path);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 768 });
          await expectSound(page, `${path} at ${String(width)} px`);
        }
        expect(await page.textContent('header nav'), path).toContain('Entitlements');
        expect(await page.locator('[role="alert"]').count(), path).toBe(0);
      }
    });
  });

  it('are for benefits alone: a caseworker sees none of them, an accountant no cases, a clerk of benefits no health', async () => {
    await visit({ account: 'demo-county-caseworker', path: '/work' }, async (page) => {
      await page.waitForSelector('.queues');
      expect(await page.textContent('nav')).not.toMatch(/待遇|发放名单/);
      for (const path of ['/entitlements', '/payments', `/beneficiary/${paid.personId}`]) {
        await page.goto(`${url()}/console${path}`);
        await page.waitForSelector('[role="alert"]:has-text("不能查看这一页")');
      }
    });
    await visit({ account: accountant, path: '/' }, async (page) => {
      await page.waitForSelector('h1:has-text("发放名单")');
      expect(await page.textContent('nav')).not.toMatch(/事项|我的工作/);
    });
    await visit({ account: officer, path: '/work' }, async (page) => {
      await page.goto(`${url()}/console/stations`);
      await page.waitForSelector('[role="alert"]:has-text("不能查看这一页")');
      await page.goto(`${url()}/console/payments/books`);
      await page.waitForSelector('[role="alert"]:has-text("不能查看这一页")');
    });
  });
});
