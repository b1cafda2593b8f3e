import { type HistoricalSeries, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';
import { amendmentOf2021, endOfOldRules, reportOf2013 } from './law.ts';

/**
 * Kept as the number that was published for the city. It is never computed from persons, and no breakdown by county
 * was published, so none stands here.
 */
export const policyCompliantBirthRate: HistoricalSeries = {
  key: 'policy_compliant_birth_rate',
  version: 1,
  label: text('符合政策生育率', 'policy-compliant birth rate'),
  unit: 'percent',
  decimals: 2,
  direction: 'higher is better',
  definition: text(
    '当时政策内出生人数占全部出生人数的百分比。该指标已停止，系统不计算、不保存任何个人是否“符合政策”。',
    'Births within the policy then in force as a percentage of all births. The series has ended; the system neither computes nor holds for any person whether a birth was "within policy".',
  ),
  source: reportOf2013,
  endedOn: endOfOldRules,
  endedBy: amendmentOf2021,
  values: [{ area: cityArea, year: 2013, value: 90.46 }],
};
