import { describe, expect, it } from 'vitest';
import { benefitsDesk, village } from '../../test/support/benefits-desk.ts';
import { found, mainOf, plain } from '../../test/support/services-visitor.ts';
import { wirePortal } from '../composition/wire-portal.ts';
import type { Given } from './family/question.ts';

const { house, run, rows, enrol, apply, act } = await benefitsDesk({ isMadeUp: false });
const origin = 'http://city.example';
const portal = wirePortal(house, { publicUrl: origin, synthetic: true }, () => '127.0.0.1');

const send = async (form: Given) => {
  const headers = { origin, host: 'city.example' };
  const body = new URLSearchParams(form);
  const response = await portal.request(`${origin}/benefits/check`, { method: 'POST', headers, body });
  return { response, html: await response.text() };
};
const get = async (path: string) => (await portal.request(`${origin}${path}`)).text();

const hiddenIn = (html: string): Given =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );

/** From the first question to the result; whatever is not in `answers` is passed over. */
async function walk(answers: Given) {
  const asked: string[] = [];
  let page = await send({});
  while (page.html.includes('name="asked"')) {
    expect(asked.length).toBeLessThan(25);
    const hidden = hiddenIn(page.html);
    asked.push(hidden['asked'] ?? '');
    const fields = [...page.html.matchAll(/<input [^>]*name="([^"]+)"/g)].map(([, name = '']) => name);
    const own = Object.entries(answers).filter(([key]) => fields.includes(key) && !(key in hidden));
    page = await send({
      ...hidden,
      ...Object.fromEntries(own),
      ...(own.length === 0 ? { skip: 'yes' } : {}),
    });
  }
  const text = plain(mainOf(page.html).replace(/<(h\d|li|dd|dt|p)/g, '\n<$1'));
  return { asked, text, html: page.html, hidden: hiddenIn(page.html) };
}

/** Walked once for each family. */
const walked = new Map<string, ReturnType<typeof walk>>();
const ask = (answers: Given): ReturnType<typeof walk> => {
  const key = JSON.stringify(answers);
  const result = walked.get(key) ?? walk(answers);
  walked.set(key, result);
  return result;
};

/** What stands under a heading of the result. */
const under = ({ html }: { readonly html: string }, heading: string) =>
  plain(new RegExp(`<h2>${heading}</h2>([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '');

const mother: Given = {
  registered: 'yes',
  bornOn: '1992年3月4日',
  sex: 'female',
  children: '1',
  birth1: '2025-6-1',
  here1: 'yes',
  complication: 'none',
  planning: 'no',
};
const farmer: Given = {
  registered: 'yes',
  bornOn: '1960-03-04',
  sex: 'male',
  children: '2',
  birth1: '1985-06-01',
  birth2: '1988-02-02',
  sex1: 'female',
  sex2: 'female',
  hukou: 'rural',
  married: 'yes',
  spouseBornOn: '1962-01-01',
  spouseHukou: 'rural',
  complication: 'none',
};
const bereaved: Given = {
  ...mother,
  bornOn: '1970-03-04',
  children: '0',
  lost: '1',
  lostBirth1: '1995-01-01',
  lostDeath1: '2015-04-04',
  hukou: 'urban',
  married: 'no',
};

describe('what a family is asked', () => {
  it('of a young mother is nothing that hurts and nothing that the rules do not need', async () => {
    const { asked } = await ask(mother);
    expect(asked).toEqual([
      'registered',
      'bornOn',
      'sex',
      'children',
      'births',
      'here',
      'complication',
      'planning',
    ]);
  });

  it('is whether the children are daughters only where two of them make a difference', async () => {
    expect((await ask(farmer)).asked).toContain('sexes');
    expect((await ask({ ...farmer, children: '3', birth3: '1990-01-01' })).asked).not.toContain('sexes');
    expect((await ask({ ...farmer, children: '1' })).asked).not.toContain('sexes');
  });

  it('is a lost child only of parents to whom it would bring something, and it can be passed over', async () => {
    expect((await ask(farmer)).asked).not.toContain('lost');
    expect((await ask(bereaved)).asked).toContain('lost');
    const { lost: _, ...silent } = bereaved;
    expect(under(await ask(silent), '现在还不能判断')).toContain('您跳过了：您还有过已经离世的孩子吗？');
  });

  it('is a certificate of disability only of the parents of one child, near the age', async () => {
    expect((await ask({ ...farmer, children: '1' })).asked).toContain('grades');
    expect((await ask(farmer)).asked).not.toContain('grades');
    expect((await ask(mother)).asked).not.toContain('grades');
  });

  it('leads by way of residence to the check-up of a couple registered elsewhere', async () => {
    const couple: Given = {
      registered: 'no',
      bornOn: '1996-03-04',
      children: '0',
      married: 'yes',
      spouseBornOn: '1995-01-01',
      planning: 'yes',
      spouseHere: 'no',
      residentSince: '2020-01-01',
      spouseResidentSince: '2021-01-01',
      checkup: 'no',
    };
    expect(under(await ask(couple), '本人声明以后，看起来可以享受')).toContain('国家免费孕前优生健康检查');
    expect((await ask({ ...couple, planning: 'no' })).asked).not.toContain('resident');
  });
});

describe('what a family is told', () => {
  it('is what it can draw, how much this year, and what has to be met besides', async () => {
    const told = under(await ask(mother), '看起来可以享受');
    for (const words of ['育儿补贴：第 1 个孩子', '3,600 元', '未领取不低于国家标准的地方育儿补贴'])
      expect(told).toContain(words);
  });

  it('is what would have to be declared, in full, and that the amount is stale', async () => {
    const told = under(await ask(farmer), '本人声明以后，看起来可以享受');
    for (const words of [
      '农村部分计划生育家庭奖励扶助',
      '960 元',
      '本人如实申报：1973 年至 2001 年',
      '很久没有人复核',
    ])
      expect(told).toContain(words);
  });

  it('is why not, by which clause, and from which day', async () => {
    const told = under(await ask(mother), '按您的回答，现在不符合');
    expect(told).toContain('2050-03-04 起满足');
    expect(told).toContain('依据：四川省农村部分计划生育家庭奖励扶助政策汇编');
    const soon = under(await ask({ ...farmer, bornOn: '1968-01-01' }), '再过一段时间可能可以享受');
    expect(soon).toContain('如果其他情况不变，2028-01-01 起');
  });

  it('names what hangs on things that nobody was asked, and what has no value yet', async () => {
    const told = await ask(mother);
    expect(under(told, '这里没有问到')).toContain('经诊断为唇裂或腭裂');
    expect(under(told, '现在还不能判断')).toContain('本地的标准还没有填写');
  });

  it('says nothing of a child that died but what its parents receive', async () => {
    const told = await ask(bereaved);
    expect(under(told, '看起来可以享受')).toContain('12,000 元');
    expect(told.text).not.toContain('第 1 个孩子');
  });

  it('takes nothing along to the application', async () => {
    const { html } = await ask(mother);
    expect(html).toContain('href="/services/childcare-subsidy"');
    for (const [, address = ''] of html.matchAll(/(?:href|action)="([^"]*)"/g))
      expect(address).not.toMatch(/1992|2025-06|birth|bornOn/);
  });

  it('can be changed answer by answer', async () => {
    const { hidden } = await ask(mother);
    const page = await send({ ...hidden, change: 'bornOn' });
    expect(page.html).toMatch(/name="bornOn"[^>]* value="1992-03-04"/);
    const { asked: _, change: __, ...kept } = hiddenIn(page.html);
    const again = await send({ ...kept, asked: 'bornOn', bornOn: '1993-01-01' });
    expect(plain(again.html)).toContain('1993-01-01');
    expect(plain(again.html)).toContain('看起来可以享受');
  });
});

describe('answers', () => {
  it.each([
    ['bornOn', '', '请填写'],
    ['bornOn', '1990-2-30', '没有“1990-2-30”这一天'],
    ['bornOn', '2999-1-1', '这一天还没有到'],
    ['children', '许多', '0 到 10 之间的整数'],
    ['registered', '', '请选择'],
  ])('%s “%s” is refused with a remedy', async (asked, typed, says) => {
    const { response, html } = await send({ asked, [asked]: typed });
    expect(response.status).toBe(422);
    expect(found(html, /<title>([^<]*)/)).toMatch(/^错误：/);
    expect(found(html, /class="field-error">([^<]*)/)).toContain(says);
    expect(found(html, /<li><a href="#[^"]+">([^<]*)/)).toContain(says);
  });

  it('cannot have a child die before it was born', async () => {
    const lost = { children: '0', lost: '1', lostBirth1: '2015-01-01', lostDeath1: '2014-01-01' };
    const { response, html } = await send({ ...lost, asked: 'losses' });
    expect(response.status).toBe(422);
    expect(html).toContain('离世的日期不能早于出生日期');
  });

  it('that were tampered with are asked again, and others than the form has are left behind', async () => {
    const { html } = await send({
      registered: 'yes',
      bornOn: '<script>',
      sex: 'neither',
      foe: 'x',
      skipped: 'foe',
    });
    expect(hiddenIn(html)).toEqual({ asked: 'bornOn', registered: 'yes' });
  });

  it('are kept nowhere: no row of any table comes or changes, and no cache may hold a page', async () => {
    const tables = await rows(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const prints = () =>
      Promise.all(
        tables.map(async ({ name }) => [
          name,
          await rows(
            `SELECT count(*), sum(hashtextextended(one::text, 0)::numeric) FROM ${String(name)} one`,
          ),
        ]),
      );
    const before = await prints();
    await walk(bereaved);
    expect(await prints()).toEqual(before);
    const { response } = await send({});
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('are not taken from other sites', async () => {
    const response = await portal.request(`${origin}/benefits/check`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', host: 'city.example' },
      body: new URLSearchParams({}),
    });
    expect(response.status).toBe(403);
  });
});

describe('notices', () => {
  it('show a masked name and the programme under the village, and nothing else', async () => {
    expect(await get('/benefits/notices')).toContain('今天没有正在公示的名单');
    // Days of notice are values of a made-up city.
    await rows(`INSERT INTO platform_city VALUES (1, 'synthetic', '510700000000', now())`);
    const person = await enrol();
    const { caseId } = await apply('rural-reward-support', { ...person, village });
    await act(caseId, 'accept');
    await run('benefits/post-notice', { caseId, level: 'village' });
    const page = mainOf(await get('/benefits/notices'));
    expect(plain(page)).toContain('秦*舒');
    expect(plain(page)).toContain('农村部分计划生育家庭奖励扶助');
    expect(page).not.toContain('秦望舒');
    expect(page).not.toMatch(/\d{8}-\d{6}-\d/);
  });
});

describe('the rules behind a service', () => {
  it('are reached from its guide, and the guide from them', async () => {
    expect(await get('/services/rural-reward-support')).toContain('href="/benefits/rural-reward"');
    expect(await get('/benefits/rural-reward')).toContain('href="/services/rural-reward-support"');
    expect(await get('/services/enquiry')).not.toContain('href="/benefits/');
  });

  it('are in the site map and found by search', async () => {
    expect(await get('/sitemap.xml')).toContain('/benefits/special-support</loc>');
    expect(await get('/search?q=育儿')).toContain('href="/benefits/childcare-subsidy"');
  });
});
