import {
  and,
  atLeast,
  atMost,
  atYearStart,
  type Condition,
  choose,
  code,
  date,
  type Expression,
  earlier,
  firstOfMonth,
  firstOfYear,
  fullYears,
  integer,
  isRecorded,
  later,
  minus,
  monthsAfter,
  moreThan,
  not,
  onDay,
  type Programme,
  parameter,
  plainly,
  text,
  times,
  yearsAfter,
} from '../../src/language/index.ts';
import { condition, isAlive, isRegistered, on, parameterOf, source, value, yuan } from './common.ts';
import { facts } from './facts.ts';

const plan = source(
  text('《育儿补贴制度实施方案》', 'Plan of the childcare subsidy'),
  text('2025 年 7 月 28 日公布，自 2025 年 1 月 1 日起', 'published on 28 July 2025, from 1 January 2025'),
);
const norms = source(
  text('育儿补贴制度管理规范（试行）', 'Management norms of the childcare subsidy (trial)'),
  text('按年计算，在婴幼儿户籍地办理', 'counted by years, where the child is registered'),
);
const START = on('2025-01-01');
const FROM = { from: '2025-01-01', published: '2025-07-28' };

const years = parameter('years', 'integer');
const birth = facts.birth_date;

/** The first month that is paid: January 2025, or January of the year of a later birth. */
const firstMonth: Expression<'date'> = later(date(START), firstOfYear(birth));
/** As many months as the years have at most, and none after that in which the child completes them. */
const monthsPaid = minus(times(years, integer(12)), integer(1));
const lastMonth: Expression<'date'> = earlier(
  firstOfMonth(yearsAfter(birth, years)),
  monthsAfter(firstMonth, monthsPaid),
);

const isOldBirth = moreThan(date(START), birth);
/** In the year of the day something is due: an older child is three in it or later; one born since has its three years. */
const inItsYears = choose(isOldBirth, {
  then: atLeast(yearsAfter(birth, years), atYearStart),
  // Not older than the year before the last of the years that it is paid in.
  otherwise: and(
    atLeast(yearsAfter(birth, years), yearsAfter(atYearStart, integer(1))),
    atMost(birth, onDay),
  ),
});

const conditions: readonly Condition[] = [
  isAlive({ ...FROM, source: plan }),
  isRegistered({ ...FROM, source: norms }),
  condition(
    {
      ...FROM,
      id: 'under-three',
      text: text(
        '未满 3 周岁（2025 年以前出生的，按剩余月数）',
        'under three; born before 2025, by the months that are left',
      ),
      source: plan,
    },
    {
      ...plainly(inItsYears),
      value: fullYears(birth, onDay),
      threshold: years,
      metFrom: firstMonth,
    },
  ),
  condition(
    {
      ...FROM,
      id: 'no-local-subsidy',
      text: text(
        '未领取不低于国家标准的地方育儿补贴',
        'draws no local subsidy of the national amount or more',
      ),
      source: plan,
    },
    { ...plainly(not(isRecorded(facts.local_childcare_from))), value: facts.local_childcare_from },
  ),
];

/** 育儿补贴. */
export const childcareSubsidy: Programme = {
  key: 'childcare-subsidy',
  version: 1,
  title: text('育儿补贴', 'Childcare subsidy'),
  summary: text(
    '3 周岁以下的孩子，无论一孩、二孩、三孩，每孩每年 3600 元，发到 3 周岁；免税，不计入低保等家庭收入。',
    'Every child under three, first, second or third alike, receives 3,600 yuan a year until three; free of tax and not counted as income.',
  ),
  subject: 'child',
  from: START,
  to: null,
  publishedOn: on('2025-07-28'),
  sources: [plan, norms],
  conditions,
  parameters: [
    parameterOf('yearly', {
      label: text('每孩每年补贴', 'subsidy per child and year'),
      unit: 'fen',
      // A local scheme above the national amount goes on alone; nobody draws both.
      combine: 'exclusive',
      values: [value(yuan(3600), { ...FROM, confirmed: '2026-12-31', source: plan })],
    }),
    parameterOf('years', {
      label: text('发放到几周岁', 'until which age'),
      unit: 'years',
      values: [value(3, { ...FROM, source: plan })],
    }),
  ],
  award: {
    kind: 'money',
    per: 'month',
    variant: code('standard'),
    rates: { standard: 'yearly' },
    ratesPer: 'year',
    since: firstMonth,
    start: 'same-month',
    until: lastMonth,
    stop: 'same-month',
    paidInQuarter: null,
  },
  service: 'childcare-subsidy',
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '国家公布的逐月计发表未能取得；按“12×(出生年+3−2025)+出生月，最多 36 个月”计算，2025 年以后出生的从出生当年 1 月起算满 36 个月。',
      'The official month-by-month chart could not be had; counted as 12 × (year of birth + 3 − 2025) + month of birth, 36 at most; born since 2025, 36 months from January of the year of birth.',
    ),
    text(
      '年内户口跨省迁移、孩子年内死亡的计发办法，未查到。',
      'What is paid when a child moves to another province or dies within the year was not found.',
    ),
    text(
      '四川是否另有方案、与地方补贴如何衔接，未查到；按“只给最高的一项”。',
      'Sichuan’s own plan was not found; the largest alone is given.',
    ),
  ],
};
