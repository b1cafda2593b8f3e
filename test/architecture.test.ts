import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/platform/index.ts';

/** Rooms from the ground up: one may import those before it, through their index alone. */
const ORDER = [
  ['language'],
  ['platform'],
  ['areas'],
  ['identity'],
  ['register'],
  ['casework'],
  ['benefits', 'health', 'quality'],
  ['statistics', 'surveys', 'projection'],
  ['publishing'],
];
const FACES = ['portal', 'console', 'cli', 'field'];
const level = (room: string) => ORDER.findIndex((rooms) => rooms.includes(room));
const LONGEST_FILE = 400;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const sources = [...filesIn('src'), ...filesIn('policy')];

interface Import {
  readonly from: string;
  readonly to: string;
}

const importsOf = (file: string): readonly Import[] =>
  [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(
    ([, specifier]) => ({
      from: file,
      to: relative(projectRoot, resolve(projectRoot, dirname(file), specifier ?? '')),
    }),
  );

const imports = sources.filter((file) => !isTest(file)).flatMap(importsOf);
const roomOf = (file: string) =>
  file.startsWith('policy/') ? 'policy' : (/^src\/([^/]+)\//.exec(file)?.[1] ?? 'main');
const isIndex = (file: string) => /\/index\.tsx?$/.test(file);

/** Why an import is not allowed; null when it is. */
function fault({ from, to }: Import): string | null {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there || here === 'main' || here === 'composition') return null;
  if (here === 'policy') return there === 'language' && isIndex(to) ? null : 'policy imports language alone';
  if (there === 'policy')
    return isIndex(to) && (here === 'synthetic' || level(here) > level('platform'))
      ? null
      : 'policy is read by rooms, through its index';
  if (!isIndex(to)) return 'rooms are entered through their index';
  if (here === 'language') return 'language imports nothing';
  if (FACES.includes(there) || there === 'composition') return 'nobody imports a face';
  if (here === 'synthetic' || FACES.includes(here)) return null;
  return level(there) < level(here) ? null : `${here} may not import ${there}`;
}

describe('the house', () => {
  it('has no import that goes upward, sideways or inside a room', () => {
    const faults = imports.map((one) => ({ ...one, fault: fault(one) })).filter((one) => one.fault !== null);
    expect(faults).toEqual([]);
  });

  it('would notice one', () => {
    expect(fault({ from: 'src/register/x.ts', to: 'src/statistics/index.ts' })).toBe(
      'register may not import statistics',
    );
    expect(fault({ from: 'src/statistics/x.ts', to: 'src/register/tables.ts' })).toBe(
      'rooms are entered through their index',
    );
    expect(fault({ from: 'policy/indicators/x.ts', to: 'src/platform/index.ts' })).toBe(
      'policy imports language alone',
    );
  });

  it('has only rooms that the architecture names', () => {
    const known = new Set([...ORDER.flat(), ...FACES, 'synthetic', 'composition', 'policy', 'main']);
    expect(new Set(sources.map(roomOf).filter((room) => !known.has(room)))).toEqual(new Set());
  });

  it('keeps files short enough to read', () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(join(projectRoot, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});

describe('what it never does, by design', () => {
  const text = sources
    .filter((file) => !isTest(file))
    .map((file) => ({ file, body: readFileSync(join(projectRoot, file), 'utf8') }));
  const migrations = readdirSync(join(projectRoot, 'migrations'))
    .map((name) => readFileSync(join(projectRoot, 'migrations', name), 'utf8'))
    .join('\n');

  it.each([
    'maintenance_fee',
    'policy_compliant',
    'within_policy',
    'iud',
    'pregnancy_check',
    'score',
    'ranking',
  ])('no table or column is called %s', (word) => {
    expect(migrations).not.toMatch(new RegExp(`\\b\\w*${word}\\w*\\b`, 'i'));
  });

  it('whether a birth was within policy is computed nowhere: the word stands in history and reports alone', () => {
    const computing = text.filter(({ body }) => body.includes('policy_compliant')).map(({ file }) => file);
    expect(
      computing.every((file) => /^policy\/(historical|published|reports|indicators\/targets)/.test(file)),
    ).toBe(true);
  });

  it('no operation levies, ranks or scores', () => {
    const names = text.flatMap(({ body }) =>
      [...body.matchAll(/name: '([a-z]+\/[a-z-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => /levy|fee|fine|rank|score(?!card)/.test(name))).toEqual([]);
  });
});
