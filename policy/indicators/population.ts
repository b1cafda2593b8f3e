import { type Combination, type Indicator, type Text, text } from '../../src/language/index.ts';

const one = (measure: string): Combination => ({ terms: [{ measure, times: 1 }], dividedBy: 1 });
const averagePopulation: Combination = {
  terms: [
    { measure: 'population_start', times: 1 },
    { measure: 'population_end', times: 1 },
  ],
  dividedBy: 2,
};

const yearbook = text('国家统计局统计指标解释', 'indicator definitions of the National Bureau of Statistics');
const withUn = (counterpart: Text) =>
  text(`${yearbook.zh}；${counterpart.zh}`, `${yearbook.en}; ${counterpart.en}`);

interface Plain {
  readonly key: string;
  readonly label: Text;
  readonly definition: Text;
  readonly numerator?: Combination;
  readonly population?: Indicator['population'];
  readonly decimals?: number;
  readonly notes?: readonly Text[];
}

/** A number of persons as it is. */
const count = ({ key, label, definition, numerator, population, decimals, notes }: Plain): Indicator => ({
  key,
  version: 1,
  label,
  unit: 'persons',
  population: population ?? 'either',
  numerator: numerator ?? one(key),
  denominator: null,
  factor: 1,
  decimals: decimals ?? 0,
  direction: 'neither',
  definition,
  source: yearbook,
  about: 'persons',
  status: 'live',
  ...(notes ? { notes } : {}),
});

/** Events per thousand of the average population. */
const perMille = (
  rest: Pick<Indicator, 'key' | 'label' | 'numerator' | 'definition' | 'source' | 'direction'>,
): Indicator => ({
  version: 1,
  unit: 'per mille',
  population: 'either',
  denominator: averagePopulation,
  factor: 1000,
  decimals: 2,
  about: 'persons',
  status: 'live',
  ...rest,
});

const unverifiedTotals = [
  text(
    '2013 年末户籍 545 万、常住 467 万是建城所用的总数，未见可靠出处，仅供演示。',
    'The totals of 2013 that the made-up city was built to (5.45 million registered, 4.67 million resident) are unverified.',
  ),
];

/** Population and vital events, each with where its formula comes from. */
export const populationIndicators: readonly Indicator[] = [
  count({
    key: 'registered_population',
    label: text('年末户籍人口', 'registered population at the end of the year'),
    definition: text(
      '年末最后一日户口登记在本地的人数。',
      'Persons whose household registration is in the area at the end of the last day.',
    ),
    numerator: one('population_end'),
    population: 'registered',
    notes: unverifiedTotals,
  }),
  count({
    key: 'resident_population',
    label: text('年末常住人口', 'resident population at the end of the year'),
    definition: text(
      '年末最后一日常住本地的人数，不论户口在何处。',
      'Persons who usually live in the area at the end of the last day, wherever they are registered.',
    ),
    numerator: one('population_end'),
    population: 'resident',
    notes: unverifiedTotals,
  }),
  count({
    key: 'average_population',
    label: text('年平均人口', 'average population of the year'),
    definition: text(
      '年初人口与年末人口之和除以二。',
      'Population at the start plus population at the end of the year, divided by two.',
    ),
    numerator: averagePopulation,
    decimals: 1,
  }),
  count({
    key: 'births',
    label: text('出生人数', 'live births'),
    definition: text(
      '一年内进入该口径人口的活产婴儿数。',
      'Live-born children who entered the population in the year.',
    ),
  }),
  count({
    key: 'births_male',
    label: text('出生男婴', 'live births, boys'),
    definition: text('一年内出生的男婴数。', 'Boys among the live births of the year.'),
  }),
  count({
    key: 'births_female',
    label: text('出生女婴', 'live births, girls'),
    definition: text('一年内出生的女婴数。', 'Girls among the live births of the year.'),
  }),
  count({
    key: 'deaths',
    label: text('死亡人数', 'deaths'),
    definition: text('一年内死亡的该口径人口数。', 'Persons of the population who died in the year.'),
  }),
  perMille({
    key: 'natural_increase_rate',
    label: text('人口自然增长率', 'rate of natural increase'),
    numerator: {
      terms: [
        { measure: 'births', times: 1 },
        { measure: 'deaths', times: -1 },
      ],
      dividedBy: 1,
    },
    direction: 'lower is better',
    definition: text(
      '一年内出生人数减去死亡人数，除以年平均人口，以千分比表示。',
      'Births less deaths of the year, divided by the average population, per thousand.',
    ),
    source: withUn(text('联合国对应指标：自然增长率', 'UN counterpart: rate of natural increase')),
  }),
  perMille({
    key: 'crude_birth_rate',
    label: text('出生率', 'crude birth rate'),
    numerator: one('births'),
    direction: 'neither',
    definition: text(
      '一年内出生人数除以年平均人口，以千分比表示。',
      'Births of the year divided by the average population, per thousand.',
    ),
    source: withUn(
      text(
        '联合国对应指标：粗出生率（用年中人口）',
        'UN counterpart: crude birth rate (on mid-year population)',
      ),
    ),
  }),
  perMille({
    key: 'crude_death_rate',
    label: text('死亡率', 'crude death rate'),
    numerator: one('deaths'),
    direction: 'neither',
    definition: text(
      '一年内死亡人数除以年平均人口，以千分比表示。',
      'Deaths of the year divided by the average population, per thousand.',
    ),
    source: withUn(text('联合国对应指标：粗死亡率', 'UN counterpart: crude death rate')),
  }),
  {
    key: 'sex_ratio_at_birth',
    version: 1,
    label: text('出生人口性别比', 'sex ratio at birth'),
    unit: 'boys per 100 girls',
    population: 'either',
    numerator: one('births_male'),
    denominator: one('births_female'),
    factor: 100,
    decimals: 2,
    direction: 'lower is better',
    definition: text(
      '每出生一百名女婴对应的出生男婴数；通常在 102 至 107 之间。',
      'Boys born for every hundred girls born; usually 102 to 107.',
    ),
    source: withUn(text('联合国对应指标：出生性别比', 'UN counterpart: sex ratio at birth')),
    about: 'persons',
    status: 'live',
  },
];
