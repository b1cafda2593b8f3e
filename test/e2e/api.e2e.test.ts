import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityDataFolder } from '../support/demo-city.ts';
import { jiahu, type ServerProcess, startServer } from '../support/server-process.ts';

const folder = cityDataFolder();
let server: ServerProcess;
let accounts: readonly { name: string; password: string; role: string; area: string }[] = [];

beforeAll(async () => {
  server = await startServer(folder.path);
  accounts = (
    JSON.parse(readFileSync(join(folder.path, 'demo-accounts.json'), 'utf8')) as { accounts: typeof accounts }
  ).accounts;
}, 120_000);

afterAll(async () => {
  await server?.stop();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function post(name: string, input: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
}

async function tokenOf(role: string): Promise<string> {
  const account = accounts.find((one) => one.role === role);
  const { body } = await post('identity/sign-in', { name: account?.name, password: account?.password });
  return String(body['token']);
}
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const run = (...words: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(jiahu, words, { env: { ...process.env, DATA_DIR: folder.path, JIAHU_LANG: 'en' } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
  });

describe('signing in', () => {
  it('lists demo accounts of every role in the data folder, closed to others', () => {
    expect(accounts.map((one) => one.role)).toEqual([
      'administrator',
      'statistician',
      'statistician',
      'statistician',
      'reporter',
      'publisher',
      'registrar',
      'registrar',
      'reviewer',
      'caseworker',
      'case-supervisor',
      'case-supervisor',
      'health-worker',
      'health-supervisor',
      'benefits-officer',
      'benefits-officer',
      'benefits-supervisor',
      'benefits-supervisor',
      'benefits-accountant',
      'benefits-accountant',
    ]);
  });

  it('gives a token and a cookie that scripts cannot read and other sites cannot send', async () => {
    const [account] = accounts;
    const { status, headers, body } = await post('identity/sign-in', account);
    expect(status).toBe(200);
    expect(String(body['token']).length).toBeGreaterThanOrEqual(43);
    expect(headers.get('set-cookie')).toMatch(/jiahu_session=.*HttpOnly.*SameSite=Strict/);
    const session = await fetch(`${server.url}/api/identity/read-session`, {
      headers: { Cookie: headers.get('set-cookie')?.split(';')[0] ?? '' },
    });
    expect(await session.json()).toMatchObject({
      name: account?.name,
      role: 'administrator',
      synthetic: true,
    });
  });

  it('looks the same for a wrong name and a wrong password', async () => {
    const wrongName = await post('identity/sign-in', { name: 'nobody', password: 'x' });
    const wrongPassword = await post('identity/sign-in', { name: accounts[1]?.name, password: 'x' });
    expect(wrongName.status).toBe(401);
    expect(wrongName.body).toEqual(wrongPassword.body);
  });

  it('is refused for a while after five wrong passwords, and only for that name', async () => {
    const name = 'guessed-account';
    for (let guess = 0; guess < 5; guess += 1)
      await post('identity/sign-in', { name, password: `guess ${String(guess)}` });
    expect((await post('identity/sign-in', { name, password: 'right or not' })).status).toBe(429);
    expect((await post('identity/sign-in', accounts[2])).status).toBe(200);
  });

  it('is not for demo accounts when the request was forwarded from elsewhere', async () => {
    const answer = await post('identity/sign-in', accounts[0], { 'X-Forwarded-For': '203.0.113.7' });
    expect(answer.status).toBe(401);
  });

  it('ends at sign-out', async () => {
    const token = await tokenOf('publisher');
    await post('identity/sign-out', { token });
    expect((await post('identity/read-session', {}, bearer(token))).status).toBe(401);
  });
});

describe('an answer of the API', () => {
  it('says that the city is made up, in its body and its headers', async () => {
    const { body, headers } = await post('publishing/list-editions', {});
    expect(body['synthetic']).toBe(true);
    expect(headers.get('x-jiahu-synthetic')).toBe('true');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['rubbish', 'publishing/read-edition', '{"year":', 400, 'unreadable_request'],
    ['a list', 'publishing/read-edition', '[]', 422, 'invalid_input'],
    ['a wrong type', 'publishing/read-edition', { year: 'soon' }, 422, 'invalid_input'],
    ['an unknown year', 'publishing/read-edition', { year: 1999 }, 404, 'not_found'],
    ['nobody signed in', 'statistics/compute-indicators', { year: 2013 }, 401, 'unauthenticated'],
    ['an unknown operation', 'register/levy-fee', {}, 404, 'not_found'],
    [
      'prototype pollution',
      'publishing/read-edition',
      '{"__proto__":{"year":2013},"constructor":1}',
      422,
      'invalid_input',
    ],
  ])('to %s has code, message and remedy and no insides', async (_, name, input, status, code) => {
    const answer = await post(name, input);
    expect(answer.status).toBe(status);
    expect(answer.body['code']).toBe(code);
    expect(
      Object.keys(answer.body).every((key) => ['code', 'message', 'remedy', 'field'].includes(key)),
    ).toBe(true);
    expect(JSON.stringify(answer.body)).not.toMatch(/ at |node_modules|select |SQL/i);
  });

  it('comes in the language asked for', async () => {
    const en = await post('publishing/read-edition', { year: 1999 }, { 'Accept-Language': 'en' });
    expect(en.body['message']).toBe('There is no report for 1999.');
    const zh = await post('publishing/read-edition', { year: 1999 });
    expect(zh.body['message']).toBe('没有 1999 年的报告。');
  });

  it('is refused to other sites that carry our cookie', async () => {
    expect((await post('identity/read-session', {}, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('identity/read-session', {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('is given to queries by GET as well', async () => {
    const response = await fetch(`${server.url}/api/publishing/read-edition?year=2013`);
    expect(await response.json()).toMatchObject({ content: { year: 2013, synthetic: true } });
  });
});

describe('rights', () => {
  it('a statistician computes, a registrar does not, and each keeps to the own area', async () => {
    const [statistician, registrar] = [await tokenOf('statistician'), await tokenOf('registrar')];
    const computed = await post(
      'statistics/compute-indicators',
      { year: 2013, area: '510703' },
      bearer(statistician),
    );
    expect(computed.status).toBe(200);
    expect((await post('statistics/compute-indicators', { year: 2013 }, bearer(registrar))).status).toBe(403);
    expect(
      (await post('register/read-person', { personId: crypto.randomUUID() }, bearer(registrar))).status,
    ).toBe(404);
  });

  it('nobody seeds, publishes or creates accounts without the right', async () => {
    const registrar = bearer(await tokenOf('registrar'));
    for (const [name, input] of [
      ['synthetic/seed-city', {}],
      ['publishing/publish-report', { year: 2013 }],
      [
        'identity/create-account',
        { name: 'x1', displayName: 'x', password: 'long enough words', role: 'registrar', area: '510703' },
      ],
      ['statistics/take-snapshot', {}],
    ] as const) {
      expect((await post(name, input, registrar)).status, name).toBe(403);
    }
  });

  it('an administrator creates an account that works at once, inside the own area only', async () => {
    const administrator = bearer(await tokenOf('administrator'));
    const account = {
      name: 'clerk-one',
      displayName: '一号',
      password: 'correct horse battery',
      role: 'registrar',
      area: '510704',
    };
    expect((await post('identity/create-account', account, administrator)).status).toBe(200);
    expect((await post('identity/create-account', account, administrator)).status).toBe(409);
    expect(
      (
        await post(
          'identity/create-account',
          { ...account, name: 'clerk-two', area: '510104' },
          administrator,
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await post(
          'identity/create-account',
          { ...account, name: 'clerk-three', password: 'password' },
          administrator,
        )
      ).status,
    ).toBe(422);
    expect((await post('identity/sign-in', account)).status).toBe(200);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with every operation, its input and its errors', async () => {
    const description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/api/register/record-birth', '/api/publishing/read-edition']),
    );
    expect(description).toHaveProperty(['paths', '/api/register/record-birth', 'post', 'requestBody']);
    expect(description).toHaveProperty(['paths', '/api/publishing/read-edition', 'get', 'parameters']);
  });

  it('has health, readiness and metrics beside it', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('jiahu_http_requests_total');
    expect(
      (await fetch(`${server.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status,
    ).toBe(404);
  });
});

describe('the command line while the server holds the data folder', () => {
  it('talks to the server, with data alone on standard output', async () => {
    const { code, out } = await run(
      'indicators',
      '--year',
      '2013',
      '--area',
      '510700',
      '--population',
      'registered',
      '--json',
    );
    expect(code).toBe(0);
    const rows = JSON.parse(out) as { indicator: string; area: string; value: number }[];
    const city = rows.find((row) => row.indicator === 'natural_increase_rate' && row.area === '510700000000');
    expect(Math.abs((city?.value ?? 0) - 1.96)).toBeLessThanOrEqual(0.02);
  });

  it('prints tables and CSV', async () => {
    expect((await run('indicators', '--year', '2013')).out).toMatch(/^indicator +area/);
    expect((await run('indicators', '--year', '2013', '--format', 'csv')).out).toMatch(/^indicator,area,/);
  });

  it('publishes the next edition, and the first stays as it was', async () => {
    const before = await (await fetch(`${server.url}/reports/2013/editions/1`)).text();
    expect((await run('report', 'publish', '2013')).code).toBe(0);
    expect(
      await (
        await fetch(`${server.url}/reports/2013.json`)
          .then(() => new Promise((wake) => setTimeout(wake, 1200)))
          .then(() => fetch(`${server.url}/reports/2013.json`))
      ).json(),
    ).toMatchObject({ edition: 2 });
    const figures = (page: string) => page.slice(page.indexOf('<article'), page.indexOf('</article>'));
    expect(figures(await (await fetch(`${server.url}/reports/2013/editions/1`)).text())).toBe(
      figures(before),
    );
  });

  it.each([
    [['seed'], 78, 'already holds people'],
    [['report', 'publish', '1999'], 66, 'Reports are declared for: 2013'],
    [['indicators', '--year', '1999'], 66, 'There are no data for 1999'],
    [['indicators', '--year', '2013', '--area', '510799'], 66, 'There was no area'],
    [['indicators', '--year', 'soon'], 65, 'takes a number'],
    [['indicators', '--nonsense'], 65, 'jiahu indicators --help'],
    [['snapshot', '--at', '2013-02-30'], 65, 'not a date'],
    [['nonsense'], 65, 'The commands are'],
    [['call', 'register/levy-fee'], 66, 'The operations are'],
    [['start'], 75, 'Another Jiahu process is using the data folder'],
    [['init'], 75, 'Another Jiahu process is using the data folder'],
  ])('answers %j with one clear sentence', async (words, code, sentence) => {
    const answer = await run(...words);
    expect(answer.err).toContain(sentence);
    expect(answer.err).not.toMatch(/\n {4}at /);
    expect(answer.code).toBe(code);
    expect(answer.out).toBe('');
  });

  it('explains each command', async () => {
    const all = [
      'start',
      'init',
      'seed',
      'snapshot',
      'indicators',
      'report',
      'benefits',
      'call',
      'operations',
    ];
    // Each is a process of its own: two of them, in full all.
    for (const command of process.env['JIAHU_LONG'] ? all : ['start', 'benefits']) {
      const { code, out } = await run(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`jiahu ${command}`);
    }
  });
});
