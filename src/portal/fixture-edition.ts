import { areaCode, text } from '../language/index.ts';
import { type Edition, type EditionContent, type Figure, sealEdition } from '../publishing/index.ts';

const county = (code: string, zh: string, en: string) => ({ area: areaCode(code), name: text(zh, en) });

const base: Figure = {
  key: 'births',
  section: 'headline',
  label: text('出生人数', 'live births'),
  value: 1234,
  decimals: 0,
  published: null,
  relation: null,
  unit: 'persons',
  unitLabel: text('人', 'persons'),
  numerator: 1234,
  denominator: null,
  target: null,
  targetSense: null,
  overTarget: null,
  status: 'live',
  claimSupported: null,
  readings: [],
  claimedPercent: null,
  flag: null,
  interval: null,
  source: { kind: 'records', room: 'register', population: 'registered' },
  definition: {
    version: 1,
    text: text('一年内出生的人数。', 'Persons born in the year.'),
    source: text('测试', 'test'),
    formula: text('出生人数', 'live births'),
    numeratorTerms: [
      {
        measure: 'births',
        label: text('出生', 'births'),
        times: 1,
        value: 1234,
        condition: text('事件是出生', 'event is birth'),
      },
    ],
    denominatorTerms: [],
    denominatorDividedBy: 1,
    factor: 1,
  },
  breakdown: [
    { ...county('510703', '涪城区', 'Fucheng'), value: 1200, numerator: 1200, denominator: null },
    {
      ...county('510727', '平武县', 'Pingwu'),
      value: 'suppressed',
      numerator: 'suppressed',
      denominator: null,
    },
  ],
  quality: { unknown: 2, notes: [] },
};

const figures: readonly Figure[] = [
  base,
  {
    ...base,
    key: 'rate',
    label: text('比率', 'rate'),
    value: 1.96,
    decimals: 2,
    unit: 'per mille',
    unitLabel: text('‰', '‰'),
    published: 1.96,
    relation: '=',
    claimSupported: true,
    denominator: 5000.5,
    target: 3,
    targetSense: 'at most',
    overTarget: {
      amount: 1.04,
      unit: 'per-mille points',
      text: text('低 1.04 个千分点', '1.04 points below'),
    },
  },
  {
    ...base,
    key: 'withheld',
    label: text('小数', 'small count'),
    value: 'suppressed',
    numerator: 'suppressed',
    breakdown: [],
  },
  { ...base, key: 'nothing', label: text('没有', 'nothing'), value: null, numerator: null, breakdown: [] },
  {
    ...base,
    key: 'ended',
    label: text('历史指标', 'ended series'),
    value: 90.46,
    decimals: 2,
    unit: 'percent',
    unitLabel: text('%', '%'),
    status: 'historical',
    breakdown: [],
    source: {
      kind: 'historical',
      endedOn: '2021-08-20',
      endedBy: text('法律修正', 'the amended law'),
      citation: text('报告', 'report'),
    },
  },
];

const content: EditionContent = {
  year: 2013,
  area: areaCode('5107'),
  areaName: text('绵阳市', 'Mianyang'),
  edition: 2,
  title: text('测试报告', 'Test report'),
  publishedAt: '2026-01-02T16:30:00.000Z',
  synthetic: true,
  scale: 0.01,
  snapshot: {
    id: '00000000-0000-7000-8000-000000000000',
    at: '2025-12-31',
    sealedAt: '2026-01-02T16:00:00.000Z',
    sha256: 'a'.repeat(64),
  },
  sections: [
    {
      key: 'headline',
      title: text('一', 'One'),
      paragraphs: [
        text(
          '出生 {births}，比率 {rate}，{withheld}，=HYPERLINK("x")',
          'Born {births:n}, rate {rate}, {withheld}',
        ),
      ],
      figures: figures.map((figure) => figure.key),
    },
  ],
  figures,
};

/** An edition with one figure of each kind; every number in it is invented for tests. */
export const fixtureEdition: Edition = sealEdition(content);
