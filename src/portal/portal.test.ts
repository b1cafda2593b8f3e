import { describe, expect, it } from 'vitest';
import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import { toPublicJson } from '../publishing/index.ts';
import { createPortal } from './create-portal.tsx';
import { fixtureBenefits } from './fixture-benefits.ts';
import { fixtureDesk } from './fixture-desk.ts';
import { fixtureEdition } from './fixture-edition.ts';
import { fixtureDocuments, fixtureSeries } from './fixture-library.ts';

const none = () =>
  failure('not_found', text('没有这一年。', 'No such year.'), text('有 2013。', 'There is 2013.'));
const portal = createPortal({
  readEdition: (year, edition) =>
    year === 2013 && (edition ?? 2) === 2 ? Promise.resolve(fixtureEdition) : Promise.reject(none()),
  listEditions: () =>
    Promise.resolve([
      {
        year: 2013,
        edition: 2,
        publishedAt: fixtureEdition.content.publishedAt,
        sha256: fixtureEdition.sha256,
      },
    ]),
  listDocuments: () => Promise.resolve(fixtureDocuments),
  listSeries: () => Promise.resolve(fixtureSeries),
  ...fixtureDesk,
  ...fixtureBenefits,
  publicJson: toPublicJson,
  site: { publicUrl: 'http://city.example', synthetic: true, cityName: text('绵阳市', 'Mianyang') },
});
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await portal.request(`http://city.example${path}`, { headers });
  return { response, body: await response.text() };
};
const meta = (body: string, name: string) =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(body)?.[1];

const pages = [
  '/',
  '/reports',
  '/reports/2013',
  '/reports/2013/editions/2',
  '/reports/2013/figures/births',
  '/reports/2013/figures/rate',
  '/reports/2013/figures/withheld',
  '/reports/2013/figures/nothing',
  '/reports/2013/figures/ended',
  '/reports/2013/editions/2/figures/rate',
  '/documents',
  '/documents/paper',
  '/documents/paper-explained',
  '/history',
  '/history/fee',
  '/data',
  '/data/figures-2013',
  '/benefits',
  '/benefits/reward',
  '/benefits/check',
  '/benefits/notices',
  '/about',
  '/accessibility',
  '/site-map',
  '/search?q=x',
  '/leave?to=weibo&page=/reports/2013',
].flatMap((path) => [path, path === '/' ? '/en/' : `/en${path}`]);

describe('every page of a made-up city', () => {
  it.each([...pages, '/nowhere', '/en/nowhere', '/reports/1999'])(
    '%s says that it is made up',
    async (path) => {
      const { body } = await get(path);
      expect(body).toContain(path.startsWith('/en') ? 'made-up demonstration city' : '虚构的示范城市');
      expect(meta(body, 'robots')).toBe('noindex, nofollow');
      expect(meta(body, 'SiteIDCode')).toBe('0000000000');
      expect(body).not.toContain('<script');
      expect(body).not.toMatch(/ style="/);
    },
  );

  it.each(pages)('%s has one title, one heading and the tags of its column', async (path) => {
    const { response, body } = await get(path);
    expect(response.status).toBe(200);
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body.match(/<main/g)).toHaveLength(1);
    for (const name of ['SiteName', 'SiteDomain', 'ColumnName', 'ColumnType', 'Description', 'Url'])
      expect(meta(body, name)).toBeTruthy();
    expect(body).toContain(path.startsWith('/en') ? '<html lang="en"' : '<html lang="zh-CN"');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('an article', () => {
  it('bears title, date, source and canonical address in its tags as on its face', async () => {
    const { body } = await get('/reports/2013');
    expect(meta(body, 'ArticleTitle')).toBe('测试报告');
    expect(body).toContain('<h1>测试报告</h1>');
    expect(meta(body, 'PubDate')).toBe('2026-01-03 00:30');
    expect(body).toContain('>2026-01-03 00:30</time>');
    expect(meta(body, 'Url')).toBe('http://city.example/reports/2013');
    expect(body).toContain('<link rel="canonical" href="http://city.example/reports/2013"/>');
  });

  it('turns figure references into links with value and unit', async () => {
    const { body } = await get('/reports/2013');
    expect(body).toContain('<a class="figure" href="/reports/2013/figures/births">1,234 人</a>');
    expect(body).toContain('<a class="figure" href="/reports/2013/figures/rate">1.96‰</a>');
    expect((await get('/en/reports/2013')).body).toContain(
      'href="/en/reports/2013/figures/births">1,234</a>',
    );
  });

  it('shows withheld and absent numbers as what they are', async () => {
    const { body } = await get('/reports/2013/figures/births');
    expect(body).toContain('<span class="withheld"');
    expect((await get('/reports/2013/figures/nothing')).body).toContain(
      '<span class="answer-value">—</span>',
    );
    expect((await get('/reports/2013/figures/ended')).body).toContain('自 2021-08-20 起不再收集');
  });

  it('is not sent again to whoever has it', async () => {
    const { response } = await get('/reports/2013');
    const again = await get('/reports/2013', { 'If-None-Match': response.headers.get('etag') ?? '' });
    expect(again.response.status).toBe(304);
  });
});

describe('what does not exist', () => {
  it.each([
    ['/reports/1999', '有 2013。'],
    ['/en/reports/1999', 'There is 2013.'],
    ['/reports/2013/editions/9', '有 2013。'],
    ['/reports/2013/figures/brith', 'births、rate、withheld、nothing、ended'],
    ['/nowhere', '网站地图'],
    ['/leave?to=https://evil.example', '网站地图'],
    ['/reports/2013.xml', '网站地图'],
  ])('%s is 404 and says what there is', async (path, words) => {
    const { response, body } = await get(path);
    expect(response.status).toBe(404);
    expect(body).toContain(words);
  });
});

describe('files', () => {
  it('give the public contract as JSON', async () => {
    const { body } = await get('/reports/2013.json');
    const json: unknown = JSON.parse(body);
    expect(json).toMatchObject({
      year: 2013,
      edition: 2,
      synthetic: true,
      snapshot: { sha256: 'a'.repeat(64) },
    });
    expect(json).toHaveProperty('figures.2.value', 'suppressed');
    expect(json).not.toHaveProperty('figures.0.breakdown');
  });

  it('give CSV with a byte order mark that says it is made up', async () => {
    const response = await portal.request('/reports/2013.csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain('made-up');
  });

  it.each(['/feed.xml', '/en/feed.xml', '/sitemap.xml'])('%s is XML that lists the report', async (path) => {
    const { response, body } = await get(path);
    expect(response.headers.get('content-type')).toContain('xml');
    expect(body).toContain('/reports/2013');
  });

  it('asks robots to stay away', async () => {
    expect((await get('/robots.txt')).body).toContain('Disallow: /');
  });
});

describe('what comes from outside', () => {
  it('is escaped in search', async () => {
    const { body } = await get(`/search?q=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;script&gt;');
  });

  it('finds by a word of the text, and offers next steps when there is nothing', async () => {
    expect((await get(`/search?q=${encodeURIComponent('历史')}`)).body).toContain(
      '/reports/2013/figures/ended',
    );
    expect((await get('/search?q=zzzz')).body).toContain('href="/site-map"');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/ok\n//evil',
  ])('never redirects to %s', async (back) => {
    const { response } = await get(`/preferences?size=large&back=${encodeURIComponent(back)}`);
    expect(response.headers.get('location')).toBe('/');
  });

  it('keeps the way of display in a cookie', async () => {
    const { response } = await get('/preferences?size=elder&contrast=high&back=/reports/2013');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/reports/2013');
    const { body } = await get('/reports/2013', {
      Cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    });
    expect(body).toContain('class="size-elder contrast-high"');
  });
});

describe('the rules of a programme', () => {
  it('mark what counts here today, what nobody has checked again, and what was invented', async () => {
    const { body } = await get('/benefits/reward');
    const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      row.replace(/<[^>]+>/g, ' '),
    );
    expect(rows.filter((row) => row.includes('现行'))).toEqual([expect.stringContaining('1,200.50 元')]);
    expect(rows.find((row) => row.includes('960 元'))).toContain('2021-12-31 以后没有人复核过');
    expect(rows.find((row) => row.includes('1,200.50 元'))).toContain('虚构数，只供演示');
    expect(rows.find((row) => row.includes('500 元'))).toContain('2012-01-01 至 2013-12-31');
    expect(body).toContain('年龄：还没有查到，也没有填写。');
  });

  it('of a programme that there is not are not found', async () => {
    expect((await get('/benefits/nothing')).response.status).toBe(404);
  });
});
