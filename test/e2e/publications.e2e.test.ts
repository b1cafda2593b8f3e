import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { cityDataFolder } from '../support/demo-city.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const folder = cityDataFolder();
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer(folder.path)]);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

const get = async (path: string) => {
  const response = await fetch(server.url + path);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text(),
  };
};

const kinds = [
  '/',
  '/reports/2013',
  '/reports/2013/figures/natural_increase_rate',
  '/documents/special-family-support-2013',
  '/history/social_maintenance_fee',
  '/data/figures-2013',
  '/search?q=1',
];

/** Fast 3G as browsers imitate it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const FAST_3G = {
  offline: false,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
  latency: 150,
};

describe('loading (A15)', () => {
  it.each(kinds)('%s is there within 3 s on fast 3G and does not shift', async (path) => {
    const context = await browser.newContext({ viewport: { width: 375, height: 768 } });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', FAST_3G);
      await page.addInitScript(
        `window.shifted = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifted += one.value; }).observe({ type: 'layout-shift', buffered: true });`,
      );
      await page.goto(server.url + path, { waitUntil: 'load' });
      const [loaded, shifted] = (await page.evaluate(
        `[performance.getEntriesByType('navigation')[0].loadEventEnd, window.shifted]`,
      )) as [number, number];
      expect(loaded).toBeLessThan(3000);
      expect(shifted).toBeLessThan(0.1);
    } finally {
      await context.close();
    }
  });
});

describe('feed and site map (A16)', () => {
  it.each(['', '/en'])('the feed under "%s" is XML and lists every document and edition', async (prefix) => {
    const page = await browser.newPage();
    const { body } = await get(`${prefix}/feed.xml`);
    const links = (await page.evaluate(
      `[...new DOMParser().parseFromString(${JSON.stringify(body)}, 'application/xml').querySelectorAll('entry link')].map((one) => one.getAttribute('href'))`,
    )) as string[];
    await page.close();
    expect(links).toContain(`${server.url}${prefix}/documents/provincial-circular-2013-3`);
    expect(links).toContain(`${server.url}${prefix}/reports/2013/editions/1`);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);
  });

  it('the site map is XML, lists every kind of page in both languages, and its dates are those of the pages', async () => {
    const { body } = await get('/sitemap.xml');
    for (const path of kinds.slice(1, 6)) {
      expect(body).toContain(`<loc>${server.url}${path}</loc>`);
      expect(body).toContain(`<loc>${server.url}/en${path}</loc>`);
    }
    const modified = /2013-3<\/loc><lastmod>([^<]+)</.exec(body)?.[1];
    const page = await get('/documents/provincial-circular-2013-3');
    expect(page.body).toContain(`datetime="${modified ?? 'nothing'}"`);
  });
});

describe('a policy page (A17)', () => {
  it('shows number, date, issuer and validity', async () => {
    const { body } = await get('/documents/provincial-circular-2013-3');
    for (const word of [
      '发文字号',
      '川人口领发〔2013〕3号',
      '成文日期',
      '2013-12-31',
      '发布机构',
      '现行有效',
    ])
      expect(body).toContain(word);
  });

  it('is linked with its explanation in both directions', async () => {
    const paper = await get('/documents/special-family-support-2013');
    const explained = await get('/documents/special-family-support-2013-explained');
    expect(paper.body).toContain('href="/documents/special-family-support-2013-explained"');
    expect(explained.body).toContain('href="/documents/special-family-support-2013"');
  });

  it('names no family and asks nothing of anybody', async () => {
    const { body } = await get('/documents/special-family-support-2013');
    expect(body).not.toContain('<form class="case"');
    expect(body).toContain('从不公示');
  });
});

describe('search (A18)', () => {
  it.each([
    ['唇腭裂', '/reports/2013'],
    ['优先安排', '/documents/special-family-support-2013-explained'],
    ['川人口领发', '/documents/provincial-circular-2013-3'],
    ['社会抚养费', '/history/social_maintenance_fee'],
  ])('finds a page by the body word %s within 2 s', async (word, path) => {
    const began = performance.now();
    const { body } = await get(`/search?q=${encodeURIComponent(word)}`);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(body).toContain(`href="${path}"`);
  });

  it('offers next steps when nothing was found, and escapes what was asked', async () => {
    const { body } = await get(`/search?q=${encodeURIComponent('<b>无此词"')}`);
    expect(body).toContain('可以换一个词');
    expect(body).not.toContain('<b>无此词');
  });
});

describe('a dataset page (A19, A14)', () => {
  it('states type and size of each file, and the files are that', async () => {
    const { body } = await get('/data/figures-2013');
    const files = [...body.matchAll(/href="(\/data\/figures-2013\.[a-z.]+)">([^<]+)</g)];
    expect(files).toHaveLength(4);
    for (const [, path = '', label = ''] of files) {
      const response = await fetch(server.url + path, { method: 'HEAD' });
      expect(response.status).toBe(200);
      // As sent: read as text, a file loses the mark at its beginning.
      const bytes = (await (await fetch(server.url + path)).arrayBuffer()).byteLength;
      expect(label).toContain(`${(bytes / 1024).toFixed(1)} KB`);
    }
  });

  it.each([
    ['csv', 'text/csv'],
    ['json', 'application/json'],
    ['sdmx.csv', 'application/vnd.sdmx.data+csv'],
    ['sdmx.json', 'application/vnd.sdmx.data+json'],
  ])('%s has its own type', async (format, type) => {
    const { status, type: answered } = await get(`/data/figures-2013.${format}`);
    expect([status, answered.split(';')[0]]).toEqual([200, type]);
  });

  it('the head of the CSV is the data dictionary', async () => {
    const { body } = await get('/data/figures-2013.csv');
    const page = (await get('/data/figures-2013')).body;
    for (const column of (body.split('\r\n')[0] ?? '').replace('\uFEFF', '').split(','))
      expect(page).toContain(`<code>${column}</code>`);
  });

  it('withheld cells are blank and say so; nothing below the threshold stands in any form', async () => {
    const rows = (await get('/data/figures-2013.csv')).body.split('\r\n').map((line) => line.split(','));
    const withheld = rows.filter((row) => row[4] === 'withheld');
    expect(withheld.every((row) => row[3] === '')).toBe(true);
    // Of operations and special families nothing is told below the city.
    for (const key of ['cleft_surgeries', 'special_family_pilot_households'])
      expect(rows.filter((row) => row[0] === key && row[4] !== 'withheld').map((row) => row[1])).toEqual([
        '510700000000',
      ]);
    const persons = rows.filter((row) => row[5] === 'persons' && row[3] !== '' && row[3] !== '0');
    expect(persons.length).toBeGreaterThan(5);
    expect(persons.every((row) => Number(row[3]) >= 5)).toBe(true);
  });

  it('the SDMX message has an observation for every row and says that it is made up', async () => {
    const message = JSON.parse((await get('/data/figures-2013.sdmx.json')).body) as {
      meta: { test: boolean };
      data: { dataSets: { observations: Record<string, unknown> }[] };
    };
    const rows = JSON.parse((await get('/data/figures-2013.json')).body) as unknown[];
    expect(message.meta.test).toBe(true);
    expect(Object.keys(message.data.dataSets[0]?.observations ?? {})).toHaveLength(rows.length);
  });

  it('the DCAT catalogue is JSON-LD whose distributions are there with their sizes', async () => {
    const { type, body } = await get('/data/catalog.jsonld');
    expect(type).toContain('application/ld+json');
    const catalogue = JSON.parse(body) as {
      'dcat:dataset': {
        'dcat:distribution': { 'dcat:accessURL': { '@id': string }; 'dcat:byteSize': number }[];
      }[];
    };
    const files = catalogue['dcat:dataset'].flatMap((one) => one['dcat:distribution']);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const text = await (await fetch(file['dcat:accessURL']['@id'])).arrayBuffer();
      expect(text.byteLength).toBe(file['dcat:byteSize']);
    }
  });

  it('its chart is inline SVG with a name, and the same numbers stand in a table', async () => {
    const { body } = await get('/data/figures-2013');
    expect(body).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]+"/);
    for (const [, number = ''] of body.matchAll(/<text x="[\d.]+" y="[\d.]+">([\d,]+)<\/text>/g))
      expect(body).toMatch(new RegExp(`<td class="number"[^>]*>${number}</td>`));
  });
});

describe('the report as text', () => {
  it.each(['', '/en'])('can be read without a browser under "%s"', async (prefix) => {
    const { type, body } = await get(`${prefix}/reports/2013.md`);
    expect(type).toContain('text/markdown');
    expect(body).toContain('617,800');
    expect(body).toContain('1.96‰');
    expect(body).not.toMatch(/\{\w+(:n)?\}/);
  });
});

describe('every why page answers', () => {
  it('in both languages, for every figure of the report', async () => {
    const { figures } = JSON.parse((await get('/reports/2013.json')).body) as { figures: { key: string }[] };
    expect(figures.length).toBeGreaterThanOrEqual(51);
    for (const { key } of figures)
      for (const prefix of ['', '/en'])
        expect((await get(`${prefix}/reports/2013/figures/${key}`)).status, key).toBe(200);
  });
});
