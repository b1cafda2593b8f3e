import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/platform/index.ts';
import { checkDigit } from '../../src/register/index.ts';
import { cityDataFolder } from '../support/demo-city.ts';
import { jiahu, type ServerProcess, startServer } from '../support/server-process.ts';

const folder = cityDataFolder();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer(folder.path);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  folder.remove();
});

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

const answered = async (...words: string[]) => {
  const { code, out, err } = await run(...words, '--json');
  expect([code, err]).toEqual([0, err]);
  return JSON.parse(out) as Record<string, unknown>;
};

const numberOf = (born: string, serial: string) => {
  const seventeen = `510790${born}${serial}`;
  return seventeen + checkDigit(seventeen);
};
const [woman, other] = [numberOf('19900201', '902'), numberOf('19900201', '904')];
const village = '510703001003';
const path = (name: string) => join(folder.path, name);
const persons = writeCsv([
  ['姓名', '性别', '出生日期', '公民身份号码', '登记生效日期', '户籍地', '常住地'],
  ['令行甲', '女', '1990-02-01', woman, '2015-01-05', village, village],
  ['令行乙', '女', '1990-02-01', other, '2015-01-05', village, village],
  ['令行丙', '甲', '1990-02-01', '', '2015-01-05', village, village],
]);
const takeIn = (name: string, kind: string, rows: string, ...more: string[]) => {
  writeFileSync(path(name), rows);
  return answered('import', path(name), '--kind', kind, ...more);
};

describe('the register on the command line', () => {
  it('tries a file, takes it in once, and writes the refused rows beside it', async () => {
    const outcome = { rows: 3, added: 2, known: 0, refused: 1 };
    expect(await takeIn('people.csv', 'persons', persons, '--dry-run')).toMatchObject(outcome);
    expect(await takeIn('people.csv', 'persons', persons)).toMatchObject({
      ...outcome,
      problems: [{ line: 4, column: '性别' }],
    });
    expect(readFileSync(path('people-refused.csv'), 'utf8')).toContain('令行丙');
    expect(await takeIn('people.csv', 'persons', persons)).toMatchObject({ added: 0, known: 2 });
  });

  it('takes households and events in', async () => {
    const households = writeCsv([
      ['户号', '成员', '是否户主', '立户日期'],
      ['1', woman, '是', '2016-01-01'],
      ['1', other, '否', '2016-01-01'],
    ]);
    expect(await takeIn('households.csv', 'households', households)).toMatchObject({ added: 2, refused: 0 });
    const events = writeCsv([
      ['event', '本人', 'name', 'date'],
      ['name-change', woman, '令行新', '2020-05-01'],
    ]);
    expect(await takeIn('events.csv', 'events', events)).toMatchObject({ added: 1, refused: 0 });
  });

  it('shows a person by number or id, as of a day and as known at a moment', async () => {
    const now = await answered('person', 'show', woman);
    expect(now).toMatchObject({ name: '令行新', relationToHead: 'head' });
    expect(await answered('person', 'show', String(now['personId']))).toMatchObject({ name: '令行新' });
    expect(await answered('person', 'show', woman, '--as-of', '2019-12-31')).toMatchObject({
      name: '令行甲',
      asOf: '2019-12-31',
    });
    const [, , renamed] = now['events'] as readonly { recordedAt: string }[];
    const before = new Date(Date.parse(renamed?.recordedAt ?? '') - 1).toISOString();
    expect(
      await answered('person', 'show', woman, '--as-of', '2021-01-01', '--known-at', before),
    ).toMatchObject({ name: '令行甲', knownAt: before });
  });

  it('asks for the reason why the file of a child is read', async () => {
    const number = numberOf('20200301', '902');
    const child = writeCsv([
      ['姓名', '性别', '出生日期', '公民身份号码', '登记生效日期', '户籍地', '常住地'],
      ['令行童', '女', '2020-03-01', number, '2020-03-01', village, village],
    ]);
    const hosted = await takeIn('child.csv', 'persons', child);
    expect(hosted).toMatchObject({ added: 1 });
    expect(await answered('person', 'show', number, '--reason', '核对出生登记')).toMatchObject({
      name: '令行童',
    });
  });

  it('writes a template and explains its columns', async () => {
    const out = path('template.csv');
    const { forms } = await answered(
      'template',
      '--kind',
      'events',
      '--event',
      'death',
      '--format',
      'csv',
      '--out',
      out,
    );
    expect(existsSync(out)).toBe(true);
    expect(JSON.stringify(forms)).toContain('死亡日期');
  });

  it('says what is wrong with a file that it cannot use', async () => {
    const { code, err } = await run('import', path('nowhere.csv'), '--kind', 'persons');
    expect(code).toBe(65);
    expect(err).toContain('nowhere.csv');
  });
});
