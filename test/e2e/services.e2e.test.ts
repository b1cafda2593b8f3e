import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Sample, samples, services } from '../../policy/services/index.ts';
import { pdfText } from '../support/pdf-text.ts';
import {
  answerPage,
  expectFault,
  expectQuestion,
  expectRead,
  expectRefused,
} from '../support/services-answers.ts';
import { servicesUnderTest, sidewaysScroll, smallTargets, violationsOf } from '../support/services-desk.ts';
import {
  fileForm,
  found,
  lastPart,
  mainOf,
  numbersOn,
  plain,
  type Visitor,
  walkToCheck,
} from '../support/services-visitor.ts';

const desk = servicesUnderTest();

interface Tried extends Sample {
  readonly key: string;
  readonly title: string;
}

const citizenServices: readonly Tried[] = services
  .filter(({ filedBy }) => filedBy === 'citizen')
  .map(({ key, title }) => ({ key, title: title.zh, ...(samples[key] ?? { answers: {}, full: {} }) }));
/** Complete answers to a form. */
const fullOf = (key: string): Readonly<Record<string, string>> => samples[key]?.full ?? {};
const questionOf = (service: string, key: string) =>
  services.find((one) => one.key === service)?.questions.find((one) => one.key === key);

const enquiry = { matter: '育儿补贴一年发几次？', subject: 'benefits', township: '510703001000' };
const reachable = { ...enquiry, phone: '13800000001' };

describe('what is already known (F8)', () => {
  it('is shown and not asked again: the next form of this browser takes it over', async () => {
    const visitor = desk.visitor();
    await fileForm({ visitor, key: 'birth-registration', answers: fullOf('birth-registration') });
    const start = await visitor.get('/services/childcare-subsidy/apply');
    expect(plain(start.html)).toContain('您刚在这台设备上提交了“生育登记');
    const begun = await visitor.post('/services/childcare-subsidy/apply/as-before', {});
    expect(begun.status).toBe(303);
    const open = new Set<string>();
    let { location } = begun;
    while (lastPart(location) !== 'check' && open.size < 40) {
      open.add(lastPart(location));
      const answer = fullOf('childcare-subsidy')[lastPart(location)] ?? '';
      location = (await visitor.post(location, { [lastPart(location)]: answer })).location;
    }
    for (const key of ['name', 'idNumber', 'phone']) expect(open.has(key), key).toBe(false);
    const check = plain((await visitor.get(location)).html);
    for (const key of ['name', 'idNumber']) expect(check).toContain(fullOf('birth-registration')[key]);
  });

  it('is offered to nobody else', async () => {
    const { html } = await desk.visitor().get('/services/childcare-subsidy/apply');
    expect(html).not.toContain('as-before');
  });
});

describe('every guide (F1, F2)', () => {
  const shown = ['', '/en'].flatMap((prefix) => services.map(({ key }) => `${prefix}/services/${key}`));

  it.each(shown)('%s has every element, and none of them is blank', async (path) => {
    const { html, status } = await desk.visitor().get(path);
    expect(status).toBe(200);
    const terms = [...html.matchAll(/<dt>([\s\S]*?)<\/dt><dd[^>]*>([\s\S]*?)<\/dd>/g)];
    expect(terms.length).toBeGreaterThan(20);
    for (const [, term = '', value = ''] of terms) expect(plain(value), plain(term)).not.toBe('');
    for (const [, cell = ''] of html.matchAll(/<(?:td|li|th)[^>]*>([\s\S]*?)<\/(?:td|li|th)>/g))
      expect(plain(cell)).not.toBe('');
    const wanted = path.startsWith('/en')
      ? ['Name', 'For whom', 'Conditions', 'Legal basis', 'Papers', 'Place', 'Hours', 'Phone', 'Process']
      : [
          '事项名称',
          '服务对象',
          '受理条件',
          '设定和办理依据',
          '申请材料',
          '办理地点',
          '办理时间',
          '咨询电话',
          '办理流程',
        ];
    const more = path.startsWith('/en')
      ? ['By law', 'Promised', 'First reply', 'Extension', 'Fee', 'Result', 'Certificate', 'Complaints']
      : ['法定时限', '承诺时限', '首次答复', '延长', '收费', '办理结果', '出具的证明', '监督投诉'];
    const main = plain(mainOf(html));
    for (const element of [...wanted, ...more]) expect(main, element).toContain(element);
    expect(found(html, /name="ArticleTitle" content="([^"]*)"/)).toBe(found(html, /<h1>([\s\S]*?)<\/h1>/));
    expect(found(html, /name="PubDate" content="([^"]*)"/)).toBe(found(html, /<time>([^<]*)/));
  });

  it('leads to the first question by one button, and says what to prepare; officers have none', async () => {
    for (const { key, filedBy, prepare } of services) {
      const { html } = await desk.visitor().get(`/services/${key}`);
      expect(html.includes(`action="/services/${key}/apply"`), key).toBe(filedBy === 'citizen');
      if (filedBy === 'citizen') expect(plain(html)).toContain(prepare.zh);
      const start = await desk.visitor().post(`/services/${key}/apply`, {});
      expect(start.status).toBe(filedBy === 'citizen' ? 303 : 404);
    }
  });

  it('says of what has ended what it was and what stands in its place', async () => {
    const { html } = await desk.visitor().get('/services/migrant-first-child-registration');
    expect(plain(html)).toContain('已于 2023-02-15 停止');
    expect(html).toContain('href="/services/birth-registration"');
    expect(mainOf(html)).not.toContain('<form');
  });

  it('is listed, in the site map and found by search', async () => {
    const [list, map, search] = await Promise.all(
      ['/services', '/sitemap.xml', '/search?q=补贴'].map((path) => desk.visitor().get(path)),
    );
    for (const { key } of services) {
      expect(list?.html).toContain(`href="/services/${key}"`);
      expect(map?.html).toContain(`/services/${key}</loc>`);
    }
    expect(search?.html).toContain('href="/services/childcare-subsidy"');
  });
});

describe.each(citizenServices)('$key', ({ key, title, full }) => {
  it('asks one question on a page, refuses what is wrong in words, and files once (F3–F7, F10–F12)', async () => {
    const visitor = desk.visitor();
    const asked: string[] = [];
    const check = await walkToCheck({
      visitor,
      key,
      answers: full,
      look: async (question, path, page) => {
        asked.push(question);
        expectQuestion(page);
        const { field } = questionOf(key, question) ?? {};
        const trying = { visitor, path, question };
        if (!field?.optional) expectFault(await visitor.post(path, { [question]: ' ' }));
        else expect(page.html).toContain('不填，直接继续');
        await expectRefused(trying, field?.kind ?? '');
        await expectRead(trying, field?.kind ?? '');
      },
    });
    const checked = await visitor.get(check);
    for (const question of asked) {
      expect(checked.html).toContain(`href="/services/${key}/apply/${question}"`);
      expect((await visitor.get(`/services/${key}/apply/${question}`)).status).toBe(200);
    }
    expect(checked.html.match(/更改<span class="unseen"> /g)).toHaveLength(asked.length);
    expect(plain(checked.html)).toContain(`提交“${title}”`);
    // Changing one answer leads back here without walking the rest.
    const changed = asked.at(-1) ?? '';
    const back = await visitor.post(`/services/${key}/apply/${changed}`, { [changed]: full[changed] ?? '' });
    expect(back.location).toBe(check);

    const all = await Promise.all([1, 2, 3, 4, 5].map(() => visitor.post(check, {})));
    for (const one of all) expect(one.location).toBe(`/services/${key}/apply/receipt`);
    const receipt = await visitor.get(all[0]?.location ?? '');
    const { number, code } = numbersOn(receipt.html);
    expect(number).toMatch(/^\d{8}-\d{6}-\d$/);
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    for (let again = 0; again < 5; again += 1) await visitor.post(check, {});
    const reloaded = await visitor.get(`/services/${key}/apply/receipt`);
    expect(numbersOn(reloaded.html)).toEqual({ number, code });
    expect((await visitor.get(check)).location).toBe(`/services/${key}/apply/receipt`);
    expect(plain(receipt.html)).toMatch(/最晚在 \d{4}-\d\d-\d\d 前办结|尚未公布/);
    expect(receipt.html).toContain(`aria-label="扫码打开本事项的进度页（需要查询码）"`);
    const progress = await visitor.post('/cases', { number, secret: code });
    expect(progress.location).toBe(`/cases/${number}`);
    const paper = await visitor.get(`/services/${key}/apply/receipt.pdf`);
    expect(paper.response.headers.get('content-type')).toBe('application/pdf');
    expect(receipt.response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('without scripts, on a phone, in English', () => {
  it.concurrent.each(citizenServices)('$key goes from the guide to the receipt', async ({ key, answers }) => {
    await desk.window({ viewport: { width: 375, height: 740 } }, async (page) => {
      await page.goto(`${desk.url()}/en/services/${key}`);
      await page.locator('.start button').click();
      for (let step = 0; step < 40 && !page.url().endsWith('/check'); step += 1) {
        const question = lastPart(new URL(page.url()).pathname);
        await answerPage(page, question, answers[question] ?? '');
      }
      await page.locator('.form button').click();
      expect(await page.locator('h1').textContent()).toBe('Sent');
      expect(await page.locator('.code.big').first().textContent()).toMatch(/^\d{8}-\d{6}-\d$/);
    });
  });
});

describe('by keyboard alone (F15)', () => {
  /** Tab until the control is reached, as somebody without a mouse does. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press('Tab');
      const [reached, ring] = (await page.evaluate(
        `(() => { const e = document.activeElement; return [e.matches(${JSON.stringify(selector)}), parseFloat(getComputedStyle(e).outlineWidth)]; })()`,
      )) as [boolean, number];
      if (!reached) continue;
      expect(ring, selector).toBeGreaterThanOrEqual(2);
      return;
    }
    throw new Error(`${selector} is never reached`);
  }

  it('the longest form goes from the guide to its receipt', async () => {
    const full = fullOf('newborn-bundle');
    await desk.window({ viewport: { width: 1366, height: 768 }, javaScriptEnabled: true }, async (page) => {
      await page.goto(`${desk.url()}/services/newborn-bundle`);
      await tabTo(page, '.start button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/apply\/\w+$/);
      let steps = 0;
      for (; steps < 40 && !page.url().endsWith('/check'); steps += 1) {
        const question = lastPart(page.url());
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        const radio = page.locator('input[type=radio]');
        if ((await radio.count()) > 0) {
          await tabTo(page, 'input[type=radio]');
          const values = (await page.evaluate(
            "[...document.querySelectorAll('input[type=radio]')].map((one) => one.value)",
          )) as readonly string[];
          await page.keyboard.press('Space');
          for (let down = 0; down < values.indexOf(full[question] ?? ''); down += 1)
            await page.keyboard.press('ArrowDown');
        } else {
          await tabTo(page, `#${question}`);
          if ((await page.locator('select').count()) > 0) await page.keyboard.press('ArrowDown');
          else await page.keyboard.insertText(full[question] ?? '');
        }
        await tabTo(page, '.form button');
        await Promise.all([
          page.waitForURL((url) => !url.pathname.endsWith(`/${question}`)),
          page.keyboard.press('Enter'),
        ]);
      }
      expect(steps).toBeGreaterThan(15);
      await tabTo(page, '.form button');
      await Promise.all([page.waitForURL(/receipt$/), page.keyboard.press('Enter')]);
      expect(await page.locator('h1').textContent()).toBe('已经提交');
      expect(await page.locator('tbody tr').count()).toBe(3);
    });
  });

  it('what is wrong has the focus, and its link leads to the control', async () => {
    for (const javaScriptEnabled of [false, true]) {
      await desk.window({ viewport: { width: 1366, height: 768 }, javaScriptEnabled }, async (page) => {
        await page.goto(`${desk.url()}/services/birth-registration`);
        await page.locator('.start button').click();
        await page.locator('.form button').click();
        expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        expect(await page.locator(':focus').count()).toBe(1);
        expect(new URL(page.url()).hash).toBe('#name');
      });
    }
  });
});

describe('a draft (F13)', () => {
  it('goes on with another device by its code, which stands in no address', async () => {
    const one = desk.visitor();
    const start = await one.post('/services/complaint/apply', {});
    await one.post(start.location, { matter: '等了两个小时' });
    const page = await one.get('/services/complaint/apply/subject');
    const code = found(page.html, /<dd class="code">([^<]*)/);
    expect(code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    expect(plain(page.html)).toMatch(/保存到\d{4}-\d\d-\d\d \d\d:\d\d/);
    const other = desk.visitor();
    const opened = await other.post('/drafts', { code: code.toLowerCase().replaceAll('-', ' ') });
    expect(opened.location).toBe('/services/complaint/apply/subject');
    expect((await other.get('/services/complaint/apply/matter')).html).toContain('等了两个小时');
    expect(opened.location + start.location).not.toContain(code);
    expectFault(await desk.visitor().post('/drafts', { code: 'AAAA-BBBB-CCCC-DDDD' }));
    expectFault(await desk.visitor().post('/en/drafts', { code: '' }), true);
  });

  it('is emptied on request, on this device and everywhere', async () => {
    const visitor = desk.visitor();
    const start = await visitor.post('/services/complaint/apply', {});
    await visitor.post(start.location, { matter: '不想让别人看到' });
    const code = found((await visitor.get(start.location)).html, /<dd class="code">([^<]*)/);
    expect((await visitor.post('/services/complaint/apply/forget', {})).location).toContain('/cleared');
    expect(visitor.cookies.size).toBe(0);
    const other = desk.visitor();
    await other.post('/drafts', { code });
    expect((await other.get('/services/complaint/apply/matter')).html).not.toContain('不想让别人看到');
  });

  it('of whoever refuses consent keeps nothing', async () => {
    const visitor = desk.visitor();
    const start = await visitor.post('/services/folic-acid/apply', {});
    const refused = await visitor.post(start.location, { consent: 'no' });
    expect(plain((await visitor.get(refused.location)).html)).toContain('什么都没有保存');
    expect(visitor.cookies.size).toBe(0);
  });
});

describe('distress', () => {
  it('has the support line before anything else, and the form goes on', async () => {
    const supervisor = await desk.officer('demo-county-supervisor');
    const visitor = desk.visitor();
    const answers = { ...enquiry, matter: '孩子走了，我不想活了。' };
    let shown = 0;
    const filed = await fileForm({
      visitor,
      key: 'enquiry',
      answers,
      look: async (question, _path, { html }) => {
        if (question === 'matter') return;
        expect(mainOf(html)).toMatch(/^<div class="support"[\s\S]*12356/);
        shown += 1;
      },
    });
    expect(shown).toBeGreaterThan(2);
    expect(mainOf((await visitor.get('/services/enquiry/apply/receipt')).html)).toMatch(
      /^<div class="support"/,
    );
    const { rows } = await supervisor.list({ query: filed.number });
    expect(rows).toMatchObject([{ number: filed.number, distress: true }]);
  });
});

describe('following a case (F14)', () => {
  it('takes number and second factor; wrong and unknown look alike', async () => {
    const { number, code } = await fileForm({ visitor: desk.visitor(), key: 'enquiry', answers: reachable });
    const without = await desk.visitor().get(`/cases/${number}`);
    expect(plain(without.html)).not.toContain('咨询 ');
    expect(without.html).toContain('name="secret"');
    const wrong = await desk.visitor().post('/cases', { number, secret: 'ABCDEFGH' });
    const unknown = await desk.visitor().post('/cases', { number: '20261127-048213-5', secret: 'ABCDEFGH' });
    expect(expectFault(wrong)).toBe(expectFault(unknown));
    const unnamed = desk.visitor();
    expect((await unnamed.get('/cases/20261127-048213-5')).html.length).toBe(without.html.length);
    const visitor = desk.visitor();
    const opened = await visitor.post('/cases', {
      number: number.replaceAll('-', ''),
      secret: code.toLowerCase(),
    });
    expect(opened.location).toBe(`/cases/${number}`);
    const [line = ''] = opened.response.headers.getSetCookie();
    expect(line).toMatch(new RegExp(`Path=/cases/${number}; .*HttpOnly; SameSite=Strict`));
    expect(line).not.toContain(code);
    for (let reload = 0; reload < 2; reload += 1)
      expect(plain((await visitor.get(`/cases/${number}`)).html)).toContain('已收到，待受理');
    const byPhone = desk.visitor();
    await byPhone.post(`/cases/${number}`, { secret: '138 0000 0001' });
    expect(plain((await byPhone.get(`/cases/${number}`)).html)).toContain('用电话只能查看');
    await visitor.post(`/cases/${number}/leave`, {});
    expect((await visitor.get(`/cases/${number}`)).html).toContain('name="secret"');
  });

  it('closes the door after too many wrong codes, in words', async () => {
    const { number, code } = await fileForm({ visitor: desk.visitor(), key: 'enquiry', answers: enquiry });
    const visitor = desk.visitor();
    for (let tries = 0; tries < 10; tries += 1) await visitor.post('/cases', { number, secret: 'ABCDEFGH' });
    const closed = await visitor.post('/cases', { number, secret: code });
    expect(closed.status).toBe(429);
    expect(plain(closed.html)).toContain('请一小时后再试');
  });

  it('shows what was said, takes what was asked for, once, and asks once how it went', async () => {
    const clerk = await desk.officer('demo-county-caseworker');
    const visitor = desk.visitor();
    const { number, code } = await fileForm({ visitor, key: 'suggestion', answers: enquiry });
    await visitor.post('/cases', { number, secret: code });
    const page = async () => plain(mainOf((await visitor.get(`/cases/${number}`)).html));
    await clerk.act(number, 'accept');
    await clerk.act(number, 'ask-applicant', { question: '是哪一天？' });
    expect(await page()).toMatch(/等待申请人补充[\s\S]*时限停止计算[\s\S]*是哪一天？/);
    const form = `/cases/${number}/actions/supply`;
    const once = found((await visitor.get(form)).html, /name="once" value="([^"]*)"/);
    expectFault(await visitor.post(form, { once, answer: '' }));
    const sent = await Promise.all(
      [1, 2, 3].map(() => visitor.post(form, { once, answer: '9 月 3 日上午' })),
    );
    expect(new Set(sent.map((one) => one.location))).toEqual(new Set([`/cases/${number}`]));
    expect((await page()).match(/9 月 3 日上午/g)).toHaveLength(1);
    expectFault(await visitor.post(`/cases/${number}/rate`, { satisfied: 'satisfied', solved: 'yes' }));
    await clerk.act(number, 'resolve', { answer: '已改为周六开放' });
    expect(await page()).toMatch(/已解决[\s\S]*评价办理结果[\s\S]*已改为周六开放/);
    expectFault(await visitor.post(`/cases/${number}/rate`, { satisfied: 'dissatisfied' }));
    const rated = await visitor.post(`/cases/${number}/rate`, { satisfied: 'dissatisfied', solved: 'no' });
    expect(plain((await visitor.get(rated.location)).html)).toContain('交给负责人复核');
    expect(await page()).toContain('您已经评价过');
    const again = await visitor.post(`/cases/${number}/rate`, { satisfied: 'satisfied', solved: 'yes' });
    expect(expectFault(again)).toContain('评价');
  });

  it('asks by the link that was sent, without the page of the case; a wrong token looks like a wrong code', async () => {
    const clerk = await desk.officer('demo-county-caseworker');
    const { number } = await fileForm({ visitor: desk.visitor(), key: 'enquiry', answers: reachable });
    await clerk.act(number, 'accept');
    await clerk.act(number, 'resolve', { answer: '一年一次' });
    const link = /\/cases\/[\d-]+\/rate\?token=[\w-]+/.exec(await desk.sentAbout(number))?.[0] ?? '';
    const asked = await desk.visitor().get(link);
    expect(plain(mainOf(asked.html))).not.toContain('查询码');
    const token = found(asked.html, /name="token" value="([^"]*)"/);
    const given = { token, satisfied: 'satisfied', solved: 'yes', remark: '很快' };
    const path = `/cases/${number}/rate`;
    expect(expectFault(await desk.visitor().post(path, { ...given, token: 'made-up' }))).toContain('不正确');
    const rated = await desk.visitor().post(path, given);
    expect(plain((await desk.visitor().get(rated.location)).html)).toContain('谢谢您的评价');
    expect(expectFault(await desk.visitor().post(path, given))).toContain('评价过');
  });

  it('is withdrawn by its applicant', async () => {
    const visitor = desk.visitor();
    const { number, code } = await fileForm({ visitor, key: 'complaint', answers: enquiry });
    await visitor.post('/cases', { number, secret: code });
    await visitor.post(`/cases/${number}/actions/withdraw`, {});
    expect(plain((await visitor.get(`/cases/${number}`)).html)).toContain('已撤回');
  });
});

describe('a certificate', () => {
  const name = `䶮㐂𠮷·${'长'.repeat(46)}`;

  it('keeps rare characters to the paper, and is verified by whoever holds it (F12, F17)', async () => {
    const clerk = await desk.officer('demo-county-caseworker');
    const visitor = desk.visitor();
    const answers = { ...samples['birth-registration']?.answers, name };
    const check = await walkToCheck({ visitor, key: 'birth-registration', answers });
    expect((await visitor.get(check)).html).toContain(name);
    const { location } = await visitor.post(check, {});
    const { number, code } = numbersOn((await visitor.get(location)).html);
    await clerk.act(number, 'register');
    await visitor.post('/cases', { number, secret: code });
    const progress = await visitor.get(`/cases/${number}`);
    const address = found(progress.html, /href="(\/certificates\/[^"]+)"/);
    expect(address).toMatch(new RegExp(`^/certificates/C${number}\\?code=[2-9A-Z]{8}$`));
    const paper = await fetch(`${desk.url()}/cases/${number}/certificate.pdf`, {
      headers: { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    const bytes = new Uint8Array(await paper.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toContain('/FontFile2');
    const text = pdfText(bytes);
    for (const words of ['生育登记证明', '䶮㐂𠮷·', `C${number}`, '涪城区']) expect(text).toContain(words);
    const shown = plain(mainOf((await desk.visitor().get(address)).html));
    expect(shown).toContain('这份证明是真的');
    expect(shown).not.toContain(name);
    const typed = await desk
      .visitor()
      .post('/certificates', { number: `c${number}`, code: address.slice(-8).toLowerCase() });
    expect(typed.status).toBe(303);
    expect((await desk.visitor().get(`/certificates/C${number}?code=ABCDEFGH`)).status).toBe(404);
    expectFault(await desk.visitor().post('/certificates', { number, code: 'ABCDEFGH' }));
  });

  it('of a receipt can be read by machines', async () => {
    const visitor = desk.visitor();
    const { number, code } = await fileForm({ visitor, key: 'enquiry', answers: enquiry });
    const paper = await fetch(`${desk.url()}/services/enquiry/apply/receipt.pdf`, {
      headers: { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    const text = pdfText(new Uint8Array(await paper.arrayBuffer()));
    for (const words of ['受理回执', '咨询', number, code, `/cases/${number}`]) expect(text).toContain(words);
  });
});

describe('the card of an officer', () => {
  it('is verified by whoever it is shown to; wrong and unknown look alike', async () => {
    const { name, code } = await (await desk.officer('demo-county-caseworker')).card();
    const sent = await desk.visitor().post('/officers', { account: name, code: code.toLowerCase() });
    expect(sent.status).toBe(303);
    const shown = plain(mainOf((await desk.visitor().get(`/officers/${name}?code=${code}`)).html));
    for (const words of ['今天在岗有效', '办件员', '涪城区']) expect(shown).toContain(words);
    const wrong = await desk.visitor().post('/officers', { account: name, code: 'ABCDEFGH' });
    const unknown = await desk.visitor().post('/officers', { account: 'nobody', code: 'ABCDEFGH' });
    expect(expectFault(wrong)).toBe(expectFault(unknown));
    expect((await desk.visitor().get('/officers/nobody?code=ABCDEFGH')).status).toBe(404);
    expectFault(await desk.visitor().post('/en/officers', {}), true);
  });
});

describe('what other sites and other readers may do (F16)', () => {
  it('refuses what is posted from elsewhere', async () => {
    for (const path of ['/services/enquiry/apply', '/services/enquiry/apply/check', '/cases', '/drafts'])
      for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])
        expect((await desk.visitor().post(path, {}, headers)).status, path).toBe(403);
  });

  it('keeps forms and cases out of caches and scripts out of pages', async () => {
    const visitor = desk.visitor();
    const { location, response } = await visitor.post('/services/enquiry/apply', {});
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const page = await visitor.get(location);
    expect(page.response.headers.get('cache-control')).toBe('no-store');
    expect(page.response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self'/,
    );
    expect(page.html).not.toMatch(/<script| style="| on\w+="/);
  });

  it('lists no case anywhere', async () => {
    const { number } = await fileForm({ visitor: desk.visitor(), key: 'enquiry', answers: enquiry });
    for (const path of [
      '/',
      '/services',
      '/cases',
      '/site-map',
      '/sitemap.xml',
      '/feed.xml',
      `/search?q=${number}`,
    ])
      expect(mainOf((await desk.visitor().get(path)).html).replaceAll(`“${number}”`, '')).not.toContain(
        number,
      );
  });
});

describe('how it looks', () => {
  /** A page of every kind, some of them with a fault. */
  async function pagesOf(visitor: Visitor): Promise<readonly string[]> {
    const start = await visitor.post('/services/rural-reward-support/apply', {});
    const full = fullOf('rural-reward-support');
    let { location } = start;
    const paths = [
      '/services',
      '/services/disability-appraisal',
      '/services/re-birth-approval',
      '/services/petition/apply',
      '/services/enquiry/apply/check',
    ];
    while (lastPart(location) !== 'check') {
      paths.push(location);
      const question = lastPart(location);
      ({ location } = await visitor.post(location, { [question]: full[question] ?? '' }));
    }
    const { number, code } = await fileForm({
      visitor,
      key: 'newborn-bundle',
      answers: fullOf('newborn-bundle'),
    });
    await visitor.post('/cases', { number, secret: code });
    return [
      ...paths,
      '/services/rural-reward-support/apply/village?in=510703001000',
      '/services/rural-reward-support/apply/check',
      '/services/newborn-bundle/apply/receipt',
      `/cases/${number}`,
      `/cases/${number}/actions/withdraw`,
      `/cases/${number}/rate`,
      '/cases',
      '/drafts',
      '/certificates',
      '/officers',
    ];
  }

  const views = [
    { width: 375, mode: 'normal.normal', least: 44, isChecked: true },
    { width: 1366, mode: 'elder.high', least: 60, isChecked: true },
    { width: 320, mode: 'normal.normal', least: 44, isChecked: false },
    { width: 683, mode: 'elder.normal', least: 60, isChecked: false },
  ];

  it('axe finds nothing, nothing is cut off at 320 px or 200 %, and targets are large enough', async () => {
    const visitor = desk.visitor();
    const paths = await pagesOf(visitor);
    for (const { width, mode, least, isChecked } of views) {
      await desk.window({ viewport: { width, height: 740 }, javaScriptEnabled: true }, async (page) => {
        await desk.carry(page, visitor);
        await page.context().addCookies([{ name: 'view', value: mode, url: desk.url() }]);
        const look = async (what: string) => {
          const where = `${what} at ${String(width)} in ${mode}`;
          expect(await sidewaysScroll(page), where).toBeLessThanOrEqual(0);
          expect(await smallTargets(page, least), where).toEqual([]);
          if (isChecked) expect(await violationsOf(page), where).toEqual([]);
        };
        for (const path of paths) {
          await page.goto(desk.url() + path);
          await look(path);
        }
        for (const path of ['/cases', '/services/rural-reward-support/apply/children']) {
          await page.goto(desk.url() + path);
          if (path !== '/cases') await page.goto(`${desk.url()}/en${path}`);
          await page.locator('.form button').click();
          await look(`${path} with a fault`);
        }
      });
    }
  });

  it('prints what matters and leaves out what only a screen needs', async () => {
    const visitor = desk.visitor();
    const { number, code } = await fileForm({ visitor, key: 'enquiry', answers: enquiry });
    await visitor.post('/cases', { number, secret: code });
    await desk.window({ viewport: { width: 1366, height: 768 } }, async (page) => {
      await desk.carry(page, visitor);
      await page.emulateMedia({ media: 'print' });
      for (const path of ['/services/enquiry/apply/receipt', `/cases/${number}`, '/services/enquiry']) {
        await page.goto(desk.url() + path);
        expect(await page.locator('.main-navigation, main form').first().isVisible(), path).toBe(false);
        expect(await page.locator('.print-address').isVisible()).toBe(true);
      }
    });
  });
});
