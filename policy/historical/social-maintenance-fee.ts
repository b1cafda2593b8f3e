import { type HistoricalSeries, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';
import { amendmentOf2021, endOfOldRules, reportOf2013 } from './law.ts';

/** Kept as the total that was published for the city; nothing in this system can levy, compute or collect it. */
export const socialMaintenanceFee: HistoricalSeries = {
  key: 'social_maintenance_fee',
  version: 1,
  label: text('社会抚养费征收', 'social maintenance fee collected'),
  unit: 'yuan',
  decimals: 0,
  direction: 'neither',
  definition: text(
    '当年全市征收的社会抚养费总额。该费已取消；系统没有任何征收、计算或催缴的功能。',
    'What the city collected in the year. The fee has been abolished; nothing in this system could levy, compute or collect it.',
  ),
  source: reportOf2013,
  notes: [
    text(
      '当年公布比上年增长 48.4%，据此推算 2012 年约为 6,100 万元；2012 年的数字未见公布。',
      'Published as 48.4 % more than the year before, which implies about 61.0 million yuan for 2012; no figure of 2012 was published.',
    ),
  ],
  endedOn: endOfOldRules,
  endedBy: amendmentOf2021,
  values: [{ area: cityArea, year: 2013, value: 90_527_000 }],
};
