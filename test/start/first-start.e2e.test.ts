import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { jiahu, startServer, temporaryDataFolder } from '../support/server-process.ts';

/** Bounded here; `npm run test:long` kills many more times. */
const KILLS = process.env['JIAHU_LONG'] ? 60 : 2;
const FIRST_START_MS = 9000;

const folders: { readonly remove: () => void }[] = [];
const newFolder = () => {
  const folder = temporaryDataFolder();
  folders.push(folder);
  return folder.path;
};
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const spawnStart = (dataFolder: string, environment: Record<string, string> = {}): ChildProcess =>
  spawn(jiahu, ['start', '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataFolder, JIAHU_LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const outcome = (child: ChildProcess) =>
  new Promise<{ code: number | null; err: string }>((resolve) => {
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => {
      resolve({ code, err });
    });
  });

/** What a reader sees of a start: the figures and the seal of the newest edition. */
async function figuresOf(url: string) {
  const report = (await (await fetch(`${url}/reports/2013.json`)).json()) as {
    figures: { key: string; value: unknown }[];
  };
  return Object.fromEntries(report.figures.map((figure) => [figure.key, figure.value]));
}

describe('a first start that is killed', () => {
  it(`at ${String(KILLS)} random moments always leaves a state from which the next start succeeds`, async () => {
    const figures: Record<string, unknown>[] = [];
    let dataFolder = newFolder();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawnStart(dataFolder);
      const gone = outcome(child);
      await sleep(Math.random() * FIRST_START_MS);
      child.kill('SIGKILL');
      await gone;
      // Every other time the next kill comes on top of this one; otherwise the start after it must succeed.
      if (kill % 2 === 0) continue;
      const server = await startServer(dataFolder);
      figures.push(await figuresOf(server.url));
      await server.stop();
      expect(readdirSync(join(dataFolder, 'snapshots')).filter((name) => name.endsWith('.new'))).toEqual([]);
      dataFolder = newFolder();
    }
    expect(figures.length).toBe(Math.floor(KILLS / 2));
    // The same seed makes the same city, however often its making was interrupted.
    for (const one of figures) expect(one).toEqual(figures[0]);
  }, 3_600_000);
});

describe('a start that cannot', () => {
  const clear = (err: string) => {
    const sentences = err
      .trim()
      .split('\n')
      .filter((line) => !line.includes('✓'));
    expect(sentences).toHaveLength(1);
    expect(err).not.toMatch(/\n {4}at |node:internal/);
    return sentences[0] ?? '';
  };

  it('says that the port is taken, and how to choose another, before any long work', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => blocker.once('listening', ready));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const dataFolder = newFolder();
    const child = spawn(jiahu, ['start', '--port', String(port)], {
      env: { ...process.env, DATA_DIR: dataFolder, JIAHU_LANG: 'en' },
    });
    const { code, err } = await outcome(child);
    expect(clear(err)).toContain(`Port ${String(port)} is taken. Choose another with PORT`);
    expect(code).toBe(69);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    blocker.close();
  });

  it.each([
    ['cannot be reached', 'postgres://nobody:x@127.0.0.1:1/none', 69, 'database cannot be used'],
    ['is no address of a database', 'mysql://localhost/x', 78, 'DATABASE_URL'],
    ['is nonsense', 'nonsense', 78, 'DATABASE_URL'],
  ])('says that DATABASE_URL %s', async (_, url, code, words) => {
    const answer = await outcome(spawnStart(newFolder(), { DATABASE_URL: url }));
    expect(clear(answer.err)).toContain(words);
    expect(answer.code).toBe(code);
  });

  it('says that a setting is wrong', async () => {
    const answer = await outcome(spawnStart(newFolder(), { HOST: '203.0.113.1' }));
    expect(clear(answer.err)).toContain('HOST');
    expect((await outcome(spawnStart(newFolder(), { LOG_LEVEL: 'loud' }))).err).toContain('LOG_LEVEL');
  });

  it('says that the data folder cannot be used', async () => {
    const answer = await outcome(spawnStart('/etc/passwd/nowhere'));
    expect(clear(answer.err)).toContain('cannot be used');
  });
});

describe('a real city', () => {
  it('is made empty with one administrator, refuses made-up people, and starts without demo accounts', async () => {
    const dataFolder = newFolder();
    const run = (...words: string[]) => {
      const child = spawn(jiahu, words, { env: { ...process.env, DATA_DIR: dataFolder, JIAHU_LANG: 'en' } });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      return outcome(child).then((ended) => ({ ...ended, out }));
    };
    const made = await run('init', '--admin', 'head', '--json');
    const account = JSON.parse(made.out) as { name: string; password: string };
    expect(account.name).toBe('head');
    expect((await run('init')).err).toContain('initialised before, as real');
    expect((await run('seed')).err).toContain('made-up data may not enter');
    const server = await startServer(dataFolder);
    expect(existsSync(join(dataFolder, 'demo-accounts.json'))).toBe(false);
    const home = await (await fetch(`${server.url}/`)).text();
    expect(home).not.toContain('虚构');
    expect((await fetch(`${server.url}/reports/2013`)).status).toBe(404);
    const signIn = await fetch(`${server.url}/api/identity/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(account),
    });
    expect(await signIn.json()).toMatchObject({ account: { role: 'administrator' }, synthetic: false });
    await server.stop();
  });
});
