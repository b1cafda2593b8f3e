import { type Indicator, text } from '../../src/language/index.ts';
import { money, sum, total } from './reported.ts';

/** Support for families, counted from what was paid and recorded. */
export const benefitIndicators: readonly Indicator[] = [
  total({
    key: 'benefit_recipients',
    numerator: sum('recipients_of_three'),
    growsWithCity: true,
    label: text('三项制度惠及人数', 'persons reached by the three programmes'),
    unit: 'persons',
    about: 'persons',
    definition: text(
      '当年享受独生子女父母奖励、农村部分家庭奖励扶助和特别扶助的人数之和；同时享受两项的人计两次。',
      'Persons who received the reward for only-child parents, the rural reward or special support in the year; who received two is counted twice.',
    ),
  }),
  money({
    key: 'benefit_paid',
    numerator: { ...sum('paid_by_three'), dividedBy: 100 },
    growsWithCity: true,
    label: text('累计发放资金', 'paid to them'),
    definition: text(
      '当年三项制度发放到个人的金额之和。',
      'What was paid to persons under the three programmes in the year.',
    ),
  }),
  total({
    key: 'cleft_surgeries',
    numerator: sum('cleft_operations'),
    cityAlone: true,
    label: text('“微笑行动”免费手术', 'free cleft lip and palate operations'),
    unit: 'children',
    about: 'persons',
    definition: text(
      '当年接受免费唇腭裂手术的孩子。',
      'Children who had a free cleft operation in the year.',
    ),
  }),
  total({
    key: 'special_family_pilot_households',
    numerator: sum('pilot_households'),
    cityAlone: true,
    label: text('特殊家庭帮扶试点户数', 'special-family support pilot: households'),
    unit: 'households',
    about: 'persons',
    definition: text(
      '参加特殊家庭帮扶模式试点的家庭。',
      'Households in the pilot of support for special families.',
    ),
  }),
  money({
    key: 'special_family_pilot_spent',
    numerator: { ...sum('pilot_spent'), dividedBy: 100 },
    cityAlone: true,
    label: text('特殊家庭帮扶试点投入', 'special-family support pilot: spent'),
    definition: text(
      '当年投入试点的金额；公布为“57 万元以上”。',
      'What was spent on the pilot in the year; published as more than 570,000.',
    ),
  }),
  total({
    key: 'insured_persons',
    numerator: sum('persons_insured'),
    label: text('意外伤害等保险参保人数', 'insured persons'),
    unit: 'persons',
    about: 'persons',
    definition: text(
      '参加独生子女意外伤害等保险的 0 至 6 岁儿童和手术对象；公布为“约 7.8 万人”。',
      'Children up to six and operation patients insured by the yearly policy; published as about 78,000.',
    ),
  }),
  money({
    key: 'insurance_premium',
    numerator: { ...sum('premium_paid'), dividedBy: 100 },
    label: text('参保金额', 'premium'),
    definition: text(
      '当年保险的参保金额；公布为“158 万元以上”。',
      'Premium of the yearly policy; published as more than 1,580,000.',
    ),
  }),
  total({
    key: 'threefold_households',
    numerator: sum('livelihood_households'),
    label: text('新增三结合帮扶户', 'newly supported livelihood households'),
    unit: 'households',
    about: 'persons',
    definition: text('当年新增的三结合帮扶户。', 'Households newly supported in the year.'),
  }),
  total({
    key: 'threefold_bases',
    numerator: sum('livelihood_bases'),
    label: text('新建巩固帮扶基地', 'support bases built or consolidated'),
    unit: 'bases',
    definition: text('当年新建和巩固的三结合帮扶基地。', 'Bases built or consolidated in the year.'),
  }),
];
