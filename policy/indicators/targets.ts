import { type Target, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';

const source = text(
  '2013 年目标管理任务（随年度工作报告公布）',
  'targets of 2013, as published with the annual work report',
);
const of2013 = (indicator: string, value: number, sense: Target['sense']): Target => ({
  holdsBelow: true,
  indicator,
  area: cityArea,
  year: 2013,
  value,
  sense,
  source,
});

/** What the city undertook. Targets apply to services and units of government, never to families. */
export const targets: readonly Target[] = [
  of2013('natural_increase_rate', 3.0, 'at most'),
  of2013('policy_compliant_birth_rate', 85.0, 'at least'),
  of2013('sex_ratio_at_birth', 110, 'at most'),
];
