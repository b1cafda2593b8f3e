import { calendarDate, choiceField, type Service, text, villageField } from '../../src/language/index.ts';
import {
  accountQuestion,
  accountRouteQuestion,
  benefitLead,
  confidentialWay,
  deliberatedWay,
  identityMaterials,
  reviewedWay,
} from './benefit-way.ts';
import { childcareSubsidy } from './childcare-subsidy.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  declaration,
  declarationsRule,
  fetched,
  material,
  populationLaw,
  question,
  service,
  townshipQuestion,
  working,
} from './common.ts';
import { bornOnQuestion, childNameQuestion } from './family-questions.ts';

/** The case side of the benefits: who applies, with what, by which way. Conditions are computed elsewhere. */

const result = text('确认通知；按规定发放到个人账户', 'notice of confirmation; payment to your own account');

const promisedLimits = {
  firstReply: working(5),
  closing: working(60),
  closingFrom: 'promise',
  extension: null,
  basis: text(
    '所见规定未写明单件办理时限；承诺 5 个工作日内告知是否受理、60 个工作日内办结（不含申请人补充的时间），待本地核实',
    'the rules seen state no limit for one application; promised: 5 working days to take it in, 60 to decide; to be confirmed locally',
  ),
} as const;

const villageQuestion = question('village', villageField(text('户籍所在村（社区）', 'your village')), {
  why: text('由户籍所在地受理、评议。', 'It is taken in and deliberated where you are registered.'),
});

/** The old rule asks for it; the word of the applicant stands, on the application alone. */
const ownStatementQuestion = question(
  'ownStatement',
  choiceField(
    text(
      '本人申报：1973 年至 2001 年期间没有违反当时的计划生育规定',
      'I state: from 1973 to 2001 I broke no family-planning rule of the time',
    ),
    {
      stated: text('如实申报', 'I state so'),
      'not-stated': text('不作申报或者不清楚', 'I do not state so, or do not know'),
    },
  ),
  {
    why: text(
      '2004 年的规定仍要求这一条。只以您的申报为准，只留在这份申请里，不写入登记簿，也不作他用。',
      'The rule of 2004 still asks for it. Your word stands on this application alone; it never enters the register and serves nothing else.',
    ),
    sealed: true,
  },
);

const ruralReward = service({
  key: 'rural-reward-support',
  compartment: 'benefits',
  group: 'benefits',
  title: text('农村部分计划生育家庭奖励扶助申请', 'Apply for rural reward support'),
  summary: text(
    '年满规定年龄的农村独生子女或者双女家庭父母，按年领取奖励扶助金；夫妻各自申请。',
    'A yearly payment to rural parents of one child or two daughters from a certain age; each spouse applies alone.',
  ),
  validFrom: calendarDate('2004-01-01'),
  who: text(
    '农村户籍或者界定为农村居民、符合条件的独生子女或者双女家庭父母',
    'rural parents of one child or two daughters who meet the conditions',
  ),
  conditions: [
    text(
      '本人和配偶均为农业户口或者界定为农村居民',
      'you and your spouse are registered or classed as rural',
    ),
    text('现有一个子女或者两个女孩', 'one living child, or two living daughters'),
    text(
      '现无子女的家庭请在“计划生育家庭特别扶助申请”中办理，由专人一并核对，全程保密',
      'families with no child left apply on the form of special support: a named officer handles both, in confidence',
    ),
    text(
      '年满 60 周岁；四川对女性提前至 58 周岁的规定是否有效，待本地核实',
      'aged 60; whether the age of 58 for women in Sichuan is still in force is to be confirmed locally',
    ),
    text(
      '1973 年至 2001 年期间的情况由本人申报，不再要求开具证明',
      'for 1973 to 2001 your own statement stands; no proof is asked for',
    ),
  ],
  legalBasis: [
    basis(
      text(
        '《国务院办公厅转发人口计生委、财政部关于开展对农村部分计划生育家庭实行奖励扶助制度试点工作意见的通知》',
        'Notice on the pilot of reward support for rural families',
      ),
      text('国办发〔2004〕21号', '国办发〔2004〕21号 (2004)'),
    ),
    basis(
      text('全国奖励扶助对象确认条件的政策性解释', 'National interpretation of the conditions'),
      text('国人口发〔2004〕39号，2004 年 5 月 21 日', '国人口发〔2004〕39号 of 21 May 2004'),
    ),
    declarationsRule,
  ],
  materials: [
    ...identityMaterials,
    fetched(text('婚姻登记信息', 'register of marriages'), 'if-any'),
    material(text('子女情况证明', 'proof about your children'), {
      needed: 'if-any',
      form: 'copy',
      declaration: declaration('本人填写的子女情况属实', 'what I stated about my children is true'),
    }),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    villageQuestion,
    question(
      'children',
      choiceField(text('现在的子女情况', 'your living children'), {
        one: text('一个子女', 'one child'),
        'two-daughters': text('两个女孩', 'two daughters'),
      }),
      { why: text('对应不同的确认条件。', 'Each has its own condition.'), sealed: true },
    ),
    ownStatementQuestion,
    accountRouteQuestion,
    accountQuestion,
  ],
  workflow: deliberatedWay,
  limits: promisedLimits,
  intake: 'township',
  result,
  prepare: benefitLead,
});

const specialSupport = service({
  key: 'special-support',
  compartment: 'benefits',
  group: 'benefits',
  sensitivity: { level: 'restricted', restrictedWhen: [] },
  title: text('计划生育家庭特别扶助申请', 'Apply for special support'),
  summary: text(
    '独生子女死亡或者伤残的家庭，父母按月领取扶助金。由专人办理，全程保密。',
    'A monthly payment to parents whose only child died or is disabled. A named officer handles it, in confidence.',
  ),
  validFrom: calendarDate('2008-01-01'),
  who: text(
    '独生子女死亡或者伤残（三级以上）的父母，城乡相同',
    'parents whose only child died or is disabled (grade 3 or worse), in town and country alike',
  ),
  conditions: [
    text(
      '农村奖励扶助（现无子女的家庭）：条件见该项目，在这里一并保密办理',
      'rural reward support for families with no child left: its own conditions; handled here, in confidence',
    ),
    text('1933 年 1 月 1 日以后出生', 'born on or after 1 January 1933'),
    text(
      '女方年满 49 周岁；单亲的，本人年满 49 周岁',
      'the wife is 49 or older; a single parent: that parent',
    ),
    text(
      '只生育一个子女或者依法只收养一个子女',
      'only one child was born to you, or lawfully adopted by you',
    ),
    text(
      '现无存活子女，或者独生子女被依法鉴定为残疾三级以上',
      'no child is alive, or the only child is certified as disabled at grade 3 or worse',
    ),
  ],
  legalBasis: [
    populationLaw,
    basis(
      text('四川省计划生育特别扶助标准', 'Standard of special support in Sichuan'),
      text(
        '2022 年 7 月 1 日起执行的省定标准；文号待本地核实',
        'provincial standard from 1 July 2022; document number to be confirmed locally',
      ),
    ),
    declarationsRule,
  ],
  materials: [
    ...identityMaterials,
    fetched(text('残疾人证信息（伤残）', 'register of disability certificates'), 'if-any'),
    fetched(text('死亡登记信息（死亡）', 'register of deaths'), 'if-any'),
    material(text('子女情况证明（登记信息查不到时）', 'proof about the child (if no register shows it)'), {
      needed: 'if-any',
      form: 'copy',
      declaration: declaration('本人填写的子女情况属实', 'what I stated about my child is true'),
    }),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    question(
      'situation',
      choiceField(text('申请的类别', 'what you apply for'), {
        loss: text('独生子女死亡', 'our only child died'),
        disability: text('独生子女伤残', 'our only child is disabled'),
        'none-left-rural': text(
          '子女死亡，现无子女，申请农村奖励扶助',
          'no child of ours is alive; we apply for rural reward support',
        ),
      }),
      {
        why: text(
          '各类的条件不同。只有经办的专人能看到。',
          'The conditions differ. Only the named officer sees it.',
        ),
        sealed: true,
      },
    ),
    { ...childNameQuestion, sealed: true },
    { ...ownStatementQuestion, when: { question: 'situation', is: ['none-left-rural'] } },
    question(
      'contactHow',
      choiceField(text('希望怎样与您联系', 'how to reach you'), {
        phone: text('打电话', 'by phone'),
        message: text('发短信', 'by text message'),
        office: text('我自己到办事窗口', 'I come to the counter'),
      }),
      { why: text('我们只按您选的方式联系。', 'We reach you in this way alone.') },
    ),
    accountRouteQuestion,
    accountQuestion,
  ],
  workflow: confidentialWay,
  limits: promisedLimits,
  intake: 'township',
  result: text('确认通知（只告知本人）；发放到个人账户', 'notice to you alone; payment to your own account'),
  prepare: benefitLead,
});

const onlyChildReward = service({
  key: 'only-child-reward',
  compartment: 'benefits',
  group: 'benefits',
  title: text('独生子女父母奖励申请', "Apply for the only-child parents' reward"),
  summary: text(
    '持有《独生子女父母光荣证》的父母，按当地标准领取奖励。',
    'For parents with the certificate of honour, at the local rate.',
  ),
  validFrom: calendarDate('2016-01-01'),
  who: text(
    '国家提倡一对夫妻生育一个子女期间，自愿终身只生育一个子女并领取光荣证的父母',
    'parents who chose to have one child while the state encouraged it, and hold the certificate of honour',
  ),
  conditions: [
    text('子女在 2015 年 12 月 31 日以前出生', 'the child was born by 31 December 2015'),
    text('已领取《独生子女父母光荣证》', 'the certificate of honour was issued'),
    text(
      '标准、年龄和补领的截止日期各地不同，本市标准待本地核实',
      'rate, age and last day to apply differ by place; those of this city are to be confirmed locally',
    ),
  ],
  legalBasis: [populationLaw, declarationsRule],
  materials: [
    ...identityMaterials,
    fetched(text('独生子女父母光荣证档案', 'file of certificates of honour')),
    material(
      text('独生子女父母光荣证（档案查不到时）', 'certificate of honour (if the file does not show it)'),
      {
        needed: 'if-any',
        form: 'copy',
        declaration: declaration(
          '本人已领取《独生子女父母光荣证》，证件遗失',
          'the certificate of honour was issued to me and is lost',
        ),
      },
    ),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    childNameQuestion,
    { ...bornOnQuestion, why: text('对应奖励的起止时间。', 'It tells from when to when it is paid.') },
    accountRouteQuestion,
    accountQuestion,
  ],
  workflow: reviewedWay,
  limits: promisedLimits,
  intake: 'township',
  result,
  prepare: benefitLead,
});

export const benefitServices: readonly Service[] = [
  childcareSubsidy,
  ruralReward,
  specialSupport,
  onlyChildReward,
];
