import {
  type AgeReference,
  and,
  atLeast,
  bornSince,
  type ComputedCondition,
  type Condition,
  choose,
  code,
  date,
  type Expression,
  equals,
  integer,
  moreThan,
  onlyIf,
  or,
  type Parameter,
  type Programme,
  parameter,
  plainly,
  reachesAge,
  text,
  truth,
  unknown,
  yearsAfter,
} from '../../src/language/index.ts';
import {
  condition,
  declared,
  hunan,
  isAlive,
  isRegistered,
  noticeDays,
  noticeParameters,
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
  livingChildren,
  livingDaughters,
  livingSons,
  no,
  ownKind,
  selfRural,
  spouseKind,
  spouseRural,
} from './derived.ts';
import { facts } from './facts.ts';

const notice21 = source(
  text(
    '《国务院办公厅转发人口计生委财政部关于开展对农村部分计划生育家庭实行奖励扶助制度试点工作意见的通知》',
    'Notice on trying out rewards for certain rural families',
  ),
  text('国办发〔2004〕21号', '国办发〔2004〕21号 (2004)'),
);
const reading39 = (item: string, words: string) =>
  source(
    text('农村部分计划生育家庭奖励扶助对象的政策性解释', 'Interpretation of who receives the rural reward'),
    text(`国人口发〔2004〕39号，2004 年 5 月 21 日，${item}`, `国人口发〔2004〕39号 of 2004-05-21, ${words}`),
  );
const sichuanText = source(
  text('四川省农村部分计划生育家庭奖励扶助政策汇编', 'Compilation of the rural reward in Sichuan'),
  text(
    '未注明日期的汇编：女方年满 58 周岁；夫妻双方均为农业户口；丧偶、离异的按本人户口',
    'a compilation without a date: women from 58; both spouses agricultural; widowed or divorced by their own',
  ),
);
const hunan2017 = source(
  text('湖南省农村计划生育家庭奖励扶助政策', 'Rural reward in Hunan'),
  text('2017 年文本', 'text of 2017'),
);
const hunanAge = source(
  text('湖南省（汨罗市）农村计划生育家庭奖励扶助对象条件', 'Rural reward in Hunan (Miluo)'),
  text('早期文本：奖励扶助当年 12 月 31 日前年满 60 周岁', 'early text: 60 by 31 December of the year'),
);

/** Since when the condition could be known: the day of the interpretation, for lack of the day of the notice. */
const FROM = { from: '2004-01-01', published: '2004-05-21' };
type Asked = Pick<ComputedCondition, 'holds' | 'value' | 'threshold' | 'metFrom' | 'metUntil'>;
const women = parameter('women-age', 'integer');
const men = parameter('men-age', 'integer');

const bySex = <T extends 'boolean' | 'integer' | 'date'>(
  hers: Expression<T>,
  his: Expression<T>,
): Expression<T> =>
  choose(equals(facts.sex, code('female')), {
    then: hers,
    otherwise: choose(equals(facts.sex, code('male')), { then: his, otherwise: unknown(his.type) }),
  });

/** An age that differs by sex. Unknown sex: it cannot be told. */
function ageBySex(by: AgeReference): Asked {
  const birth = facts.birth_date;
  const [hers, his] = [reachesAge({ birth, years: women, by }), reachesAge({ birth, years: men, by })];
  return {
    holds: bySex(hers.holds, his.holds),
    value: his.value,
    threshold: bySex(women, men),
    metFrom: bySex(hers.metFrom, his.metFrom),
    metUntil: null,
  };
}

const ageText = text(
  '达到规定年龄（男 60 周岁；女以当地规定为准）',
  'has reached the age: men 60, women as the place says',
);

const living = livingChildren();
const two = equals(living, integer(2));
/** One living child, two living daughters, or children who all died. Three, or a son beside another, refuse at once. */
const fewChildren = choose(moreThan(living, integer(2)), {
  then: no,
  otherwise: choose(and(two, atLeast(livingSons(), integer(1))), {
    then: no,
    otherwise: onlyIf(
      childrenComplete,
      choose(two, {
        then: onlyIf(equals(livingDaughters(), integer(2)), truth(true)),
        otherwise: or(equals(living, integer(1)), atLeast(childrenEver(), integer(1))),
      }),
    ),
  }),
});

const breach = (id: { zh: string; en: string }) =>
  text(
    `本人如实申报：${id.zh}期间没有违反当时计划生育法律、法规和政策规定的生育。`,
    `I state truthfully that ${id.en} I had no birth in breach of the family-planning rules of the time.`,
  );

const conditions: readonly Condition[] = [
  isAlive({ ...FROM, source: notice21 }),
  isRegistered({ ...FROM, source: notice21 }),
  condition(
    {
      ...FROM,
      id: 'self-rural',
      text: text('本人为农业户口或界定为农村居民', 'is agricultural or classed as a rural resident'),
      source: reading39('第一项', 'item 1'),
    },
    { ...plainly(selfRural()), value: ownKind() },
  ),
  condition(
    {
      ...FROM,
      id: 'spouse-rural',
      text: text('配偶为农业户口或界定为农村居民（无配偶的不看）', 'so is the spouse, if there is one'),
      source: reading39('第一项', 'item 1'),
    },
    { ...plainly(spouseRural()), value: spouseKind() },
  ),
  condition(
    {
      ...FROM,
      place: sichuan,
      id: 'spouse-rural',
      text: text(
        '夫妻双方均为农业户口；丧偶、离异的按本人',
        'both spouses are agricultural; widowed or divorced by their own',
      ),
      source: sichuanText,
    },
    { ...plainly(spouseRural()), value: spouseKind() },
  ),
  condition(
    {
      from: '2017-01-01',
      place: hunan,
      id: 'spouse-rural',
      text: text('只看本人户口，不看配偶', 'the registration of the spouse does not count'),
      source: hunan2017,
    },
    plainly(truth(true)),
  ),
  condition(
    {
      ...FROM,
      id: 'children',
      text: text(
        '现存一个子女，或者现存两个女孩，或者子女死亡现无子女',
        'one living child, or two living daughters, or children who all died',
      ),
      source: reading39('第三项', 'item 3'),
    },
    { ...plainly(fewChildren), value: living, threshold: integer(1) },
  ),
  condition(
    {
      ...FROM,
      id: 'born-since-1933',
      text: text('1933 年 1 月 1 日以后出生', 'born on or after 1 January 1933'),
      source: reading39('各地文本第四项', 'item 4 in local texts'),
    },
    bornSince(facts.birth_date, date(on('1933-01-01'))),
  ),
  condition({ ...FROM, id: 'age', text: ageText, source: reading39('第四项', 'item 4') }, ageBySex('day')),
  condition({ ...FROM, place: sichuan, id: 'age', text: ageText, source: sichuanText }, ageBySex('day')),
  condition({ ...FROM, place: hunan, id: 'age', text: ageText, source: hunanAge }, ageBySex('year')),
  declared(
    {
      ...FROM,
      id: 'no-breach',
      text: text(
        '1973 年至 2001 年期间没有违反计划生育规定生育',
        'no birth in breach of family-planning rules from 1973 to 2001',
      ),
      source: reading39('第二项', 'item 2'),
    },
    breach({ zh: '1973 年至 2001 年', en: 'from 1973 to 2001' }),
  ),
  declared(
    {
      from: '2017-01-01',
      place: hunan,
      id: 'no-breach',
      text: text(
        '1973 年 1 月 1 日至 2015 年 12 月 31 日没有违反计划生育规定生育',
        'no birth in breach of family-planning rules from 1973-01-01 to 2015-12-31',
      ),
      source: hunan2017,
    },
    breach({
      zh: '1973 年 1 月 1 日至 2015 年 12 月 31 日',
      en: 'from 1 January 1973 to 31 December 2015',
    }),
  ),
];

const copyOfSunan = source(
  text('农村部分计划生育家庭奖励扶助标准', 'Standard of the rural reward'),
  text('肃南县汇编所载历年标准', 'standards of the years as compiled in Su’nan county'),
);
const rise2012 = source(
  text('中央财政提高计划生育奖励和扶助标准', 'Rise of the family-planning rewards by the central budget'),
  text(
    '新华社 2011 年 12 月 28 日报道：自 2012 年 1 月 1 日起',
    'Xinhua, 28 December 2011: from 1 January 2012',
  ),
);

const parameters: readonly Parameter[] = [
  parameterOf('yearly', {
    label: text('每人每年奖励扶助金', 'reward per person and year'),
    unit: 'fen',
    values: [
      value(yuan(600), {
        from: '2004-01-01',
        to: '2008-12-31',
        published: '2004-05-21',
        source: copyOfSunan,
      }),
      value(yuan(720), { from: '2009-01-01', to: '2011-12-31', source: copyOfSunan }),
      value(yuan(960), {
        from: '2012-01-01',
        published: '2011-12-28',
        confirmed: '2021-12-31',
        source: rise2012,
      }),
    ],
  }),
  parameterOf('men-age', {
    label: text('男方年龄', 'age of men'),
    unit: 'years',
    values: [value(60, { ...FROM, source: reading39('第四项', 'item 4') })],
  }),
  parameterOf('women-age', {
    label: text('女方年龄', 'age of women'),
    unit: 'years',
    values: [
      value(60, { ...FROM, source: reading39('第四项', 'item 4') }),
      value(58, { ...FROM, place: sichuan, confirmed: '2004-12-31', source: sichuanText }),
    ],
  }),
  ...noticeParameters,
];

/** The day on which the age is reached: it is given for the whole of that year. */
const since = choose(equals(facts.sex, code('female')), {
  then: yearsAfter(facts.birth_date, women),
  otherwise: yearsAfter(facts.birth_date, men),
});

/** 农村部分计划生育家庭奖励扶助. */
export const ruralReward: Programme = {
  key: 'rural-reward',
  version: 1,
  title: text('农村部分计划生育家庭奖励扶助', 'Reward for certain rural families'),
  summary: text(
    '农村只有一个子女、两个女孩或者子女死亡现无子女的夫妇，到规定年龄后每人每年领取奖励扶助金。',
    'Rural people with one child, two daughters, or none left of their children receive a yearly amount from a certain age.',
  ),
  subject: 'parent',
  from: on('2004-01-01'),
  to: null,
  publishedOn: on('2004-05-21'),
  sources: [notice21, reading39('全文', 'whole text')],
  conditions,
  parameters,
  award: {
    kind: 'money',
    per: 'year',
    variant: code('standard'),
    rates: { standard: 'yearly' },
    since,
    start: 'same-year',
    until: unknown('date'),
    stop: 'same-year',
    paidInQuarter: 4,
  },
  service: 'rural-reward-support',
  notice: 'masked',
  noticeDays,
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '四川女方 58 周岁的规定见于未注明日期的汇编，是否仍然有效，待核实；58 至 59 周岁由省按国家标准发放。',
      'That women of Sichuan are paid from 58 stands in a compilation without a date; whether it still holds has to be confirmed. Those of 58 and 59 are paid by the province at the national rate.',
    ),
    text(
      '2021 年以后国家标准是否提高，未查到文件。',
      'No document was found on a rise of the national rate after 2021.',
    ),
    text('能否与特别扶助同时领取，未查到规定。', 'No rule was found on drawing it beside special support.'),
    text('四川各级公示天数，未查到规定。', 'No rule of Sichuan was found on the days of notice.'),
  ],
};
