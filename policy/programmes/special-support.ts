import {
  and,
  atLeast,
  atMonthEnd,
  between,
  bornSince,
  type Condition,
  choose,
  code,
  type DatedValue,
  date,
  type Expression,
  earliestKnown,
  equals,
  integer,
  isRecorded,
  isUnknown,
  later,
  moreThan,
  not,
  onDay,
  onlyIf,
  or,
  type Parameter,
  type Programme,
  parameter,
  plainly,
  reachesAge,
  type Text,
  text,
  unknown,
  yearsAfter,
} from '../../src/language/index.ts';
import {
  anhui,
  chongqing,
  condition,
  isAlive,
  isRegistered,
  on,
  parameterOf,
  sichuan,
  source,
  value,
  yuan,
} from './common.ts';
import {
  childrenComplete,
  childrenEver,
  disabledFrom,
  disabledUntil,
  hasDisabledChild,
  hasSpouse,
  livingChildren,
  lostOn,
  no,
  oneAtATime,
  selfUrban,
  yes,
} from './derived.ts';
import { facts } from './facts.ts';

const scheme = source(
  text(
    '《全国独生子女伤残死亡家庭扶助制度试点方案》',
    'Scheme of support for families whose only child died or is disabled',
  ),
  text(
    '2008 年起施行；条件据各地执行文本（2020 年）',
    'in force from 2008; conditions as carried out (text of 2020)',
  ),
);
const FROM = { from: '2008-01-01' };
const wifeAge = parameter('wife-age', 'integer');

/** The wife's birth; of somebody alone, their own. */
const wifeBirth: Expression<'date'> = choose(equals(facts.sex, code('female')), {
  then: facts.birth_date,
  otherwise: onlyIf(
    equals(facts.sex, code('male')),
    choose(hasSpouse(), { then: facts.spouse_birth_date, otherwise: facts.birth_date }),
  ),
});

const living = livingChildren();
const ever = childrenEver();

/** Bore or adopted one child alone; or several, of whom only one was ever alive. Other lawful cases people decide. */
const oneChild = choose(moreThan(living, integer(1)), {
  then: no,
  otherwise: onlyIf(
    childrenComplete,
    choose(moreThan(ever, integer(1)), {
      then: onlyIf(oneAtATime, yes),
      otherwise: equals(ever, integer(1)),
    }),
  ),
});

/** None left, or one certified as disabled at grade 3 or worse. */
const lostOrDisabled = choose(hasDisabledChild(), {
  then: yes,
  otherwise: choose(atLeast(living, integer(1)), {
    then: no,
    otherwise: onlyIf(childrenComplete, atLeast(ever, integer(1))),
  }),
});

const conditions: readonly Condition[] = [
  isAlive({ ...FROM, source: scheme }),
  isRegistered({ ...FROM, source: scheme }),
  condition(
    {
      ...FROM,
      id: 'born-since-1933',
      text: text('1933 年 1 月 1 日以后出生', 'born on or after 1 January 1933'),
      source: scheme,
    },
    bornSince(facts.birth_date, date(on('1933-01-01'))),
  ),
  condition(
    {
      ...FROM,
      id: 'wife-age',
      text: text('女方年满 49 周岁（单亲的按本人）', 'the wife is 49; of a single parent, that parent'),
      source: scheme,
    },
    reachesAge({ birth: wifeBirth, years: wifeAge, by: 'day' }),
  ),
  condition(
    {
      ...FROM,
      id: 'one-child',
      text: text(
        '只生育一个子女或合法收养一个子女（先后生育但同时只有一个存活的，按一个计算）',
        'had or lawfully adopted one child only, or only one was ever alive at a time',
      ),
      source: scheme,
    },
    { ...plainly(oneChild), value: ever, threshold: integer(1) },
  ),
  condition(
    {
      ...FROM,
      id: 'lost-or-disabled',
      text: text(
        '现无存活子女，或者独生子女被依法鉴定为残疾（伤病残达到三级以上）',
        'no child is living, or the only child is certified as disabled at grade 3 or worse',
      ),
      source: scheme,
    },
    { ...plainly(lostOrDisabled), value: living, threshold: integer(0) },
  ),
];

const news = (zh: string, en: string) =>
  source(text('计划生育家庭特别扶助标准', 'Standard of special support'), text(zh, en));
const first = news('2008 年起：死亡 100 元、伤残 80 元', 'from 2008: 100 and 80 yuan');
const of2012 = news(
  '新华社 2011 年 12 月 28 日报道：自 2012 年 1 月 1 日起',
  'Xinhua, 28 December 2011: from 1 January 2012',
);
const of2014 = news(
  '新华社 2013 年 12 月 26 日报道：自 2014 年起城乡分列',
  'Xinhua, 26 December 2013: from 2014, town and country apart',
);
const of2016 = news(
  '2016 年 4 月 17 日公布：农村标准提高到与城镇一致',
  'announced on 17 April 2016: the rural rate raised to the urban one',
);
const of2022 = news('2022 年文本：5,400 元、4,200 元/年', 'text of 2022: 5,400 and 4,200 yuan a year');
const july2022 = news('自 2022 年 7 月 1 日起提高', 'raised from 1 July 2022');
const sichuan2022 = source(
  text('四川省提高计划生育特别扶助金标准', 'Sichuan raises special support'),
  text('2022 年 6 月 22 日公布，自 2022 年 7 月 1 日起', 'published on 22 June 2022, from 1 July 2022'),
);
const others2022 = (zh: string, en: string) => source(text(zh, en), text('2022 年标准', 'standard of 2022'));

/** Yuan a month in 2008, 2012, 2014–2015, 2016, 2022 before and from July; then Sichuan before and from July 2022. */
interface Rates {
  readonly national: readonly [number, number, number, number, number, number];
  readonly sichuan: readonly [number, number];
  readonly anhui: readonly [number, number];
  readonly chongqing: number;
}

function ratesOf({
  national,
  sichuan: inSichuan,
  anhui: inAnhui,
  chongqing: inChongqing,
}: Rates): readonly DatedValue[] {
  const [y2008, y2012, y2014, y2016, y2022, half] = national.map(yuan);
  const sc = { place: sichuan, source: sichuan2022, published: '2022-06-22' };
  const ah = { place: anhui, source: others2022('安徽省特别扶助标准', 'Special support in Anhui') };
  const later22 = { from: '2022-07-01', confirmed: '2022-12-31' };
  return [
    value(y2008 ?? 0, { from: '2008-01-01', to: '2011-12-31', source: first }),
    value(y2012 ?? 0, { from: '2012-01-01', to: '2013-12-31', published: '2011-12-28', source: of2012 }),
    value(y2014 ?? 0, { from: '2014-01-01', to: '2015-12-31', published: '2013-12-26', source: of2014 }),
    value(y2016 ?? 0, {
      from: '2016-01-01',
      to: '2021-12-31',
      published: '2016-04-17',
      confirmed: '2017-12-31',
      source: of2016,
    }),
    value(y2022 ?? 0, { from: '2022-01-01', to: '2022-06-30', source: of2022 }),
    value(half ?? 0, { ...later22, source: july2022 }),
    value(yuan(inSichuan[0]), { ...sc, from: '2022-01-01', to: '2022-06-30' }),
    value(yuan(inSichuan[1]), { ...sc, ...later22 }),
    value(yuan(inAnhui[0]), { ...ah, from: '2022-01-01', to: '2022-06-30' }),
    value(yuan(inAnhui[1]), { ...ah, ...later22 }),
    value(yuan(inChongqing), {
      from: '2022-01-01',
      place: chongqing,
      confirmed: '2022-12-31',
      source: others2022('重庆市特别扶助标准', 'Special support in Chongqing'),
    }),
  ];
}

const lossElsewhere = { sichuan: [860, 1000], anhui: [500, 800], chongqing: 1000 } as const;
const disabilityElsewhere = { sichuan: [680, 790], anhui: [380, 620], chongqing: 800 } as const;

const monthly = (key: string, label: Text, rates: Rates): Parameter =>
  parameterOf(key, { label, unit: 'fen', values: ratesOf(rates) });

const parameters: readonly Parameter[] = [
  parameterOf('wife-age', {
    label: text('女方年龄', 'age of the wife'),
    unit: 'years',
    values: [value(49, { ...FROM, source: scheme })],
  }),
  monthly('loss', text('独生子女死亡，每人每月', 'only child died, per person and month'), {
    national: [100, 135, 170, 340, 450, 590],
    ...lossElsewhere,
  }),
  monthly(
    'loss-urban',
    text(
      '独生子女死亡，城镇（2014—2015 年另列），每人每月',
      'only child died, town (apart in 2014 and 2015)',
    ),
    {
      national: [100, 135, 340, 340, 450, 590],
      ...lossElsewhere,
    },
  ),
  monthly('disability', text('独生子女伤残，每人每月', 'only child disabled, per person and month'), {
    national: [80, 110, 150, 270, 350, 460],
    ...disabilityElsewhere,
  }),
  monthly(
    'disability-urban',
    text(
      '独生子女伤残，城镇（2014—2015 年另列），每人每月',
      'only child disabled, town (apart in 2014 and 2015)',
    ),
    { national: [80, 110, 270, 270, 350, 460], ...disabilityElsewhere },
  ),
];

/** Dead by the first of the month; or died in a month at whose beginning there was no certificate of disability. */
const isLost = or(isRecorded(lostOn), and(isRecorded(lostOn, atMonthEnd), not(isRecorded(disabledFrom))));
/** Town and country were paid apart in 2014 and 2015 alone. */
const isApart = and(between(onDay, date(on('2014-01-01')), date(on('2015-12-31'))), selfUrban(onDay));
const variant = choose(isLost, {
  then: choose(isApart, { then: code('loss-urban'), otherwise: code('loss') }),
  otherwise: choose(isApart, { then: code('disability-urban'), otherwise: code('disability') }),
});

/** The last of: the wife's age, and the child's death or, when that came first, disability. */
const since = later(yearsAfter(wifeBirth, wifeAge), earliestKnown(disabledFrom, lostOn));
/** A child who recovers ends it; after a child's death nothing does but a new child. */
const until = choose(isUnknown(lostOn), { then: disabledUntil, otherwise: unknown('date') });

/** 计划生育家庭特别扶助：独生子女死亡、伤残. */
export const specialSupport: Programme = {
  key: 'special-support',
  version: 1,
  title: text('计划生育家庭特别扶助（独生子女伤残死亡）', 'Special support: only child died or disabled'),
  summary: text(
    '独生子女死亡或者残疾、女方年满 49 周岁的夫妻，每人每月领取特别扶助金。',
    'Couples whose only child died or is disabled receive a monthly amount each, once the wife is 49.',
  ),
  subject: 'parent',
  from: on('2008-01-01'),
  to: null,
  publishedOn: on('2008-01-01'),
  sources: [scheme, sichuan2022],
  conditions,
  parameters,
  award: {
    kind: 'money',
    per: 'month',
    variant,
    rates: {
      loss: 'loss',
      'loss-urban': 'loss-urban',
      disability: 'disability',
      'disability-urban': 'disability-urban',
    },
    since,
    start: 'same-month',
    until,
    stop: 'same-month',
    paidInQuarter: null,
  },
  service: 'special-support',
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '2016 年统一城乡标准的起始日、2018 年提高到 450/350 元的起始日，未查到原文；2018 至 2021 年按 2016 年标准列示并注明未经复核。',
      'The days from which town and country were made one (2016) and the rates rose to 450 and 350 (2018) were not found; 2018 to 2021 stand at the rates of 2016, marked as not confirmed.',
    ),
    text(
      '四川 2022 年 7 月以前 860/680 元标准的起始日、2022 年以后是否再提高，未查到。',
      'Since when Sichuan gave 860 and 680, and whether it raised them after 2022, was not found.',
    ),
    text(
      '四川的起发、停发、变更月份未查到；现按达到条件的当月起发、子女由残疾转为死亡的次月变更（参照广州）。',
      'From which month Sichuan pays, stops and changes was not found; here from the month itself, and a change in the month after (as in Guangzhou).',
    ),
    text(
      '能否与农村奖励扶助同时领取，未查到规定。',
      'No rule was found on drawing it beside the rural reward.',
    ),
  ],
};
