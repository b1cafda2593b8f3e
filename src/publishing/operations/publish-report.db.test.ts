import { describe, expect, it } from 'vitest';
import { libraryOfTheDemonstration } from '../../../policy/documents/index.ts';
import { publishedFigures } from '../../../policy/published/index.ts';
import { statements } from '../../../policy/reports/index.ts';
import { testHouse } from '../../../test/support/test-house.ts';
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
    const { source, quality } = figure('benefit_paid');
    expect(source).toMatchObject({
      kind: 'returns',
      forms: [{ key: 'county-benefits', level: 'county' }],
      standsInFor: { en: 'benefits (to be built)' },
      invented: true,
    });
    expect(quality.notes.map((note) => note.en).join()).toContain('made up');
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
    const small = figure('cleft_surgeries').breakdown;
    expect(small.some((row) => row.value === 'suppressed')).toBe(true);
    expect(small.every((row) => row.value === 'suppressed' || Number(row.value) >= 5)).toBe(true);
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
