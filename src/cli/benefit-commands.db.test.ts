import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../test/support/test-house.ts';
import { benefitsCommand } from './benefit-commands.ts';
import type { Caller } from './command.ts';
import { runCli } from './run.ts';

const house = await testHouse();
const folder = mkdtempSync(join(tmpdir(), 'jiahu-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const call = (name: string, input: object) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return house.execute(operation, input, { actor: house.operator });
};
const caller: Caller = { call, operations: () => Promise.resolve([]), close: () => Promise.resolve() };

await call('synthetic/seed-city', { scale: 0.001 });
await call('synthetic/seed-benefits', {});

async function jiahu(...given: string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const status = await runCli(
    {
      arguments: ['benefits', ...given],
      output: { data: (line) => lines.push(line), note: (line) => notes.push(line) },
      locale: 'en',
    },
    [benefitsCommand],
    () => Promise.resolve(caller),
  );
  return { status, out: lines.join('\n'), said: notes.join('\n') };
}
const json = async (...given: string[]) =>
  JSON.parse((await jiahu(...given, '--json')).out) as Record<string, unknown>;

const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const farmer = {
  sex: 'female',
  birth_date: '1952-03-01',
  registered_from: '2004-01-01',
  hukou_kind: 'rural',
  child1_birth_date: '1979-08-09',
  child1_sex: 'male',
  children_complete_on: '2012-06-01',
};

describe('jiahu benefits assess', () => {
  it('says where no snapshot was taken yet', async () => {
    const { status, said } = await jiahu('assess', '--at', '2013-12-31');
    expect(status).toBe(66);
    expect(said).toContain('jiahu benefits snapshot');
  });

  it('answers by programme, once there is a snapshot', async () => {
    await json('snapshot');
    const found = await json('assess', '--at', '2013-12-31', '--known-at', '2013-12-31');
    expect(Object.keys(found)).toEqual([
      'rural-reward',
      'special-support',
      'only-child-reward',
      'family-insurance',
      'preconception-checkup',
      'cleft-operation',
    ]);
    for (const counts of Object.values(found))
      expect(Object.keys(counts as object)).toEqual(
        expect.arrayContaining([
          'eligible',
          'eligibleIfDeclared',
          'notEligible',
          'unknown',
          'amountFen',
          'byFailingCondition',
          'byArea',
        ]),
      );
  });

  it('answers for one programme and one area, and as a table', async () => {
    const given = ['assess', '--at', '2026-06-30', '--programme', 'childcare-subsidy', '--area', '510703'];
    expect(Object.keys(await json(...given))).toEqual(['childcare-subsidy']);
    const { out, said } = await jiahu(...given);
    expect(out).toContain('eligibleIfDeclared');
    expect(said).toContain('snapshot of');
  });
});

describe('jiahu benefits explain', () => {
  const asked = ['--programme', 'rural-reward', '--at', '2013-12-31'];

  it('explains somebody who need not exist', async () => {
    const told = await json(
      'explain',
      '--facts',
      file('farmer.json', { ...farmer, area: '510703' }),
      ...asked,
    );
    expect(told).toMatchObject({ outcome: 'eligibleIfDeclared', amountFen: 96_000 });
    const [first] = told['conditions'] as object[];
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['id', 'outcome', 'value', 'threshold', 'clause', 'metFrom']),
    );
  });

  it('takes what is declared, from the file or beside it', async () => {
    const path = file('declared.json', { ...farmer, declared: ['no-breach'] });
    expect(await json('explain', '--facts', path, ...asked)).toMatchObject({ outcome: 'eligible' });
    const bare = file('bare.json', farmer);
    const beside = await json('explain', '--facts', bare, '--declared', 'no-breach', ...asked);
    expect(beside).toMatchObject({ outcome: 'eligible' });
  });

  it('explains somebody of the register', async () => {
    const { rows } = await house.ground.database.owner.query<{ person_id: string }>(
      `SELECT person_id FROM benefits_facts WHERE kind = 'honour-certificate' LIMIT 1`,
    );
    const person = rows[0]?.person_id ?? '';
    const told = await json(
      'explain',
      '--person',
      person,
      '--programme',
      'only-child-reward',
      '--at',
      '2013-12-31',
    );
    expect(told).toMatchObject({ personId: person, outcome: 'eligible', amountFen: 6_000 });
  });

  it('knows of May 2025 what was known', async () => {
    const path = file('child.json', { birth_date: '2024-03-01', registered_from: '2024-03-01' });
    const may = ['explain', '--facts', path, '--programme', 'childcare-subsidy', '--at', '2025-05-15'];
    expect((await jiahu(...may, '--known-at', '2025-06-30')).status).toBe(66);
    expect(await json(...may, '--known-at', '2025-08-01')).toMatchObject({ amountFen: 360_000 });
  });

  it.each([
    [
      'no such file',
      ['explain', '--facts', '/nowhere.json', '--programme', 'rural-reward'],
      65,
      'cannot be read',
    ],
    ['nobody', ['explain', '--programme', 'rural-reward'], 65, '--person is missing'],
    [
      'no programme',
      ['explain', '--person', '00000000-0000-4000-8000-000000000000'],
      65,
      '--programme is missing',
    ],
    ['an unknown programme', ['assess', '--programme', 'x'], 66, 'There is no programme x'],
    ['another word', ['score'], 65, 'Use one of'],
    ['nothing to try', ['try', '--programme', 'rural-reward'], 65, '--change is missing'],
  ])('refuses %s in one sentence', async (_, given, status, sentence) => {
    const refused = await jiahu(...given);
    expect(refused.status).toBe(status);
    expect(refused.said).toContain(sentence);
  });
});

describe('jiahu benefits', () => {
  it('lists the facts that can be given, with types and meaning', async () => {
    const { columns } = (await json('facts')) as {
      columns: readonly { name: string; type: string; label: object }[];
    };
    expect(columns.find(({ name }) => name === 'hukou_kind')).toMatchObject({
      type: 'code',
      codes: ['rural', 'urban', 'unified'],
    });
    expect((await jiahu('facts')).out).toContain('children_complete_on');
  });

  it('lists the values that officers entered', async () => {
    expect(await json('values')).toEqual({ values: [] });
  });

  it('looks ahead, and tries other values', async () => {
    expect(await json('forecast', '--at', '2013-12-31', '--months', '6')).toMatchObject({
      until: '2014-07-01',
    });
    const tried = await json(
      'try',
      '--programme',
      'rural-reward',
      '--at',
      '2013-12-31',
      '--change',
      'yearly=120000',
    );
    expect(tried).toMatchObject({ trial: true, changes: [{ parameter: 'yearly', value: 120_000 }] });
  });
});
