import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode } from '../../language/index.ts';
import type { Actor } from '../../platform/index.ts';

const house = await testHouse();
const village = '510703001003';
const form = 'village-self-governance';
const period = '2022';

const account = (name: string, area: string, permissions: readonly string[]): Actor => ({
  accountId: name,
  name,
  role: 'statistician',
  area: areaCode(area),
  purpose: 'statistics',
  permissions: new Set(permissions),
});
const every = ['returns:read', 'returns:submit', 'returns:approve'];
const reporter = account('village-reporter', village, ['returns:read', 'returns:submit']);
const township = account('township', '510703001', every);
const county = account('county', '510703', every);
const city = account('city', '5107', every);
const otherCounty = account('other-county', '510704', every);

const run = async (name: string, input: object, actor: Actor) => {
  const operation = house.registry.get(`statistics/${name}`);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
const good = { notice_columns: 1, self_governance: 1, qualified_or_better: 1, red_flag: 0 };
const submit = (actor: Actor, amounts: object = good, area = village, at = period) =>
  run('submit-returns', { form, period: at, rows: [{ area, amounts }] }, actor);
const approve = (actor: Actor, areas: readonly string[] = [village], at = period) =>
  run('approve-returns', { form, period: at, areas }, actor);
const stateOf = async (area = village, at = period) => {
  const { rows } = await run('list-returns', { form, period: at, area }, city);
  return (rows as readonly { area: string; state: string; approvedLevel: string }[]).find(
    (row) => row.area === area,
  );
};
const forbidden = { details: { code: 'forbidden' } };

describe('a return goes up the tree', () => {
  it('is reported by the village and approved by township, county and city in turn', async () => {
    expect(await submit(reporter)).toEqual({ accepted: 1, problems: [] });
    await expect(approve(county)).rejects.toMatchObject(forbidden);
    for (const [actor, level] of [
      [township, 'township'],
      [county, 'county'],
      [city, 'city'],
    ] as const) {
      expect(await approve(actor)).toEqual({ approved: 1 });
      expect(await stateOf()).toMatchObject({ state: 'approved', approvedLevel: level });
    }
    await expect(approve(city)).rejects.toMatchObject(forbidden);
  });

  it('keeps every step with who, where and what', async () => {
    const { steps } = await run('read-return-history', { form, period, area: village }, city);
    expect((steps as readonly { step: string; by: string }[]).map(({ step, by }) => [step, by])).toEqual([
      ['submitted', 'village-reporter'],
      ['approved', 'township'],
      ['approved', 'county'],
      ['approved', 'city'],
    ]);
    expect(steps).toMatchObject([{ amounts: good }, {}, {}, {}]);
  });

  it('is not reported again once it is approved; the city sends it back with a reason first', async () => {
    expect(await submit(reporter)).toMatchObject({
      accepted: 0,
      problems: [{ row: 1, area: village, column: 'area', problem: { zh: '已经审定' } }],
    });
    const reason = '红旗村应为 1';
    await expect(
      run('send-back-return', { form, period, area: village, reason }, county),
    ).rejects.toMatchObject(forbidden);
    await run('send-back-return', { form, period, area: village, reason }, city);
    expect(await stateOf()).toMatchObject({ state: 'sent_back', approvedLevel: null });
    await expect(approve(township)).rejects.toMatchObject(forbidden);
    expect(await submit(reporter, { ...good, red_flag: 1 })).toMatchObject({ accepted: 1 });
  });

  it('is never approved by the one who reported it', async () => {
    await submit(township, good, village, '2021');
    await expect(approve(township, [village], '2021')).rejects.toMatchObject(forbidden);
  });

  it('approves all that are named or none', async () => {
    await submit(reporter, good, village, '2019');
    await expect(approve(township, [village, '510703001008'], '2019')).rejects.toMatchObject(forbidden);
    expect(await stateOf(village, '2019')).toMatchObject({ state: 'submitted' });
  });

  it('of the city itself is approved by another account of the city', async () => {
    const key = 'city-foundations';
    const { forms } = await run('list-return-forms', {}, city);
    const items = (forms as readonly { key: string; items: readonly { key: string }[] }[]).find(
      (one) => one.key === key,
    )?.items;
    const amounts = Object.fromEntries((items ?? []).map((item) => [item.key, 0]));
    await run('submit-returns', { form: key, period, rows: [{ area: '5107', amounts }] }, city);
    const own = { form: key, period, areas: ['5107'] };
    await expect(run('approve-returns', own, city)).rejects.toMatchObject(forbidden);
    expect(await run('approve-returns', own, account('second', '5107', every))).toEqual({ approved: 1 });
  });
});

describe('many rows', () => {
  it('are taken one by one: the right ones stand, the others come back by row and column', async () => {
    const rows = [
      { area: '510703001008', amounts: good },
      { area: '510703001009', amounts: { ...good, notice_columns: 'two' } },
      { area: '510703001008', amounts: good },
      { area: '510704001001', amounts: good },
      { area: '510799001001', amounts: good },
    ];
    const answer = await run('submit-returns', { form, period, rows }, county);
    expect(answer).toMatchObject({
      accepted: 1,
      problems: [
        { row: 2, column: 'notice_columns', problem: { en: '"two" is not a number' } },
        { row: 3, column: 'area', problem: { en: 'the area stands in two rows' } },
        { row: 4, column: 'area', problem: { en: 'not in your area' } },
        { row: 5, column: 'area', problem: { en: 'not an area that reports this' } },
      ],
    });
  });

  it('come from a file as from a grid', async () => {
    const csv =
      'area,notice_columns,self_governance,qualified_or_better,red_flag\n510703001010,1,1,1,x\n510703001011,1,1,1,1\n';
    expect(await run('submit-return-file', { form, period, csv }, county)).toMatchObject({
      accepted: 1,
      problems: [{ row: 1, column: 'red_flag' }],
    });
  });

  it('that jumped since the last period need an explanation', async () => {
    const key = 'county-services';
    const amounts = { preconception_planned: 100 };
    const report = (at: string, changes: object, explanation?: string) =>
      run(
        'submit-returns',
        {
          form: key,
          period: at,
          rows: [{ area: '510703', amounts: { ...amounts, ...changes }, explanation }],
        },
        county,
      );
    await report('2021', {});
    expect(await report('2022', { preconception_planned: 300 })).toMatchObject({
      accepted: 0,
      problems: [{ column: 'preconception_planned' }],
    });
    expect(await report('2022', { preconception_planned: 300 }, '集中补办')).toMatchObject({ accepted: 1 });
  });
});

describe('who may see and do what', () => {
  it('another county sees none of it and can neither approve nor send back', async () => {
    await expect(run('list-returns', { form, period, area: '510703' }, otherCounty)).rejects.toMatchObject(
      forbidden,
    );
    expect(await run('read-return-history', { form, period, area: village }, otherCounty)).toEqual({
      steps: [],
    });
    await expect(approve(otherCounty)).rejects.toMatchObject(forbidden);
    await expect(
      run('send-back-return', { form, period, area: village, reason: '试试' }, otherCounty),
    ).rejects.toMatchObject({ details: { code: 'not_found' } });
  });

  it.each([
    ['submit-returns', { form, period, rows: [{ area: village, amounts: good }] }],
    ['submit-return-file', { form, period, csv: 'area\n1\n' }],
    ['list-returns', { form, period }],
    ['list-return-forms', {}],
    ['read-return-history', { form, period, area: village }],
    ['approve-returns', { form, period, areas: [village] }],
    ['send-back-return', { form, period, area: village, reason: '说明' }],
  ])('%s asks for its permission', async (name, input) => {
    await expect(run(name, input, account('nobody', '5107', []))).rejects.toMatchObject(forbidden);
  });

  it.each([
    ['a return that nobody declared', { form: 'nonsense', period }, 'not_found'],
    ['a month of a yearly return', { form, period: '2022-07' }, 'invalid_input'],
    ['a year that is not over', { form, period: '2199' }, 'invalid_input'],
    ['a year before it was asked for', { form, period: '2001' }, 'invalid_input'],
  ])('%s is refused with one sentence', async (_, input, code) => {
    await expect(run('list-returns', input, city)).rejects.toMatchObject({ details: { code } });
  });
});
