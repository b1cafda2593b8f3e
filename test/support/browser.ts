import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function findBrowser(): string | null {
  const named = process.env['CHROME_PATH'];
  const candidates = [...(named ? [named] : []), ...KNOWN, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

const run = (command: string, parameters: readonly string[]) =>
  spawnSync(command, parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Debian's own browser, with fonts that have Chinese; asks for root. */
function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const fetched = run('apt-get', ['update', '-qq']) || run('apt-get', ['update', '-qq']);
  if (fetched) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
}

function installFromPlaywright(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  run(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium']);
}

/** The path of a Chromium on this machine, installed when there is none. */
export function findOrInstallBrowser(): string {
  for (const install of [() => undefined, installFromDebian, installFromPlaywright]) {
    install();
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    'No Chromium was found and none could be installed: install chromium, or name one in CHROME_PATH.',
  );
}

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** A headless browser that asks nobody but the page it is given. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findOrInstallBrowser(), args: QUIET });
