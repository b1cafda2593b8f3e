import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { serverFile } from '../../src/platform/index.ts';
import { launchBrowser } from './browser.ts';
import { cityDataFolder } from './demo-city.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type Visitor, visitorOf } from './services-visitor.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const accounts = z.object({ accounts: z.array(z.object({ name: z.string(), password: z.string() })) });
const cases = z.object({
  rows: z.array(z.object({ caseId: z.string(), number: z.string(), distress: z.boolean() })),
  total: z.number(),
});

const cards = z.object({ name: z.string(), code: z.string() });

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Somebody of the office, through the API. */
export interface Officer {
  readonly act: (number: string, action: string, answers?: object) => Promise<void>;
  /** What stands on the card that the officer shows. */
  readonly card: () => Promise<z.output<typeof cards>>;
  readonly list: (given: object) => Promise<z.output<typeof cases>>;
}

/** One server, one browser, and an officer behind the counter, for the tests of one file. */
export function servicesUnderTest() {
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

  const call = async (name: string, input: object, token?: string): Promise<unknown> => {
    const response = await fetch(`${server.url}/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(input),
    });
    const body = (await response.json()) as unknown;
    expect(response.status, `${name}: ${JSON.stringify(body)}`).toBe(200);
    return body;
  };

  async function officer(name: string): Promise<Officer> {
    const file = readFileSync(join(folder.path, 'demo-accounts.json'), 'utf8');
    const account = accounts.parse(JSON.parse(file)).accounts.find((one) => one.name === name);
    const { token } = z.object({ token: z.string() }).parse(await call('identity/sign-in', { ...account }));
    const list = async (given: object) => cases.parse(await call('casework/list-cases', given, token));
    const act = async (number: string, action: string, answers: object = {}) => {
      const { rows } = await list({ query: number });
      const caseId = rows.find((one) => one.number === number)?.caseId;
      await call('casework/act-on-case', { caseId, action, answers }, token);
    };
    const card = async () => cards.parse(await call('identity/read-own-card', {}, token));
    return { act, list, card };
  }

  /** Everything that was sent about a case, once whatever waits is sent. */
  async function sentAbout(number: string): Promise<string> {
    const note: unknown = JSON.parse(readFileSync(join(folder.path, serverFile), 'utf8'));
    await call('casework/send-messages', {}, z.object({ token: z.string() }).parse(note).token);
    const lines = readFileSync(join(folder.path, 'outbox.jsonl'), 'utf8').split('\n');
    return lines.filter((line) => line.includes(number)).join('\n');
  }

  /** A browser window of somebody's own, without scripts unless they are asked for. */
  async function window(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled: false, ...options });
    try {
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** The page as another visitor sees it, with that visitor's cookies. */
  async function carry(page: Page, visitor: Visitor): Promise<void> {
    const pairs = [...visitor.cookies].map(([name, value]) => ({ name, value, url: server.url }));
    await page.context().addCookies(pairs);
  }

  return {
    url: () => server.url,
    visitor: () => visitorOf(server.url),
    officer,
    sentAbout,
    window,
    carry,
  };
}

/** What axe finds against the rules of WCAG 2.2 AA; the checker is put into the page for the check. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const result = (await page.evaluate(
    `${axeSource}; axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
  )) as AxeResult;
  return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

/** By how much the page is wider than the window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  ) as Promise<number>;

const TARGETS =
  'main button, main .action, main select, main textarea, main input[type=text], main .choice, main .back a, main .change a, main .can-do a, main .error-summary a, main .service-list a';

/** Controls lower than `least`, as they stand on the page. */
export const smallTargets = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('${TARGETS}')].filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < ${String(least)}).map((one) => one.outerHTML.slice(0, 90))`,
  ) as Promise<readonly string[]>;
