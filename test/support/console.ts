import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from './browser.ts';
import { cityDataFolder } from './demo-city.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const accountsSchema = z.object({ accounts: z.array(z.object({ name: z.string(), password: z.string() })) });

interface Visit {
  readonly width?: number;
  readonly account?: string;
  readonly path?: string;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** How long every answer is held back, as over a county's line: what forgets to wait fails every time. */
const LATENCY_MS = 150;

/** A server with its console, and a browser in front of it, for the tests of one file. */
export function consoleUnderTest() {
  const folder = cityDataFolder();
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer(folder.path)]);
    await prepared();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });

  /** The console is built beside the serving process; until then a page says so and tries again by itself. */
  async function prepared(): Promise<void> {
    for (let tries = 0; tries < 240; tries += 1) {
      const body = await (await fetch(`${server.url}/console/`)).text();
      if (body.includes('id="root"')) return;
      expect(body).toContain('http-equiv="refresh"');
      await setTimeout(500);
    }
    throw new Error('the console was never ready');
  }

  const passwordOf = (name: string) => {
    const file = readFileSync(join(folder.path, 'demo-accounts.json'), 'utf8');
    const found = accountsSchema.parse(JSON.parse(file)).accounts.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found.password;
  };

  async function signIn(page: Page, account: string): Promise<void> {
    await page.waitForSelector('form.sign-in');
    await page.fill('#name', account);
    await page.fill('#password', passwordOf(account));
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:not(.sign-in h1)');
  }

  /** Opens a page, signed in unless no account is named; whatever goes wrong in the page fails the test. */
  async function visit(
    { width = 1366, account = 'demo-statistician', path = '/scorecard?year=2013' }: Visit,
    work: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 768 } });
    const wrong: string[] = [];
    try {
      const page = await context.newPage();
      await page.route('**/api/**', async (route) => {
        await setTimeout(LATENCY_MS);
        await route.continue();
      });
      page.on('pageerror', (error) => wrong.push(error.message));
      await page.goto(`${server.url}/console${path}`);
      if (account !== '') await signIn(page, account);
      await work(page, context);
      expect(wrong).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const goTo = async (page: Page, path: string) => {
    await page.goto(`${server.url}/console${path}`);
    await page.waitForSelector('h1');
  };

  /** No serious fault for axe, and no sideways scroll. */
  async function expectSound(page: Page, path: string): Promise<void> {
    const { violations } = (await page.evaluate(`${axeSource}; axe.run(document)`)) as AxeResult;
    const serious = violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
    expect(serious, path).toEqual([]);
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(over, path).toBeLessThanOrEqual(0);
  }

  return { url: () => server.url, passwordOf, signIn, visit, goTo, expectSound };
}

/** In full every page is looked at at both widths; bounded at the narrow one, where more can go wrong. */
export const WIDTHS = process.env['JIAHU_LONG'] ? [1366, 375] : [375];
