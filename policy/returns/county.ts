import {
  atMost,
  calendarDate,
  equals,
  itemsOf,
  plus,
  type ReturnForm,
  type ReturnItems,
  type Text,
  text,
  type Unit,
} from '../../src/language/index.ts';

const item = (label: Text, unit: Unit) => ({ label, unit }) as const;
const yes = (label: Text) => ({ label, unit: 'counties', largest: 1 }) as const;
const source = text('2013 年度工作报告所列事项', 'items of the annual work report for 2013');
const since = { every: 'year', validFrom: calendarDate('2010-01-01'), validTo: null, source } as const;

const benefitItems = {
  only_child_reward: item(text('独生子女父母奖励人数', 'only-child parents rewarded'), 'persons'),
  rural_reward: item(text('农村部分家庭奖励扶助人数', 'rural reward support: persons'), 'persons'),
  special_support: item(text('特别扶助人数', 'special support: persons'), 'persons'),
  benefit_recipients: item(text('三项制度惠及人数合计', 'persons reached by the three, total'), 'persons'),
  benefit_paid: item(text('累计发放资金', 'paid to them'), 'yuan'),
  cleft_surgeries: item(text('免费唇腭裂手术', 'free cleft operations'), 'children'),
  special_family_pilot_households: item(
    text('特殊家庭帮扶试点户', 'special-family pilot households'),
    'households',
  ),
  special_family_pilot_spent: item(text('特殊家庭帮扶试点投入', 'special-family pilot: spent'), 'yuan'),
  insured_persons: item(text('意外伤害等保险参保人数', 'insured persons'), 'persons'),
  insurance_premium: item(text('参保金额', 'premium'), 'yuan'),
  threefold_households: item(text('新增三结合帮扶户', 'newly supported livelihood households'), 'households'),
  threefold_bases: item(text('新建巩固帮扶基地', 'support bases built or consolidated'), 'bases'),
  services_entitled: item(text('应享受免费服务人数', 'entitled to free services'), 'persons'),
  services_received: item(text('已享受免费服务人数', 'received free services'), 'persons'),
} satisfies ReturnItems;
const benefit = itemsOf(benefitItems);

/** Benefits paid to families, as counties reported them until records took the place of the return: kept for its history. */
export const benefitsReturn: ReturnForm = {
  key: 'county-benefits',
  version: 1,
  title: text('家庭奖励扶助和帮扶情况', 'Rewards, support and help for families'),
  level: 'county',
  ...since,
  validTo: calendarDate('2025-12-31'),
  items: benefitItems,
  checks: [
    {
      at: 'benefit_recipients',
      must: equals(
        benefit.benefit_recipients,
        plus(plus(benefit.only_child_reward, benefit.rural_reward), benefit.special_support),
      ),
      remedy: text('合计应等于三项人数之和', 'the total is the sum of the three programmes'),
    },
    {
      at: 'services_received',
      must: atMost(benefit.services_received, benefit.services_entitled),
      remedy: text('已享受人数不能多于应享受人数', 'no more can receive them than are entitled'),
    },
  ],
  steadyWithin: 0.5,
};

const administrationItems = {
  infringements: item(text('行政侵权案件', 'administrative infringements'), 'cases'),
  reconsiderations: item(text('行政复议案件', 'administrative reconsiderations'), 'cases'),
  acts_revoked: item(text('被责令撤销的行为', 'acts ordered withdrawn'), 'cases'),
  law_model: yes(text('省级依法行政示范县（是=1）', 'provincial model: lawful administration (yes = 1)')),
  sunshine_model: yes(text('省级阳光示范县（是=1）', 'provincial model: open administration (yes = 1)')),
} satisfies ReturnItems;
/** Law in the administration. What people asked and complained of is counted from the cases themselves. */
export const administrationReturn: ReturnForm = {
  key: 'county-administration',
  version: 2,
  title: text('依法行政情况', 'Lawful administration'),
  level: 'county',
  ...since,
  items: administrationItems,
  checks: [],
  steadyWithin: 0.5,
};

/** Services, as far as they are not counted from records. Taking part is voluntary. */
export const servicesReturn: ReturnForm = {
  key: 'county-services',
  version: 2,
  title: text('优生优育服务情况', 'Services for healthy births'),
  level: 'county',
  ...since,
  items: {
    preconception_planned: item(
      text('孕前优生健康检查计划人数', 'preconception check-ups planned'),
      'persons',
    ),
  },
  checks: [],
  steadyWithin: 0.5,
};
