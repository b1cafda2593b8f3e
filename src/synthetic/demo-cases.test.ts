import { describe, expect, it } from 'vitest';
import { publishedFigures } from '../../policy/published/index.ts';
import { demoYear, services } from '../../policy/services/index.ts';
import { buildDivisionHistory, divisionTree } from '../areas/index.ts';
import { type AreaCode, calendarDate } from '../language/index.ts';
import { demoCases } from './demo-cases.ts';

const tree = divisionTree(buildDivisionHistory());
const today = calendarDate('2026-11-27');
let ids = 0;
const rows = demoCases(tree, {
  today,
  at: new Date('2026-11-27T00:00:00Z'),
  newId: () => {
    ids += 1;
    return String(ids);
  },
});
const cases = rows.casework_cases;
const published = (key: string) => publishedFigures.find((one) => one.key === key)?.value;
const of = (service: string, outcome?: string) =>
  cases.filter((one) => one['service'] === service && (outcome === undefined || one['outcome'] === outcome));
const sum = (service: string, item: string) => {
  const mine = new Set(of(service).map((one) => one['case_id']));
  return rows.casework_actions
    .filter((one) => mine.has(one['case_id']))
    .reduce((total, one) => total + ((one['answers'] as Record<string, number>)[item] ?? 0), 0);
};

describe('the cases of 2013', () => {
  it.each([
    ['disability_appraisals', of('disability-appraisal').length],
    ['red_flag_villages', of('self-governance-assessment', 'red-flag').length],
    ['guidance_visits', sum('guidance-visit', 'team')],
    ['people_interviewed', sum('guidance-visit', 'interviewed')],
    ['case_files_audited', sum('file-audit', 'audited')],
  ])('add up to what was published of %s', (key, total) => {
    expect(total).toBe(published(key));
  });

  it('name nobody, and lie in the year', () => {
    for (const one of cases) {
      expect(one).toMatchObject({ applicant_name: null, person_id: null, answers: {} });
      expect(String(one['received_on']) >= demoYear.from && String(one['closed_on']) <= '2013-12-31').toBe(
        true,
      );
    }
  });

  it('have an outcome that their service knows, and a unit of today', () => {
    for (const one of cases) {
      const service = services.find(({ key }) => key === one['service']);
      expect(Object.keys(service?.workflow.outcomes ?? {})).toContain(one['outcome']);
      expect(tree.find(one['area_scope'] as AreaCode, today)).not.toBeNull();
    }
  });
});
