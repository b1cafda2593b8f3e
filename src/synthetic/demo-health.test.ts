import { describe, expect, it } from 'vitest';
import { publishedFigures } from '../../policy/published/index.ts';
import { buildDivisionHistory, divisionTree } from '../areas/index.ts';
import { calendarDate } from '../language/index.ts';
import { demoHealth } from './demo-health.ts';

let ids = 0;
const rows = demoHealth(divisionTree(buildDivisionHistory()), {
  today: calendarDate('2026-11-27'),
  at: new Date('2026-11-27T00:00:00Z'),
  newId: () => {
    ids += 1;
    return String(ids);
  },
});
const published = (key: string) => publishedFigures.find((one) => one.key === key)?.value;
const given = (kind: string) =>
  rows.health_given
    .filter((one) => one['kind'] === kind)
    .reduce((sum, one) => sum + Number(one['amount']), 0);

describe('the health services of 2013', () => {
  it.each([
    ['preconception_checkups', given('checkup')],
    ['post_disaster_rebirth_services', given('family-rebuilding')],
    ['model_service_stations', rows.health_assessments.length],
  ])('add up to what was published of %s', (key, total) => {
    expect(total).toBe(published(key));
  });

  it('are counts of stations, with nobody in them', () => {
    const columns = new Set(rows.health_given.flatMap((row) => Object.keys(row)));
    expect([...columns].filter((one) => /person|case|name/.test(one))).toEqual([]);
  });
});
