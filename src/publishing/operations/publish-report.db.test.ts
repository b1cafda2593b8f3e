import { describe, expect, it } from 'vitest';
import { libraryOfTheDemonstration } from '../../../policy/documents/index.ts';
import { indicators } from '../../../policy/indicators/index.ts';
import { publishedFigures } from '../../../policy/published/index.ts';
import { statements } from '../../../policy/reports/index.ts';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode, text } from '../../language/index.ts';
import { figureFromCounts } from '../build-figure.ts';
import type { Edition, Figure } from '../index.ts';

const house = await testHouse();
const run = async (name: string, input: object) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return house.execute(operation, input, { actor: house.operator });
};
await run('synthetic/seed-city', {});
await run('synthetic/seed-returns', {});
await run('synthetic/seed-cases', {});
await run('synthetic/seed-benefits', {});
await run('benefits/take-snapshot', {});
await run('synthetic/seed-benefit-payments', {});
for (const { endedOn: _, endedBy: __, ...document } of libraryOfTheDemonstration)
  await run('publishing/publish-document', document);
await run('statistics/take-snapshot', { at: '2025-12-31' });
await run('publishing/publish-report', { year: 2013 });
const { content } = (await run('publishing/read-edition', { year: 2013 })) as Edition;
const figure = (key: string): Figure => {
  const found = content.figures.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('the report for 2013', () => {
  it('carries all 51 items: 46 numbers and five statements', () => {
    expect([publishedFigures.length, statements.length]).toEqual([46, 5]);
    const keys = new Set(content.figures.map((one) => one.key));
    for (const { key } of [...publishedFigures, ...statements]) expect(keys, key).toContain(key);
  });

  it.each(publishedFigures.map((one) => [one.key, one.relation, one.value] as const))(
    '%s stands in its published relation: %s %d',
    (key, relation, value) => {
      expect(figure(key)).toMatchObject({ relation, published: value, claimSupported: true });
    },
  );

  it('every figure says what it is, where it comes from and by which formula', () => {
    for (const { definition, label, source } of content.figures) {
      expect(definition.text.zh.length).toBeGreaterThan(5);
      expect(definition.formula.en.length).toBeGreaterThan(2);
      expect(label.zh).not.toBe(label.en);
      expect(['records', 'returns', 'documents', 'historical', 'statement']).toContain(source.kind);
    }
  });

  it('what comes from returns says so, which returns, what will take their place, and what is invented', () => {
    const { source, quality } = figure('surveys_done');
    expect(source).toMatchObject({
      kind: 'returns',
      forms: [{ key: 'city-foundations', level: 'city' }],
      standsInFor: { en: 'sample surveys (to be built)' },
      invented: true,
    });
    expect(quality.notes.map((note) => note.en).join()).toContain('made up');
  });

  it('recipients and money come from records, at the size of the made-up city, and the report says so', () => {
    for (const [key, published] of [
      ['benefit_recipients', 617_800],
      ['benefit_paid', 129_377_300],
    ] as const) {
      const { source, value, quality, publishedAtScale } = figure(key);
      expect(source).toMatchObject({ kind: 'records', room: 'benefits' });
      expect(Number(value) / (published * 0.01)).toBeCloseTo(1, 2);
      expect(publishedAtScale).toBeCloseTo(published * 0.01, 0);
      expect(quality.notes.map((note) => note.en).join()).toContain('1 % of the real one');
    }
  });

  it('says nothing below the city of special families and of operations', () => {
    for (const key of ['special_family_pilot_households', 'special_family_pilot_spent', 'cleft_surgeries'])
      expect(figure(key).breakdown, key).toEqual([]);
  });

  it('what is counted from documents names them', () => {
    expect(figure('provincial_standing').source).toMatchObject({
      documents: [{ key: 'provincial-circular-2013-3' }],
    });
  });

  it('counties add up to the city; the city alone answers for what it alone reports', () => {
    const { breakdown, value } = figure('benefit_recipients');
    expect(breakdown.reduce((sum, row) => sum + Number(row.value), 0)).toBe(value);
    expect(figure('monitoring_rank').breakdown).toEqual([]);
    expect(figure('social_maintenance_fee').breakdown).toEqual([]);
  });

  it('withholds small counts of persons, and never counts of notice columns or model counties', () => {
    const counted = (n: number) => ({ counts: new Map([['persons_insured', n]]), unknown: new Map() });
    const counties = ['510703', '510704', '510722'].map((code) => ({
      code: areaCode(code),
      name: text('县', 'county'),
    }));
    const city = areaCode('5107');
    const cells = new Map([
      [city, counted(943)],
      ...counties.map(({ code }, index) => [code, counted([3, 40, 900][index] ?? 0)] as const),
    ]);
    const insured = indicators.find(({ key }) => key === 'insured_persons');
    if (!insured) throw new Error('no such indicator');
    const { breakdown: small } = figureFromCounts(insured, 'none', {
      area: city,
      year: 2013,
      counts: new Map([['none', cells]]),
      counties,
      targets: [],
      published: [],
      section: 'benefits',
      synthetic: false,
      scale: 1,
      documentsOf: () => [],
    });
    expect(small.map((row) => row.value)).toEqual(['suppressed', 'suppressed', 900]);
    const models = figure('provincial_law_model_counties').breakdown;
    expect(models.every((row) => typeof row.value === 'number')).toBe(true);
  });

  it('flags a coverage over 100 % and shows both readings of an ambiguous percentage', () => {
    expect(figure('preconception_coverage')).toMatchObject({
      value: 119,
      flag: { en: expect.stringContaining('needs an explanation') as string },
    });
    expect(figure('threefold_households').readings).toHaveLength(2);
    expect(content.figures.filter((one) => one.flag !== null)).toHaveLength(1);
  });
});
