import { type HistoricalSeries, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';
import { amendmentOf2021, endOfOldRules, reportOf2013 } from './law.ts';

/** Kept as the total that was published; a health visit today exists only with the person's recorded consent. */
export const reproductiveMonitoring: HistoricalSeries = {
  key: 'reproductive_monitoring',
  version: 1,
  label: text('环孕情监测', 'checks then required of women'),
  unit: 'person-times',
  decimals: 0,
  direction: 'neither',
  definition: text(
    '当年规定的检查人次，公布为“约 114 万人次”。这类强制检查已经停止；今天的生殖健康服务由本人自愿并书面同意。',
    'Person-times of checks that were then required, published as about 1,140,000. They have ended; reproductive-health visits today are voluntary and need consent.',
  ),
  source: reportOf2013,
  endedOn: endOfOldRules,
  endedBy: amendmentOf2021,
  values: [{ area: cityArea, year: 2013, value: 1_140_000 }],
};
