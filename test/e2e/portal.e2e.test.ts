import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page, Request } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { cityDataFolder } from '../support/demo-city.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const pages = [
  '/',
  '/reports',
  '/reports/2013',
  '/reports/2013/editions/1',
  '/reports/2013/figures/natural_increase_rate',
  '/reports/2013/figures/births',
  '/reports/2013/figures/policy_compliant_birth_rate',
  '/reports/2013/figures/benefit_recipients',
  '/reports/2013/figures/threefold_households',
  '/reports/2013/figures/preconception_coverage',
  '/reports/2013/figures/responsibility_agreements',
  '/reports/2013/figures/provincial_standing',
  '/documents',
  '/documents/special-family-support-2013',
  '/documents/target-system-of-that-time',
  '/history',
  '/history/social_maintenance_fee',
  '/data',
  '/data/figures-2013',
  '/about',
  '/accessibility',
  '/site-map',
  '/search?q=1',
  '/search?q=nothing-at-all',
  '/leave?to=weibo&page=/reports/2013',
  '/nowhere',
];
const inBoth = pages.flatMap((path) => [path, path === '/' ? '/en/' : `/en${path}`]);

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

async function withPage(
  options: {
    readonly width: number;
    readonly height?: number;
    readonly scripts?: boolean;
    readonly cookie?: string;
  },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height ?? 768 },
    javaScriptEnabled: options.scripts ?? false,
  });
  if (options.cookie) await context.addCookies([{ name: 'view', value: options.cookie, url: server.url }]);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const bodySize = async (request: Request): Promise<number> => (await request.sizes()).responseBodySize;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The page itself has no script; the checker is put into it for the check. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const result = (await page.evaluate(
    `${axeSource}; axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
  )) as AxeResult;
  return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

const isInFull = Boolean(process.env['JIAHU_LONG']);
const english = inBoth.filter((path) => path.startsWith('/en/'));

/** In full every page at both widths; bounded each page in each way of reading, at one of them. */
function checked(cookie: string): readonly (readonly [number, readonly string[]])[] {
  const isNormal = cookie === 'normal.normal';
  if (isInFull) return [1366, 375].map((width) => [width, isNormal ? inBoth : pages]);
  return isNormal
    ? [
        [1366, pages],
        [375, english],
      ]
    : [[375, pages]];
}

describe('accessibility: axe finds nothing (A5)', () => {
  it.each(['normal.normal', 'elder.normal', 'large.high'])('on every page in %s', async (cookie) => {
    for (const [width, paths] of checked(cookie)) {
      await withPage({ width, scripts: true, cookie }, async (page) => {
        for (const path of paths) {
          await page.goto(server.url + path);
          expect(await violationsOf(page), `${path} at ${String(width)}`).toEqual([]);
        }
      });
    }
  });
});

describe('layout', () => {
  it.each(isInFull ? [320, 375, 683, 1366] : [320, 683])(
    'has no sideways scroll at %i px, which is also 200 % zoom (A8)',
    async (width) => {
      for (const cookie of ['normal.normal', 'elder.normal']) {
        await withPage({ width, scripts: true, cookie }, async (page) => {
          for (const path of inBoth) {
            await page.goto(server.url + path);
            const over = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            );
            expect(over, `${path} in ${cookie}`).toBeLessThanOrEqual(0);
          }
        });
      }
    },
  );

  it('grows in the elder mode: text of 18 px or more, lines of 1.3 or more, targets of 60 px (A7)', async () => {
    await withPage({ width: 1366, scripts: true, cookie: 'elder.normal' }, async (page) => {
      await page.goto(`${server.url}/reports/2013`);
      const style = (await page.evaluate(
        `(() => { const s = getComputedStyle(document.querySelector('main p')); const a = [...document.querySelectorAll('.main-navigation a')].map((x) => x.getBoundingClientRect().height); return [parseFloat(s.fontSize), parseFloat(s.lineHeight) / parseFloat(s.fontSize), Math.min(...a)]; })()`,
      )) as [number, number, number];
      expect(style[0]).toBeGreaterThanOrEqual(18);
      expect(style[1]).toBeGreaterThanOrEqual(1.3);
      expect(style[2]).toBeGreaterThanOrEqual(60);
    });
  });

  it.each([
    '/reports/2013',
    '/reports/2013/figures/births',
    '/documents/special-family-support-2013',
    '/data/figures-2013',
  ])('%s prints title, source, date and address, and no navigation (A11)', async (path) => {
    await withPage({ width: 1366 }, async (page) => {
      await page.goto(server.url + path);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.main-navigation').isVisible()).toBe(false);
      for (const part of ['h1', '.article-header time', '.print-address', '.made-up']) {
        expect(await page.locator(part).isVisible(), part).toBe(true);
      }
    });
  });
});

describe('by keyboard alone (A6)', () => {
  it.each([
    '/',
    '/reports/2013',
    '/reports/2013/figures/natural_increase_rate',
    '/documents/special-family-support-2013',
    '/history/social_maintenance_fee',
    '/data/figures-2013',
  ])(
    '%s: the first stop is the skip link, and every link is reached in order with a visible ring',
    async (path) => {
      await withPage({ width: 1366, scripts: true }, async (page) => {
        await page.goto(server.url + path);
        const wanted = Number(
          await page.evaluate(`document.querySelectorAll('a[href], button, input, [tabindex="0"]').length`),
        );
        const reached = new Set<string>();
        for (let stop = 0; stop < wanted; stop += 1) {
          await page.keyboard.press('Tab');
          const [name, ring, index] = (await page.evaluate(
            `(() => { const e = document.activeElement; const s = getComputedStyle(e); return [e.className, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, String([...document.querySelectorAll('*')].indexOf(e))]; })()`,
          )) as [string, boolean, string];
          if (stop === 0) expect(name).toBe('skip');
          expect(ring, `stop ${String(stop)}`).toBe(true);
          reached.add(index);
        }
        expect(reached.size).toBe(wanted);
      });
    },
  );
});

describe('without scripts', () => {
  it('a reader goes from home to the report to a figure and back (A1)', async () => {
    await withPage({ width: 375 }, async (page) => {
      await page.goto(`${server.url}/`);
      await page.locator('a.action', { hasText: '读 2013 年报告' }).click();
      expect(page.url()).toBe(`${server.url}/reports/2013`);
      await page.locator('a.figure').filter({ hasText: '1.96‰' }).click();
      expect(await page.locator('.answer-value').textContent()).toBe('1.96‰');
      await page.locator('.breadcrumbs a').last().click();
      expect(page.url()).toBe(`${server.url}/reports/2013`);
    });
  });

  it('switches to large text by a plain link, and stays there (A7)', async () => {
    await withPage({ width: 1366 }, async (page) => {
      await page.goto(`${server.url}/reports/2013`);
      await page.locator('.view-options a', { hasText: '大字' }).click();
      expect(page.url()).toBe(`${server.url}/reports/2013`);
      await page.goto(`${server.url}/about`);
      expect(await page.locator('html').getAttribute('class')).toContain('size-large');
    });
  });

  it('asks nobody else for anything and weighs less than 100 KB (A10, A15)', async () => {
    await withPage({ width: 1366 }, async (page) => {
      for (const path of pages) {
        const hosts = new Set<string>();
        page.on('response', (response) => {
          hosts.add(
            new URL(response.url()).protocol === 'data:' ? server.url : new URL(response.url()).origin,
          );
        });
        const measured: Promise<number>[] = [];
        page.on('requestfinished', (request) => {
          measured.push(bodySize(request));
        });
        await page.goto(server.url + path, { waitUntil: 'load' });
        expect([...hosts]).toEqual([server.url]);
        const bytes = (await Promise.all(measured)).reduce((a, b) => a + b, 0);
        expect(bytes).toBeGreaterThan(1024);
        expect(bytes).toBeLessThan(100 * 1024);
        page.removeAllListeners();
      }
    });
  });

  it('carries a QR code that is the one of its own address (A9)', async () => {
    await withPage({ width: 1366 }, async (page) => {
      await page.goto(`${server.url}/reports/2013`);
      const address = `${server.url}/reports/2013`;
      const squares = encode(address, { border: 2, ecc: 'M' }).data.flatMap((row, y) =>
        row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')),
      );
      expect(await page.locator('.qr-dark').getAttribute('d')).toBe(squares.join(''));
      expect(await page.locator('.qr').getAttribute('aria-label')).toContain(address);
    });
  });
});

describe('links', () => {
  it('all lead somewhere (A14)', async () => {
    const seen = new Set<string>();
    const queue = ['/', '/en/'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path) || path.includes('/preferences')) continue;
      seen.add(path);
      const response = await fetch(server.url + path);
      expect(response.status, path).toBeLessThan(400);
      const body = response.headers.get('content-type')?.includes('html') ? await response.text() : '';
      for (const [, href] of body.matchAll(/href="([^"#]+)"/g)) {
        const url = new URL((href ?? '').replaceAll('&amp;', '&'), server.url + path);
        if (url.origin === server.url) queue.push(url.pathname + url.search);
      }
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  it('have titles of their own (A4)', async () => {
    const titles = await Promise.all(
      [
        '/',
        '/reports',
        '/reports/2013',
        '/about',
        '/accessibility',
        '/site-map',
        '/reports/2013/figures/births',
        '/reports/2013/figures/deaths',
        '/reports/2013/figures/responsibility_agreements',
        '/documents',
        '/documents/special-family-support-2013',
        '/documents/special-family-support-2013-explained',
        '/history',
        '/history/social_maintenance_fee',
        '/data',
        '/data/figures-2013',
      ].map(async (path) => /<title>([^<]*)</.exec(await (await fetch(server.url + path)).text())?.[1]),
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});
