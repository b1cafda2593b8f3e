import {
  and,
  atLeast,
  atMost,
  type Condition,
  choose,
  type Expression,
  hasCome,
  integer,
  isKnown,
  isOpen,
  isRecorded,
  isUnderAge,
  isUnknown,
  monthsAfter,
  moreThan,
  not,
  onDay,
  onlyIf,
  or,
  type Programme,
  parameter,
  plainly,
  text,
} from '../../src/language/index.ts';
import {
  condition,
  declared,
  isAlive,
  isRegistered,
  on,
  parameterOf,
  source,
  value,
  yuan,
} from './common.ts';
import { hasSpouse, no, registeredOn, selfRural, spouseRural, yes } from './derived.ts';
import { children, facts } from './facts.ts';

/* ---- 计生保险 ---- */

const contract = source(
  text('独生子女（计生家庭）意外伤害保险合同', 'Contract of accident insurance for certificate families'),
  text('每个保险年度一份，由市、县填写', 'one for each policy year; the city or county enters it'),
);
const INSURED = { from: '2011-01-01' };
const [eldest] = children;
if (!eldest) throw new Error('a person has columns for a child at least');

const insuranceConditions: readonly Condition[] = [
  isAlive({ ...INSURED, source: contract }),
  isRegistered({ ...INSURED, source: contract }),
  condition(
    {
      ...INSURED,
      id: 'policy',
      text: text('本年度有保险合同', 'there is a contract for the year'),
      source: contract,
    },
    plainly(moreThan(parameter('cover', 'integer'), integer(0))),
  ),
  condition(
    {
      ...INSURED,
      id: 'certificate',
      text: text('领取了独生子女父母光荣证', 'holds the certificate of honour of only-child parents'),
      source: contract,
    },
    {
      ...plainly(and(hasCome(facts.honour_certificate_on), isOpen(facts.honour_certificate_void_on))),
      value: facts.honour_certificate_on,
      metFrom: facts.honour_certificate_on,
    },
  ),
  condition(
    {
      ...INSURED,
      id: 'child-age',
      text: text('子女未满合同规定的年龄', 'the child is younger than the contract says'),
      source: contract,
    },
    isUnderAge({ birth: eldest.birth, years: parameter('child-age', 'integer'), by: 'day' }),
  ),
];

/** 独生子女（计生家庭）意外伤害保险. */
export const familyInsurance: Programme = {
  key: 'family-insurance',
  version: 1,
  title: text('独生子女（计生家庭）意外伤害保险', 'Accident insurance of only-child families'),
  summary: text(
    '由政府按保险年度为领取光荣证的家庭投保意外伤害保险；保险公司、保费分担、保额以当年合同为准。',
    'The government insures certificate families against accidents by the policy year; insurer, shares of the premium and cover stand in the contract of the year.',
  ),
  subject: 'parent',
  from: on('2011-01-01'),
  to: null,
  publishedOn: on('2011-01-01'),
  sources: [contract],
  conditions: insuranceConditions,
  parameters: [
    parameterOf('premium', { label: text('每户年保费', 'premium per household and year'), unit: 'fen' }),
    parameterOf('cover', { label: text('保险金额', 'cover'), unit: 'fen' }),
    parameterOf('child-age', {
      label: text('子女投保年龄上限', 'age until which the child is insured'),
      unit: 'years',
    }),
  ],
  award: {
    kind: 'in-kind',
    what: text('一个保险年度的意外伤害保险', 'accident insurance for one policy year'),
  },
  service: null,
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: true,
  openQuestions: [
    text(
      '四川的保险方案（对象、保费、保额、分担）未查到；对象按领取光荣证的家庭列示，合同内容由本地填写。',
      'No insurance scheme of Sichuan was found; certificate families stand here, and the place enters its contract.',
    ),
  ],
};

/* ---- 免费孕前优生健康检查 ---- */

const pilot = source(
  text('国家免费孕前优生健康检查项目', 'National free preconception check-up'),
  text('2010 年 4 月起试点；2011 年起在 31 个省份', 'tried out from April 2010; in 31 provinces from 2011'),
);
const current = source(
  text('免费孕前优生健康检查服务对象', 'Who has the free preconception check-up'),
  text(
    '2022 年 12 月 2 日文本：不再要求农村户口',
    'text of 2 December 2022: no rural registration is asked for',
  ),
);
const CHECKUP = { from: '2011-01-01' };
const MONTHS = parameter('resident-months', 'integer');

const spouseRegistered = and(hasSpouse(), isRecorded(facts.spouse_registered_from));
const longHere = (since: Expression<'date'>) =>
  and(isKnown(since), atMost(monthsAfter(since, MONTHS), onDay));
const bothLive = and(
  longHere(facts.resident_from),
  isOpen(facts.resident_to),
  longHere(facts.spouse_resident_from),
);
/** One registered here, or both living here long enough. Of nobody known at all it cannot be told. */
const isLocal = choose(or(registeredOn(), spouseRegistered, bothLive), {
  then: yes,
  otherwise: onlyIf(or(isKnown(facts.registered_from), isKnown(facts.resident_from)), no),
});
const oneRural = choose(selfRural(), {
  then: yes,
  otherwise: choose(hasSpouse(), { then: spouseRural(), otherwise: selfRural() }),
});
/** Once for each child: a child was born after the last one, or there was none yet. */
const notYet = or(
  isUnknown(facts.checkup_on),
  moreThan(facts.checkup_on, onDay),
  ...children.map(({ birth }) => and(isRecorded(birth), atLeast(birth, facts.checkup_on))),
);

const checkupConditions: readonly Condition[] = [
  isAlive({ ...CHECKUP, source: pilot }),
  condition(
    {
      ...CHECKUP,
      id: 'local',
      text: text(
        '夫妻至少一方户籍在本地，或者双方在本地居住满 6 个月',
        'one of the couple is registered here, or both have lived here for six months',
      ),
      source: pilot,
    },
    { ...plainly(isLocal), value: facts.registered_from, metFrom: null },
  ),
  condition(
    {
      ...CHECKUP,
      to: '2022-12-01',
      id: 'one-rural',
      text: text('夫妻至少一方为农村居民', 'one of the couple is a rural resident'),
      source: pilot,
    },
    plainly(oneRural),
  ),
  condition(
    { ...CHECKUP, id: 'once-a-child', text: text('每孩次一次', 'once for each child'), source: current },
    { ...plainly(notYet), value: facts.checkup_on },
  ),
  declared(
    {
      ...CHECKUP,
      id: 'planning',
      text: text('依法登记结婚、计划怀孕', 'lawfully married and planning a pregnancy'),
      source: pilot,
    },
    text(
      '本人声明：依法登记结婚，近期计划怀孕。',
      'I state that we are lawfully married and plan a pregnancy.',
    ),
  ),
];

/** 国家免费孕前优生健康检查. */
export const preconceptionCheckup: Programme = {
  key: 'preconception-checkup',
  version: 1,
  title: text('国家免费孕前优生健康检查', 'Free preconception check-up'),
  summary: text(
    '计划怀孕的夫妇，每孩次可免费做一次孕前优生健康检查（19 项）。',
    'Couples who plan a pregnancy have one free check-up of 19 items for each child.',
  ),
  subject: 'adult',
  from: on('2011-01-01'),
  to: null,
  publishedOn: on('2011-01-01'),
  sources: [pilot, current],
  conditions: checkupConditions,
  parameters: [
    parameterOf('resident-months', {
      label: text('居住满几个月', 'months of residence'),
      unit: 'months',
      values: [value(6, { ...CHECKUP, source: pilot })],
    }),
    parameterOf('fee', {
      label: text('每对夫妇结算标准', 'fee basis per couple'),
      unit: 'fen',
      values: [value(yuan(240), { ...CHECKUP, confirmed: '2011-12-31', source: pilot })],
    }),
  ],
  award: { kind: 'in-kind', what: text('一次免费检查（19 项）', 'one free check-up of 19 items') },
  service: 'preconception-checkup',
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: false,
  openQuestions: [
    text(
      '从何时起不再要求农村户口，未查到文件；按最早见到的 2022 年 12 月 2 日文本。',
      'Since when no rural registration is asked for was not found; the first text seen is of 2 December 2022.',
    ),
  ],
};

/* ---- “微笑行动” ---- */

const smile = source(
  text('“微笑行动”免费唇腭裂手术', 'Smile action: free operations of cleft lip and palate'),
  text(
    '绵阳市 2013 年工作报告；未查到规定原文',
    'annual report of Mianyang for 2013; no text of a rule was found',
  ),
);
const SMILE = { from: '2013-01-01' };

const cleftConditions: readonly Condition[] = [
  isAlive({ ...SMILE, source: smile }),
  isRegistered({ ...SMILE, source: smile }),
  condition(
    {
      ...SMILE,
      id: 'diagnosed',
      text: text('经诊断为唇裂或腭裂', 'a cleft lip or palate is diagnosed'),
      source: smile,
    },
    {
      ...plainly(isRecorded(facts.cleft_diagnosed_on)),
      value: facts.cleft_diagnosed_on,
      metFrom: facts.cleft_diagnosed_on,
    },
  ),
  condition(
    {
      ...SMILE,
      id: 'not-operated',
      text: text('尚未接受免费手术', 'was not operated on free of charge yet'),
      source: smile,
    },
    { ...plainly(not(isRecorded(facts.cleft_operated_on))), value: facts.cleft_operated_on },
  ),
];

/** 免费唇腭裂手术. */
export const cleftOperation: Programme = {
  key: 'cleft-operation',
  version: 1,
  title: text('免费唇腭裂手术（“微笑行动”）', 'Free operation of cleft lip and palate'),
  summary: text(
    '本市户籍的唇腭裂患儿可免费接受手术。',
    'Children of the city with a cleft lip or palate are operated on free of charge.',
  ),
  subject: 'child',
  from: on('2013-01-01'),
  to: null,
  publishedOn: on('2013-01-01'),
  sources: [smile],
  conditions: cleftConditions,
  parameters: [],
  award: { kind: 'in-kind', what: text('一次免费手术', 'one free operation') },
  service: null,
  notice: 'never',
  noticeDays: {},
  exclusiveWith: [],
  yearlyCheck: false,
  openQuestions: [
    text('对象、年龄和经费的规定未查到。', 'No rule on who, which age and what budget was found.'),
  ],
};
