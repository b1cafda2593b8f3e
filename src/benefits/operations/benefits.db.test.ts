import { describe, expect, it } from 'vitest';
import { programmeCases } from '../../../policy/programmes/cases.ts';
import { refused } from '../../../test/support/case-desk.ts';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode, type Text } from '../../language/index.ts';
import { type Actor, publicActor } from '../../platform/index.ts';

const house = await testHouse();
const nowhere = '00000000-0000-4000-8000-000000000000';

const officer = (accountId: string, area: string, ...permissions: string[]): Actor => ({
  ...house.operator,
  accountId,
  name: accountId,
  area: areaCode(area),
  permissions: new Set(['register:read', 'register:read-children', 'benefits:read', ...permissions]),
});
const clerk = officer('clerk', '510703', 'benefits:write');
const supervisor = officer('supervisor', '510703', 'benefits:write', 'benefits:approve');
const neighbour = officer('neighbour', '510704', 'benefits:write', 'benefits:approve');
const anybody = publicActor(areaCode('5107'));
const registrar: Actor = { ...clerk, permissions: new Set(['register:read', 'register:write']) };

type Answer = Record<string, never>;
const run = async (name: string, input: object, actor: Actor = clerk): Promise<Answer> => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Answer;
};

const place = { registeredVillage: '510703001003', residentVillage: '510703001003' };
let number = 0;
async function enrol(birthDate: string, over: object = {}): Promise<string> {
  number += 1;
  const person = {
    name: `甲${String(number)}`,
    sex: 'female',
    birthDate,
    date: '2010-01-05',
    ...place,
    ...over,
  };
  return String((await run('register/enrol-person', person, house.operator))['personId']);
}

interface Explained {
  readonly outcome: string;
  readonly amountFen: number | null;
  readonly conditions: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly value: unknown;
    readonly threshold: unknown;
    readonly clause: Text;
    readonly metFrom: string | null;
    readonly missing: readonly { readonly column: string }[];
  }[];
  readonly values: readonly {
    readonly parameter: string;
    readonly stale: boolean;
    readonly invented: boolean;
  }[];
}
const explain = async (input: object, actor: Actor = clerk) =>
  (await run('benefits/explain-eligibility', input, actor)) as unknown as Explained;
const conditionOf = ({ conditions }: Explained, id: string) => conditions.find((one) => one.id === id);

describe('who may do what', () => {
  const guarded = [
    ['benefits/assess-people', {}],
    ['benefits/explain-eligibility', { facts: {}, programme: 'rural-reward' }],
    ['benefits/forecast-eligibility', {}],
    ['benefits/try-rules', { programme: 'rural-reward', changes: [{ parameter: 'yearly', value: 1 }] }],
    ['benefits/list-facts-of-person', { personId: nowhere }],
    [
      'benefits/attest-fact',
      { personId: nowhere, kind: 'children-complete', day: '2012-01-01', document: '证明' },
    ],
    ['benefits/withdraw-fact', { personId: nowhere, factId: nowhere, reason: '登记错误' }],
    ['benefits/find-people', { query: '张三' }],
    ['benefits/list-fact-kinds', {}],
    ['benefits/list-values', {}],
    [
      'benefits/enter-value',
      {
        programme: 'only-child-reward',
        parameter: 'monthly',
        place: '510703',
        from: '2020-01-01',
        amount: 1000,
        document: '文件一号',
        publishedOn: '2020-01-01',
        confirmedThrough: '2026-12-31',
      },
    ],
    ['benefits/approve-value', { valueId: nowhere }],
    ['benefits/take-snapshot', {}],
  ] as const;
  it.each(guarded)('%s is refused to the public and to whoever lacks its permission', async (name, input) => {
    await expect(run(name, input, anybody)).rejects.toMatchObject(refused('unauthenticated'));
    await expect(run(name, input, registrar)).rejects.toMatchObject(refused('forbidden'));
  });

  it.each(['benefits/list-programmes', 'benefits/list-facts', 'benefits/screen-family'])(
    '%s is anybody’s',
    async (name) => {
      await expect(run(name, {}, anybody)).resolves.toBeDefined();
    },
  );

  it('nobody asks about people or areas that are not theirs', async () => {
    const personId = await enrol('1950-01-01');
    for (const [name, input] of [
      ['benefits/explain-eligibility', { personId, programme: 'rural-reward' }],
      ['benefits/list-facts-of-person', { personId }],
      ['benefits/attest-fact', { personId, kind: 'children-complete', day: '2012-01-01', document: '证明' }],
    ] as const)
      await expect(run(name, input, neighbour)).rejects.toMatchObject(refused('not_found'));
    await run('benefits/take-snapshot', {}, house.operator);
    const foreign = run('benefits/assess-people', { area: '510704' });
    await expect(foreign).rejects.toMatchObject(refused('forbidden'));
  });
});

describe('an attested fact', () => {
  it('is what the decision rests on, and no longer once withdrawn', async () => {
    const personId = await enrol('1950-01-01');
    await run(
      'register/change-hukou-kind',
      { personId, hukouKind: 'rural', date: '2010-02-01' },
      house.operator,
    );
    const asked = { personId, programme: 'rural-reward', at: '2013-12-31' };
    const before = await explain(asked);
    expect(before.outcome).toBe('unknown');
    expect(conditionOf(before, 'children')?.missing.map(({ column }) => column)).toContain(
      'children_complete_on',
    );
    const child = {
      personId,
      kind: 'earlier-child',
      day: '1975-05-05',
      sex: 'female',
      document: '派出所证明 2012-3',
    };
    await run('benefits/attest-fact', child);
    const complete = {
      personId,
      kind: 'children-complete',
      day: '2012-03-01',
      document: '村委会证明 2012-4',
    };
    const { factId } = await run('benefits/attest-fact', complete);
    const after = await explain(asked);
    expect(after).toMatchObject({ outcome: 'eligibleIfDeclared', amountFen: 96_000 });
    expect(conditionOf(after, 'no-breach')).toMatchObject({ outcome: 'toBeDeclared' });
    expect((await explain({ ...asked, declared: ['no-breach'] })).outcome).toBe('eligible');
    await run('benefits/withdraw-fact', { personId, factId, reason: '核实有误' });
    expect((await explain(asked)).outcome).toBe('unknown');
    const again = run('benefits/withdraw-fact', { personId, factId, reason: '核实有误' });
    await expect(again).rejects.toMatchObject(refused('not_found'));
    const { attested } = (await run('benefits/list-facts-of-person', { personId })) as unknown as {
      attested: readonly { kind: string; withdrawal: { reason: string } | null }[];
    };
    expect(attested.map(({ kind, withdrawal }) => [kind, withdrawal?.reason ?? null])).toEqual([
      ['earlier-child', null],
      ['children-complete', '核实有误'],
    ]);
  });

  it.each([
    ['a grade is missing', { kind: 'disability', day: '2012-01-01' }, 'grade'],
    ['a sex is missing', { kind: 'earlier-child', day: '1975-01-01' }, 'sex'],
    ['it has no such item', { kind: 'checkup', day: '2012-01-01', grade: 2 }, 'grade'],
    ['it lies in the future', { kind: 'checkup', day: '2999-01-01' }, 'day'],
    [
      'it ends before it begins',
      { kind: 'honour-certificate', day: '2012-01-01', until: '2011-01-01' },
      'until',
    ],
  ])('is refused when %s', async (_, fact, field) => {
    const refusal = run('benefits/attest-fact', {
      personId: await enrol('1960-01-01'),
      document: '证明',
      ...fact,
    });
    await expect(refusal).rejects.toMatchObject({ details: { code: 'invalid_input', field } });
  });
});

describe('somebody’s own copy', () => {
  it('holds what was attested of them', async () => {
    const personId = await enrol('1962-01-01');
    await run('benefits/attest-fact', { personId, kind: 'checkup', day: '2012-01-01', document: '服务卡 7' });
    const privacy: Actor = {
      ...house.operator,
      permissions: new Set([...house.operator.permissions, 'register:export-all']),
    };
    const copy = await run(
      'register/export-person-file',
      { personId, reason: '本人书面申请', format: 'json', locale: 'zh' },
      privacy,
    );
    expect(JSON.stringify(copy)).toContain('服务卡 7');
  });
});

describe('an explanation', () => {
  const [reward] = programmeCases;
  const asked = { programme: 'rural-reward', at: '2013-12-31', area: '510703' };

  it('gives condition by condition the value, the threshold, the clause and since when', async () => {
    const young = { ...reward.base, birth_date: '1960-05-20' };
    const told = await explain({ ...asked, facts: young });
    expect(told).toMatchObject({ outcome: 'notEligible', amountFen: null });
    expect(conditionOf(told, 'age')).toMatchObject({
      outcome: 'notMet',
      value: 53,
      threshold: 60,
      metFrom: '2020-05-20',
    });
    expect(conditionOf(told, 'age')?.clause.zh).toContain('四川');
    expect(told.values.find(({ parameter }) => parameter === 'women-age')).toMatchObject({ stale: true });
  });

  it('of the missing class of registration says that it cannot be determined, and what is missing', async () => {
    const told = await explain({ ...asked, facts: { ...reward.base, hukou_kind: null } });
    expect(told.outcome).toBe('unknown');
    expect(conditionOf(told, 'self-rural')?.missing.map(({ column }) => column)).toContain('hukou_kind');
  });

  it('of a decision of May 2025 depends on what was known', async () => {
    const may = {
      programme: 'childcare-subsidy',
      at: '2025-05-15',
      facts: { birth_date: '2024-03-01', registered_from: '2024-03-01' },
    };
    await expect(explain({ ...may, knownAt: '2025-06-30' })).rejects.toMatchObject(refused('not_found'));
    expect(await explain({ ...may, knownAt: '2025-08-01' })).toMatchObject({
      outcome: 'eligible',
      amountFen: 360_000,
    });
  });

  it.each([
    ['an unknown column', { facts: { height: 3 } }, 'invalid_input'],
    ['a code that is not in the list', { facts: { hukou_kind: 'farm' } }, 'invalid_input'],
    ['a day that is none', { facts: { birth_date: '2013-02-30' } }, 'invalid_input'],
    ['an unknown programme', { facts: {}, programme: 'x' }, 'not_found'],
    ['nobody at all', {}, 'invalid_input'],
    ['a person and facts', { personId: nowhere, facts: {} }, 'invalid_input'],
  ])('is refused for %s', async (_, over, code) => {
    await expect(explain({ ...asked, ...over })).rejects.toMatchObject(refused(code as 'not_found'));
  });

  it('is given for somebody young, with the facts of a spouse in another county', async () => {
    const elsewhere = { registeredVillage: '510704001001', residentVillage: '510704001001' };
    const [wife, husband] = [
      await enrol('1963-01-01'),
      await enrol('1961-01-01', { sex: 'male', ...elsewhere }),
    ];
    await run(
      'register/record-marriage',
      { personId: wife, spouseId: husband, date: '2011-01-01' },
      house.operator,
    );
    const { facts } = (await run('benefits/list-facts-of-person', { personId: wife })) as unknown as {
      facts: Record<string, unknown>;
    };
    expect(facts).toMatchObject({ spouse_birth_date: '1961-01-01', married_on: '2011-01-01' });
  });
});

describe('a value that no source gives', () => {
  const value = {
    programme: 'only-child-reward',
    parameter: 'monthly',
    place: '510703',
    from: '2012-01-01',
    amount: 1000,
    document: '涪府发〔2012〕1号',
    publishedOn: '2012-01-10',
    confirmedThrough: '2026-12-31',
  };
  const family = programmeCases[3];
  const asked = { programme: 'only-child-reward', at: '2016-12-31', area: '510703', facts: family.base };

  it('is an error where nobody entered it, and counts once two officers stand for it', async () => {
    await expect(explain(asked)).rejects.toMatchObject(refused('conflict'));
    const { valueId } = await run('benefits/enter-value', value);
    await run('benefits/enter-value', { ...value, parameter: 'until-age', amount: 18 }).then(
      ({ valueId: other }) => run('benefits/approve-value', { valueId: other }, supervisor),
    );
    await expect(explain(asked)).rejects.toMatchObject(refused('conflict'));
    await expect(run('benefits/approve-value', { valueId }, neighbour)).rejects.toMatchObject(
      refused('not_found'),
    );
    await run('benefits/approve-value', { valueId }, supervisor);
    expect(await explain(asked)).toMatchObject({ outcome: 'eligible', amountFen: 12_000 });
    const { values } = (await run('benefits/list-values', { waiting: false })) as unknown as {
      values: object[];
    };
    expect(values).toHaveLength(2);
  });

  it('is not approved by whoever entered it, nor entered for another area or parameter', async () => {
    const { valueId } = await run('benefits/enter-value', value, supervisor);
    await expect(run('benefits/approve-value', { valueId }, supervisor)).rejects.toMatchObject(
      refused('forbidden'),
    );
    const elsewhere = run('benefits/enter-value', { ...value, place: '510704' });
    await expect(elsewhere).rejects.toMatchObject(refused('forbidden'));
    const unheard = run('benefits/enter-value', { ...value, parameter: 'x' });
    await expect(unheard).rejects.toMatchObject({ details: { field: 'parameter' } });
  });

  it('of the demonstration is never used where the city is not made up', async () => {
    const { programmes } = (await run('benefits/list-programmes', {}, anybody)) as unknown as {
      programmes: readonly { key: string; values: readonly { invented: boolean }[] }[];
    };
    expect(programmes.flatMap(({ values }) => values).filter(({ invented }) => invented)).toEqual([]);
  });
});

describe('the page of a programme', () => {
  it('has every amount with its source, the conditions with their clauses, and what nobody could find out', async () => {
    const page = (await run(
      'benefits/read-programme',
      { programme: 'special-support', at: '2013-12-31' },
      anybody,
    )) as unknown as {
      readonly conditions: readonly { id: string; source: { clause: Text }; asks: readonly object[] }[];
      readonly parameters: readonly { key: string; values: readonly { from: string; value: number }[] }[];
      readonly openQuestions: readonly Text[];
      readonly notice: string;
    };
    expect(page.notice).toBe('never');
    expect(page.conditions.map(({ id }) => id)).toContain('lost-or-disabled');
    expect(page.conditions.every(({ source }) => source.clause.zh !== '')).toBe(true);
    const loss = page.parameters.find(({ key }) => key === 'loss')?.values;
    expect(loss?.find(({ from }) => from === '2012-01-01')?.value).toBe(13_500);
    expect(page.openQuestions.length).toBeGreaterThan(2);
  });

  it('tells which of its numbers decide who is entitled and to how much', async () => {
    const page = (await run(
      'benefits/read-programme',
      { programme: 'rural-reward' },
      anybody,
    )) as unknown as {
      readonly parameters: readonly { key: string; decides: boolean }[];
    };
    const deciding = page.parameters.filter(({ decides }) => decides).map(({ key }) => key);
    expect(deciding).toEqual(['yearly', 'men-age', 'women-age']);
  });
});

describe('what is my family entitled to?', () => {
  interface Screened {
    readonly results: readonly {
      readonly programme: string;
      readonly about: 'self' | number;
      readonly outcome: string;
      readonly amountFen: number | null;
      readonly conditions: Explained['conditions'];
    }[];
  }
  const screen = async (answers: object) =>
    (await run('benefits/screen-family', answers, anybody)) as unknown as Screened;

  it('answers for each twin from a few questions, and keeps nothing', async () => {
    const { rows: before } = await house.ground.database.owner.query('SELECT count(*) FROM platform_audit');
    const twins = [{ bornOn: '2025-06-15' }, { bornOn: '2025-06-15' }];
    const { results } = await screen({ at: '2026-06-30', registeredHere: true, children: twins });
    const subsidies = results.filter(({ programme }) => programme === 'childcare-subsidy');
    expect(subsidies.map(({ about, outcome, amountFen }) => [about, outcome, amountFen])).toEqual([
      [0, 'eligible', 360_000],
      [1, 'eligible', 360_000],
    ]);
    const { rows: after } = await house.ground.database.owner.query('SELECT count(*) FROM platform_audit');
    expect(after).toEqual(before);
  });

  it('says what is missing where it cannot tell', async () => {
    const { results } = await screen({ at: '2026-06-30', bornOn: '1960-01-01', sex: 'male' });
    const reward = results.find(({ programme }) => programme === 'rural-reward');
    expect(reward?.outcome).toBe('unknown');
    const missing = reward?.conditions.flatMap((one) => one.missing.map(({ column }) => column));
    expect(missing).toEqual(
      expect.arrayContaining(['hukou_kind', 'registered_from', 'children_complete_on']),
    );
  });

  it('needs the birthday of a spouse', async () => {
    await expect(screen({ married: true })).rejects.toMatchObject(refused('invalid_input'));
  });
});
