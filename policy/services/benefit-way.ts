import {
  action,
  choiceField,
  dateField,
  longTextField,
  numberField,
  optional,
  outcome,
  step,
  text,
  textField,
  type Workflow,
  withHelp,
} from '../../src/language/index.ts';
import { fetched, material, question, workflowOf } from './common.ts';

/** The ways of a benefit application: who looks at it, one level after the other. Amounts are no part of it. */

const received = step(
  'intake',
  text('已收到，待受理', 'received'),
  text('乡镇（街道）确认申请是否完整。', 'The township sees whether the application is complete.'),
);

const county = step(
  'approval',
  text('县级确认', 'confirmation by the county'),
  text('县（市、区）卫生健康局审核并作出决定。', 'The county health commission reviews it and decides.'),
);

const outcomes = {
  confirmed: outcome(
    true,
    text('已确认', 'confirmed'),
    text('符合条件，按规定发放到本人账户。', 'The conditions are met; it is paid to your account.'),
  ),
  'not-confirmed': outcome(
    false,
    text('不予确认', 'not confirmed'),
    text(
      '不符合条件，理由和依据已说明。不服的，可以依法申请行政复议或者提起行政诉讼。',
      'A condition is not met; reasons and rule were given. You may ask for reconsideration or go to court.',
    ),
  ),
};

const reason = longTextField(text('理由和依据的条款', 'reasons, and the clause'));
const opinion = longTextField(text('审核意见', 'what the review found'));
const fromMonth = withHelp(
  dateField(text('从哪个月起享受', 'from which month')),
  text('填当月任何一天即可。', 'Any day of the month will do.'),
);

const take = (to: string) =>
  action({
    label: text('受理', 'take in'),
    from: ['received'],
    to,
    effects: ['takes', 'replies'],
    tells: text('您的申请已受理。', 'Your application was taken in.'),
  });

const passUp = (from: string) =>
  action({
    label: text('报县级确认', 'pass to the county'),
    from: [from],
    to: 'county',
    fields: { opinion },
    effects: ['escalates'],
    tells: text('您的申请已报县级确认。', 'Your application is now with the county.'),
  });

const decisions = (back: string) => ({
  confirm: action({
    label: text('确认', 'confirm'),
    right: 'approve',
    from: ['county'],
    to: 'confirmed',
    fields: { fromMonth, opinion },
    otherThan: 'pass-up',
    tells: text('您的申请已确认，请查看结果。', 'Your application is confirmed: see the result.'),
  }),
  'not-confirm': action({
    label: text('不予确认', 'do not confirm'),
    right: 'approve',
    from: ['county'],
    to: 'not-confirmed',
    fields: { reason },
    otherThan: 'pass-up',
    tells: text(
      '您的申请已有决定，请查看理由和救济途径。',
      'There is a decision: see the reasons and what you can do.',
    ),
  }),
  'return-to-township': action({
    label: text('退回乡镇补充核实', 'return to the township'),
    right: 'approve',
    from: ['county'],
    to: back,
    fields: { reason },
    effects: ['hands-back'],
  }),
});

const rated = ['confirmed', 'not-confirmed'];

/** Township first, then the county. Nothing leaves the offices. */
export const reviewedWay: Workflow = workflowOf({
  working: ['received', 'township', 'county'],
  again: 'township',
  rated,
  steps: {
    received,
    township: step(
      'handling',
      text('乡镇（街道）初审', 'first review by the township'),
      text(
        '核对户籍、出生等登记信息；政府已有的信息不再要您提供。',
        'What the registers hold is compared; you are not asked for it.',
      ),
    ),
    county,
  },
  outcomes,
  actions: { accept: take('township'), 'pass-up': passUp('township'), ...decisions('township') },
});

/** Deliberation in the village and a notice, then township and county. */
export const deliberatedWay: Workflow = workflowOf({
  working: ['received', 'village', 'township', 'county'],
  again: 'township',
  rated,
  steps: {
    received,
    village: step(
      'handling',
      text('村（社区）评议和公示', 'deliberation and notice in the village'),
      text(
        '村（社区）评议并公示。公示只写姓名和项目，不写证件号、住址、电话和家庭情况。',
        'The village deliberates and gives notice: of name and programme alone, of no number, address, phone or family matter.',
      ),
    ),
    township: step(
      'handling',
      text('乡镇（街道）初审', 'first review by the township'),
      text('核对登记信息和评议结果。', 'The registers and what the village found are compared.'),
    ),
    county,
  },
  outcomes,
  actions: {
    accept: take('village'),
    'record-deliberation': action({
      label: text('登记评议和公示结果', 'record deliberation and notice'),
      from: ['village'],
      to: 'township',
      fields: {
        present: numberField(text('参加评议人数', 'people who deliberated'), 1, 500),
        finding: optional(longTextField(text('评议情况', 'what the village found'))),
      },
      tells: text('村（社区）评议和公示已结束。', 'Deliberation and notice in the village are over.'),
    }),
    'pass-up': passUp('township'),
    ...decisions('township'),
  },
});

/** Special support: audited by few, in confidence, from the first day to the last. */
export const confidentialWay: Workflow = workflowOf({
  working: ['received', 'township', 'county'],
  again: 'township',
  rated,
  steps: {
    received: step(
      'intake',
      text('已收到，由专人受理', 'received by a named officer'),
      text('由乡镇（街道）指定的专人受理，全程保密。', 'A named officer takes it in, in confidence.'),
    ),
    township: step(
      'handling',
      text('乡镇（街道）审核', 'audit by the township'),
      text(
        '由专人核对登记信息，必要时单独与您联系，不走访邻里。',
        'A named officer compares the registers and, if need be, speaks with you alone and with no neighbour.',
      ),
    ),
    county: step(
      'approval',
      text('县级审核确认', 'audit and confirmation by the county'),
      text(
        '县（市、区）卫生健康局审核并作出决定，只告知您本人。',
        'The county health commission audits and decides, and tells you alone.',
      ),
    ),
  },
  outcomes,
  actions: { accept: take('township'), 'pass-up': passUp('township'), ...decisions('township') },
});

export const accountRouteQuestion = question(
  'accountRoute',
  choiceField(text('发到哪里', 'where it is paid to'), {
    'bank-account': text('银行账户', 'a bank account'),
    'citizen-card': text('社会保障卡（市民卡）', 'the account of the citizen card'),
  }),
  { why: text('两种都可以，都是本人的账户。', 'Either will do; both are personal accounts.') },
);

export const accountQuestion = question(
  'account',
  textField(text('收款的银行卡（社会保障卡）账号', 'account to be paid to'), 40),
  {
    why: text(
      '补助只发到个人账户，不经村（社区）。',
      'It is paid to a personal account, never through the village.',
    ),
    sealed: true,
  },
);

const accountMaterial = material(
  text('本人银行卡或者社会保障卡账号', 'number of your bank or social security card'),
  { form: 'electronic' },
);

export const identityMaterials = [
  fetched(text('居民身份证、户口簿', 'identity card, household book')),
  accountMaterial,
];

export const benefitLead = text(
  '大约 5 分钟。请准备身份证号、手机号和银行卡号。',
  'About five minutes. Have your identity number, phone and account number at hand.',
);
