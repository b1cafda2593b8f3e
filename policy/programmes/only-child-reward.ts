import {
  and,
  atLeast,
  atMost,
  atYearStart,
  bornUntil,
  type Condition,
  choose,
  code,
  date,
  earliestKnown,
  firstOfYear,
  hasCome,
  integer,
  isOpen,
  isUnderAge,
  isUnknown,
  latestKnown,
  monthsAfter,
  moreThan,
  onDay,
  or,
  type Programme,
  parameter,
  plainly,
  text,
  yearsAfter,
} from '../../src/language/index.ts';
import {
  condition,
  isAlive,
  isRegistered,
  noticeDays,
  noticeParameters,
  on,
  parameterOf,
  sichuan,
  source,
} from './common.ts';
import { yes } from './derived.ts';
import { children, facts } from './facts.ts';

const law = source(
  text('《中华人民共和国人口与计划生育法》', 'Population and Family Planning Law'),
  text(
    '2001 年 12 月 29 日公布，自 2002 年 9 月 1 日起施行；2015 年文本第二十七条，2021 年文本第三十一条',
    'published on 29 December 2001, in force from 1 September 2002; art. 27 of 2015, art. 31 of 2021',
  ),
);
const daying = source(
  text(
    '四川省独生子女父母奖励政策（大英县公布）',
    'Reward of only-child parents in Sichuan (as published in Daying)',
  ),
  text(
    '子女 2015 年 12 月 31 日以前出生；逾期补办截至 2016 年 6 月 30 日',
    'child born by 31 December 2015; late applications until 30 June 2016',
  ),
);
const FROM = { from: '2002-09-01', published: '2001-12-29' };
const SICHUAN_2016 = { from: '2016-01-01', place: sichuan };

const [eldest, second] = children;
if (!eldest || !second) throw new Error('a person has columns for two children at least');

const LAST_BIRTH = on('2015-12-31');
const LAST_CERTIFICATE = on('2016-06-30');
const untilAge = parameter('until-age', 'integer');

/**
 * No second child. One born since 2016 ends the reward with the year of its birth, and nothing is asked back; one born
 * before ended it at once.
 */
const noSecond = or(
  isUnknown(second.birth),
  moreThan(second.birth, onDay),
  and(moreThan(second.birth, date(LAST_BIRTH)), atLeast(second.birth, atYearStart)),
);

const conditions: readonly Condition[] = [
  isAlive({ ...FROM, source: law }),
  isRegistered({ ...FROM, source: law }),
  condition(
    {
      ...FROM,
      id: 'certificate',
      text: text('领取了独生子女父母光荣证', 'holds the certificate of honour of only-child parents'),
      source: law,
    },
    {
      ...plainly(hasCome(facts.honour_certificate_on)),
      value: facts.honour_certificate_on,
      metFrom: facts.honour_certificate_on,
    },
  ),
  condition(
    {
      ...SICHUAN_2016,
      id: 'certificate-in-time',
      text: text('光荣证在 2016 年 6 月 30 日以前办理', 'the certificate was issued by 30 June 2016'),
      source: daying,
    },
    {
      ...plainly(atMost(facts.honour_certificate_on, date(LAST_CERTIFICATE))),
      value: facts.honour_certificate_on,
      threshold: date(LAST_CERTIFICATE),
    },
  ),
  condition(
    {
      ...FROM,
      id: 'certificate-valid',
      text: text('光荣证没有失效', 'the certificate is not void'),
      source: law,
    },
    {
      ...plainly(
        choose(isOpen(facts.honour_certificate_void_on), {
          then: yes,
          otherwise: and(
            moreThan(facts.honour_certificate_void_on, date(LAST_BIRTH)),
            atLeast(facts.honour_certificate_void_on, atYearStart),
          ),
        }),
      ),
      value: facts.honour_certificate_void_on,
    },
  ),
  condition(
    {
      ...SICHUAN_2016,
      id: 'child-born-by-2015',
      text: text('子女在 2015 年 12 月 31 日以前出生', 'the child was born by 31 December 2015'),
      source: daying,
    },
    bornUntil(eldest.birth, date(LAST_BIRTH)),
  ),
  condition(
    {
      ...FROM,
      id: 'no-second-child',
      text: text(
        '没有再生育（2016 年 1 月 1 日以后再生育的，发到生育当年，不追缴）',
        'no further child; after one born since 2016 it is paid through the year of the birth, and nothing is asked back',
      ),
      source: daying,
    },
    { ...plainly(noSecond), value: second.birth },
  ),
  condition(
    {
      ...FROM,
      id: 'child-age',
      text: text('子女未超过当地规定的年龄', 'the child is not older than the place says'),
      source: law,
    },
    isUnderAge({ birth: eldest.birth, years: untilAge, by: 'month' }),
  ),
];

/** Through December of the year in which another child was born. */
const endOfYearOfSecond = monthsAfter(firstOfYear(second.birth), integer(11));

/** 独生子女父母奖励. */
export const onlyChildReward: Programme = {
  key: 'only-child-reward',
  version: 1,
  title: text('独生子女父母奖励', 'Reward of only-child parents'),
  summary: text(
    '国家提倡一对夫妻生育一个子女期间，领取光荣证的父母按当地标准领取奖励金；2016 年起不再新办。',
    'Parents who hold the certificate of honour from the time when one child was encouraged receive a local amount; none are new since 2016.',
  ),
  subject: 'parent',
  from: on('2002-09-01'),
  to: null,
  publishedOn: on('2001-12-29'),
  sources: [law, daying],
  conditions,
  parameters: [
    parameterOf('monthly', { label: text('每人每月奖励金', 'reward per person and month'), unit: 'fen' }),
    parameterOf('until-age', {
      label: text('发放到子女多少周岁', 'age of the child until which it is paid'),
      unit: 'years',
    }),
    ...noticeParameters,
  ],
  award: {
    kind: 'money',
    per: 'month',
    variant: code('standard'),
    rates: { standard: 'monthly' },
    since: latestKnown(facts.honour_certificate_on, eldest.birth),
    start: 'same-month',
    until: earliestKnown(yearsAfter(eldest.birth, untilAge), endOfYearOfSecond),
    stop: 'same-month',
    paidInQuarter: null,
  },
  service: 'only-child-reward',
  notice: 'masked',
  noticeDays,
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '四川及绵阳的标准和发放年限未查到，须由本地填写文号和日期；演示数据库使用虚构数。',
      'The amount and the years for which it is paid in Sichuan and Mianyang were not found: the city enters them with document and date; the demonstration uses invented ones.',
    ),
    text('四川各级公示天数，未查到规定。', 'No rule of Sichuan was found on the days of notice.'),
  ],
};
