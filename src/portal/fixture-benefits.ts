import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { BenefitDependencies, ListedProgramme, RulesShown } from './benefit-desk.ts';

const basis = { title: text('文件', 'paper'), clause: text('第一条', 'article 1') };

const programme: ListedProgramme = {
  key: 'reward',
  version: 1,
  title: text('奖励', 'reward'),
  summary: text('给父母的奖励。', 'a reward for parents.'),
  subject: 'parent',
  from: '2004-01-01',
  to: null,
  publishedOn: '2004-01-01',
  service: null,
  inForce: true,
  award: {
    kind: 'money',
    per: 'year',
    variants: ['standard'],
    start: 'same-year',
    stop: 'same-year',
    paidInQuarter: 2,
  },
  values: [],
  notice: 'masked',
};

const rules: RulesShown = {
  ...programme,
  at: '2026-11-27',
  knownAt: '2026-11-27',
  area: '510700000000',
  sources: [basis],
  conditions: [],
  parameters: [
    {
      key: 'yearly',
      label: text('每年', 'a year'),
      unit: 'fen',
      combine: 'replace',
      decides: true,
      values: [
        {
          value: 96_000,
          place: '',
          placeName: text('全国', 'the whole country'),
          from: '2012-01-01',
          to: null,
          publishedOn: '2011-12-28',
          source: basis,
          confirmedThrough: '2021-12-31',
          invented: false,
        },
        {
          value: 120_050,
          place: '51',
          placeName: text('四川省', 'Sichuan'),
          from: '2012-01-01',
          to: null,
          publishedOn: '2011-12-28',
          source: basis,
          confirmedThrough: null,
          invented: true,
        },
        {
          value: 50_000,
          place: '34',
          placeName: text('安徽省', 'Anhui'),
          from: '2012-01-01',
          to: '2013-12-31',
          publishedOn: '2011-12-28',
          source: basis,
          confirmedThrough: null,
          invented: false,
        },
      ],
    },
    { key: 'age', label: text('年龄', 'age'), unit: 'years', combine: 'replace', decides: true, values: [] },
  ],
  missing: [],
  exclusiveWith: [],
  openQuestions: [text('没有查到。', 'not found.')],
  yearlyCheck: true,
};

/** One programme of which nobody is asked anything: for tests of the other pages. */
export const fixtureBenefits: BenefitDependencies = {
  listProgrammes: () => Promise.resolve([programme]),
  readProgramme: (key) =>
    key === programme.key
      ? Promise.resolve(rules)
      : Promise.reject(failure('not_found', text('没有。', 'None.'), text('无。', 'None.'))),
  screenFamily: () =>
    Promise.resolve({ at: '2026-11-27', area: '510700000000', results: [], withoutValues: [] }),
  listNotices: () => Promise.resolve([]),
};
