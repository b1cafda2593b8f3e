import { describe, expect, it } from 'vitest';
import { libraryOfTheDemonstration } from '../../../policy/documents/index.ts';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode } from '../../language/index.ts';
import type { Actor } from '../../platform/index.ts';

const house = await testHouse();
const account = (area: string, permissions: readonly string[]): Actor => ({
  accountId: area,
  name: area,
  role: 'statistician',
  area: areaCode(area),
  purpose: 'statistics',
  permissions: new Set(permissions),
});
const city = account('5107', ['statistics:read']);
const county = account('510703', ['statistics:read']);
const run = async (name: string, input: object, actor: Actor = house.operator) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
await run('synthetic/seed-city', { scale: 0.005 });
await run('synthetic/seed-returns', {});
await run('synthetic/seed-cases', {});
await run('synthetic/seed-benefits', {});
await run('benefits/take-snapshot', {});
await run('synthetic/seed-benefit-payments', {});
for (const { endedOn: _, endedBy: __, ...document } of libraryOfTheDemonstration)
  await run('publishing/publish-document', document);
await run('statistics/take-snapshot', { at: '2025-12-31' });

interface Row {
  readonly key: string;
  readonly value: number | null;
  readonly known: boolean;
  readonly target: { readonly value: number } | null;
  readonly achievement: { readonly met: boolean } | null;
  readonly flag: object | null;
  readonly trend: readonly { readonly year: number; readonly value: number | null }[];
}
const scorecard = async (input: object, actor = city) => {
  const answer = await run('statistics/read-scorecard', input, actor);
  const rows = answer['rows'] as readonly Row[];
  return {
    ...answer,
    row: (key: string) => rows.find((one) => one.key === key),
    below: answer['below'] as readonly { readonly code: string }[],
    path: answer['path'] as readonly { readonly code: string }[],
  };
};

describe('a scorecard', () => {
  it('shows actual, target, achievement and five years for the city', async () => {
    const { row, below, path } = await scorecard({ year: 2013 });
    expect(row('sex_ratio_at_birth')).toMatchObject({ target: { value: 110 }, achievement: { met: true } });
    expect(row('registered_population')?.trend.map((one) => one.year)).toEqual([
      2009, 2010, 2011, 2012, 2013,
    ]);
    expect(row('benefit_recipients')).toMatchObject({ value: 3090, target: null });
    expect(row('insured_persons')).toMatchObject({ value: 78_000 });
    expect(below).toHaveLength(9);
    expect(path.map((one) => one.code)).toEqual(['510700000000']);
  });

  it('flags a coverage beyond the whole', async () => {
    const { row } = await scorecard({ year: 2013 });
    expect(row('preconception_coverage')?.flag).not.toBeNull();
    expect(row('cases_closed_rate')?.flag).toBeNull();
  });

  it('leads down to a county of that year, whose rates have the target of the city', async () => {
    const { row, path } = await scorecard({ year: 2013, area: '510724' });
    expect(path.map((one) => one.code)).toEqual(['510700000000', '510724000000']);
    expect(row('natural_increase_rate')?.target).toMatchObject({ value: 3 });
    expect(row('benefit_recipients')?.value).toBeGreaterThan(20);
  });

  it('shows nothing, not nought, where a level has no such figure', async () => {
    const fucheng = await scorecard({ year: 2013, area: '510703' });
    expect(fucheng.row('monitoring_rank')).toMatchObject({ known: false, value: null });
    const township = await scorecard({ year: 2013, area: '510703001' });
    expect(township.row('provincial_law_model_counties')).toMatchObject({ known: false, value: null });
    expect(township.row('notice_columns')?.value).toBeGreaterThan(0);
  });

  it('has no value for a year in which nothing was reported', async () => {
    const { row } = await scorecard({ year: 2014 });
    expect(row('monitoring_rank')).toMatchObject({ value: null });
    expect(row('monitoring_rank')?.trend.at(-2)).toMatchObject({ year: 2013 });
    expect(row('births')?.value).toBeGreaterThan(0);
  });

  it('follows a county through its new code', async () => {
    const { row } = await scorecard({ year: 2018, area: '510705' });
    expect(row('registered_population')?.trend.every((one) => Number(one.value) > 100)).toBe(true);
  });
});

describe('why a figure is what it is', () => {
  const explain = (input: object, actor = city) => run('statistics/explain-figure', input, actor);

  it('is said by definition, formula, what was counted and the areas below', async () => {
    const answer = await explain({ key: 'natural_increase_rate', year: 2013, area: '510703' });
    expect(answer).toMatchObject({
      origin: 'records',
      factor: 1000,
      numeratorTerms: [{ measure: 'births' }, { measure: 'deaths', times: -1 }],
      unknown: 0,
    });
    expect(answer['below']).not.toHaveLength(0);
  });

  it('names the return and the room that will take its place', async () => {
    expect(await explain({ key: 'surveys_done', year: 2013 })).toMatchObject({
      origin: 'returns',
      forms: [{ key: 'city-foundations' }],
      standsInFor: { en: 'sample surveys (to be built)' },
    });
  });

  it('is counted from what was paid, in yuan', async () => {
    const answer = await explain({ key: 'benefit_paid', year: 2013 });
    expect(answer).toMatchObject({ origin: 'records', numeratorTerms: [{ measure: 'paid_by_three' }] });
    expect(Number(answer['value']) / 0.005 / 129_377_300).toBeCloseTo(1, 2);
  });

  it('is not said of an indicator that nobody declared', async () => {
    await expect(explain({ key: 'nonsense', year: 2013 })).rejects.toMatchObject({
      details: { code: 'not_found' },
    });
  });
});

describe('rights reach as far as the area', () => {
  it.each([
    ['statistics/read-scorecard', {}],
    ['statistics/explain-figure', { key: 'births' }],
  ])(
    '%s begins at the own area, shows nothing beside or above it, and asks for its permission',
    async (name, input) => {
      const own = await run(name, { ...input, year: 2013 }, county);
      expect(own['path']).toMatchObject([{ code: '510703000000' }]);
      for (const area of ['5107', '510704', '510704001']) {
        await expect(run(name, { ...input, year: 2013, area }, county)).rejects.toMatchObject({
          details: { code: 'forbidden' },
        });
      }
      await expect(run(name, { ...input, year: 2013 }, account('5107', []))).rejects.toMatchObject({
        details: { code: 'forbidden' },
      });
    },
  );

  it.each([
    ['a year before the register', { year: 1999 }],
    ['a year that is not over', { year: 2199 }],
    ['an area that was not there', { year: 2013, area: '510705' }],
  ])('%s is refused with what there is', async (_, input) => {
    await expect(run('statistics/read-scorecard', input, city)).rejects.toMatchObject({
      details: { code: 'not_found' },
    });
  });
});
