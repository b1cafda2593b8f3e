import { describe, expect, it } from 'vitest';
import { publishedFigures } from '../../policy/published/index.ts';
import { returnForms } from '../../policy/returns/index.ts';
import { buildDivisionHistory, divisionTree } from '../areas/index.ts';
import { checkRow } from '../statistics/index.ts';
import { demoReturns } from './demo-returns.ts';

const rows = demoReturns(divisionTree(buildDivisionHistory()));
const total = (item: string) => rows.reduce((sum, row) => sum + (row.amounts[item] ?? 0), 0);
const published = (key: string) => publishedFigures.find((one) => one.key === key)?.value;

describe('the returns of the demonstration', () => {
  it('are reported by every area of their level in 2013', () => {
    expect(returnForms.map((form) => rows.filter((row) => row.form === form).length)).toEqual([
      3205, 167, 0, 9, 9, 1,
    ]);
  });

  it('pass the checks that every return passes', () => {
    const written = rows.map(({ form, amounts }) => ({
      form,
      cells: Object.fromEntries(
        Object.entries(form.items).map(([key, { unit }]) => [
          key,
          (amounts[key] ?? Number.NaN) / (unit === 'yuan' ? 100 : 1),
        ]),
      ),
    }));
    const refused = written.filter(({ form, cells }) => checkRow(form, cells).problems.length > 0);
    expect(refused).toEqual([]);
  });

  it('add up to what was published of notice columns', () => {
    expect(total('notice_columns')).toBe(published('notice_columns'));
  });

  it('an item that stands in two returns means the same in both', () => {
    const labels = new Map<string, string>();
    for (const form of returnForms)
      for (const [key, { label, unit }] of Object.entries(form.items)) {
        const said = `${label.zh}/${label.en}/${unit}`;
        expect(labels.get(key) ?? said).toBe(said);
        labels.set(key, said);
      }
  });
});
