import {
  and,
  atMost,
  between,
  type Condition,
  choose,
  code,
  type DatedValue,
  equals,
  integer,
  isKnown,
  isOpen,
  isRecorded,
  type Parameter,
  type Programme,
  plainly,
  text,
} from '../../src/language/index.ts';
import { condition, isAlive, isRegistered, on, parameterOf, sichuan, source, value, yuan } from './common.ts';
import { facts } from './facts.ts';

const standard = source(
  text('计划生育手术并发症人员特别扶助标准', 'Standard of support after surgical complications'),
  text(
    '自 2022 年 7 月 1 日起：一级 520 元、二级 390 元、三级 260 元',
    'from 1 July 2022: 520, 390 and 260 yuan by grade',
  ),
);
const inSichuan = source(
  text('四川省提高计划生育特别扶助金标准', 'Sichuan raises special support'),
  text('2022 年 6 月 22 日公布，自 2022 年 7 月 1 日起', 'published on 22 June 2022, from 1 July 2022'),
);
const FROM = { from: '2022-01-01' };

const certified = and(
  isKnown(facts.complication_grade),
  between(facts.complication_grade, integer(1), integer(3)),
);

const conditions: readonly Condition[] = [
  isAlive({ ...FROM, source: standard }),
  isRegistered({ ...FROM, source: standard }),
  condition(
    {
      ...FROM,
      id: 'certified',
      text: text(
        '经鉴定为计划生育手术并发症一至三级',
        'certified as a surgical complication of grade 1 to 3',
      ),
      source: standard,
    },
    {
      ...plainly(and(certified, isRecorded(facts.complication_from))),
      value: facts.complication_grade,
      threshold: integer(3),
      metFrom: facts.complication_from,
    },
  ),
  condition(
    {
      ...FROM,
      id: 'not-recovered',
      text: text('并发症尚未治愈', 'has not recovered'),
      source: standard,
    },
    {
      ...plainly(isOpen(facts.complication_to)),
      value: facts.complication_to,
      metUntil: facts.complication_to,
    },
  ),
];

type Rates = { readonly national: readonly [number, number]; readonly sichuan: readonly [number, number] };

/** Yuan a month before and since July 2022. */
function ratesOf({ national, sichuan: local }: Rates): readonly DatedValue[] {
  const half = { from: '2022-01-01', to: '2022-06-30' };
  const since = { from: '2022-07-01', confirmed: '2022-12-31' };
  const sc = { place: sichuan, source: inSichuan, published: '2022-06-22' };
  return [
    value(yuan(national[0]), { ...half, source: standard }),
    value(yuan(national[1]), { ...since, source: standard }),
    value(yuan(local[0]), { ...half, ...sc }),
    value(yuan(local[1]), { ...since, ...sc }),
  ];
}

const graded = (grade: string, zh: string, values: readonly DatedValue[]): Parameter =>
  parameterOf(grade, {
    label: text(`${zh}，每人每月`, `${grade}, per person and month`),
    unit: 'fen',
    values,
  });

/** 计划生育手术并发症人员特别扶助. */
export const complicationSupport: Programme = {
  key: 'complication-support',
  version: 1,
  title: text('计划生育手术并发症人员特别扶助', 'Support after surgical complications'),
  summary: text(
    '经鉴定为计划生育手术并发症一至三级的人员，治愈以前每月领取扶助金。',
    'Whoever has a certified surgical complication of grade 1 to 3 receives a monthly amount until recovery.',
  ),
  subject: 'adult',
  from: on('2022-01-01'),
  to: null,
  publishedOn: on('2022-01-01'),
  sources: [standard, inSichuan],
  conditions,
  parameters: [
    graded('grade-1', '一级', ratesOf({ national: [400, 520], sichuan: [600, 720] })),
    graded('grade-2', '二级', ratesOf({ national: [300, 390], sichuan: [400, 490] })),
    graded('grade-3', '三级', ratesOf({ national: [200, 260], sichuan: [200, 260] })),
  ],
  award: {
    kind: 'money',
    per: 'month',
    variant: choose(equals(facts.complication_grade, integer(1)), {
      then: code('grade-1'),
      otherwise: choose(atMost(facts.complication_grade, integer(2)), {
        then: code('grade-2'),
        otherwise: code('grade-3'),
      }),
    }),
    rates: { 'grade-1': 'grade-1', 'grade-2': 'grade-2', 'grade-3': 'grade-3' },
    since: facts.complication_from,
    start: 'same-month',
    until: facts.complication_to,
    stop: 'same-month',
    paidInQuarter: null,
  },
  service: 'disability-appraisal',
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '2022 年以前的标准及其起始日未查到，因此本项目从有依据的 2022 年 1 月 1 日起列示。',
      'Rates before 2022 and their days were not found: the programme stands here from 1 January 2022, for which there is a source.',
    ),
    text('2022 年以后是否再提高，未查到。', 'Whether the rates rose after 2022 was not found.'),
  ],
};
