import {
  action,
  calendarDate,
  choiceField,
  longTextField,
  outcome,
  type Step,
  step,
  text,
  type Workflow,
} from '../../src/language/index.ts';
import {
  applicantQuestions,
  basis,
  calendar,
  contactQuestion,
  question,
  service,
  townshipQuestion,
  workflowOf,
} from './common.ts';

/** 信访: handled once, reviewed by the level above, reviewed again by the one above that, then final. */

const rule = text('《信访工作条例》', 'Regulations on petitions');

const hearing: Step = {
  ...step(
    'approval',
    text('听证', 'hearing'),
    text('正在听证，听证时间不计入复核期限。', 'A hearing is held; its time does not count.'),
  ),
  clock: 'stands',
};

const steps = {
  registered: step(
    'intake',
    text('已登记，待受理', 'registered'),
    text('自收到之日起 15 日内告知是否受理。', 'Within 15 days you are told whether it is taken in.'),
  ),
  handling: step(
    'handling',
    text('办理中', 'being handled'),
    text(
      '有权处理的单位调查核实，出具处理意见书。',
      'The unit in charge looks into it and gives a written opinion.',
    ),
  ),
  reviewing: step(
    'approval',
    text('复查中', 'under review'),
    text('上一级单位 30 日内提出复查意见。', 'The level above answers within 30 days.'),
  ),
  're-reviewing': step(
    'approval',
    text('复核中', 'under second review'),
    text('再上一级单位 30 日内提出复核意见。', 'The level above that answers within 30 days.'),
  ),
  hearing,
};

const askReview = text(
  '不服的，可以自收到书面意见之日起 30 日内请求复查。',
  'You may ask for a review within 30 days of the written opinion.',
);
const askSecondReview = text(
  '不服的，可以自收到书面意见之日起 30 日内请求复核。',
  'You may ask for a second review within 30 days of the written opinion.',
);
const isFinal = text('复核意见是信访程序的终结意见。', 'With this opinion the way of petitions has ended.');

const outcomes = {
  supported: outcome(true, text('支持请求', 'request supported'), askReview),
  'not-supported': outcome(false, text('不支持请求', 'request not supported'), askReview),
  'not-accepted': outcome(
    null,
    text('不予受理', 'not taken in'),
    text(
      '属于法院、行政复议等其他法定途径，已告知怎样提出。',
      'It belongs to a court, reconsideration or another lawful way; how to ask there was explained.',
    ),
  ),
  'review-upheld': outcome(false, text('复查：维持', 'review: upheld'), askSecondReview),
  'review-changed': outcome(true, text('复查：改变原意见', 'review: changed'), askSecondReview),
  'final-upheld': outcome(false, text('复核：维持', 'second review: upheld'), isFinal),
  'final-changed': outcome(true, text('复核：改变原意见', 'second review: changed'), isFinal),
};

const opinion = longTextField(text('书面意见', 'written opinion'));
const grounds = longTextField(text('请求的理由', 'why you ask'));
const either = ['applicant', 'officer'] as const;
const answered = text('已出具书面意见，请查看。', 'There is a written opinion: see the page of your case.');

const reviews = {
  'ask-review': action({
    label: text('请求复查', 'ask for a review'),
    by: either,
    from: ['supported', 'not-supported', 'reviewed'],
    to: 'reviewing',
    fields: { grounds },
    effects: ['escalates', 'replies'],
    most: 1,
    restartsWith: calendar(30),
    tells: text(
      '复查请求已收到，30 日内书面答复。',
      'Your request for a review has arrived; it is answered within 30 days.',
    ),
  }),
  'uphold-after-review': action({
    label: text('复查：维持原意见', 'review: uphold'),
    right: 'approve',
    from: ['reviewing'],
    to: 'review-upheld',
    fields: { opinion },
    tells: answered,
  }),
  'change-after-review': action({
    label: text('复查：改变原意见', 'review: change'),
    right: 'approve',
    from: ['reviewing'],
    to: 'review-changed',
    fields: { opinion },
    tells: answered,
  }),
  'ask-second-review': action({
    label: text('请求复核', 'ask for a second review'),
    by: either,
    from: ['review-upheld', 'review-changed'],
    to: 're-reviewing',
    fields: { grounds },
    effects: ['escalates', 'replies'],
    most: 1,
    restartsWith: calendar(30),
    tells: text(
      '复核请求已收到，30 日内书面答复。',
      'Your request for a second review has arrived; it is answered within 30 days.',
    ),
  }),
  'open-hearing': action({
    label: text('举行听证', 'hold a hearing'),
    right: 'approve',
    from: ['re-reviewing'],
    to: 'hearing',
    tells: text('将举行听证，时间另行通知。', 'A hearing will be held; you will be told when.'),
    most: 1,
  }),
  'end-hearing': action({
    label: text('听证结束', 'the hearing is over'),
    right: 'approve',
    from: ['hearing'],
    to: 're-reviewing',
    fields: { conclusion: longTextField(text('听证结论', 'what the hearing found')) },
  }),
  'uphold-finally': action({
    label: text('复核：维持', 'second review: uphold'),
    right: 'approve',
    from: ['re-reviewing'],
    to: 'final-upheld',
    fields: { opinion },
    tells: answered,
  }),
  'change-finally': action({
    label: text('复核：改变原意见', 'second review: change'),
    right: 'approve',
    from: ['re-reviewing'],
    to: 'final-changed',
    fields: { opinion },
    tells: answered,
  }),
};

const built = workflowOf({
  working: ['registered', 'handling'],
  again: 'handling',
  others: ['reviewing', 're-reviewing', 'hearing'],
  rated: ['supported', 'not-supported'],
  extendable: true,
  steps,
  outcomes,
  actions: {
    accept: action({
      label: text('受理', 'take in'),
      from: ['registered'],
      to: 'handling',
      effects: ['takes', 'replies'],
      tells: text('您的信访事项已受理。', 'Your petition was taken in.'),
    }),
    'not-accept': action({
      label: text('不予受理并告知途径', 'do not take in, and say where to go'),
      from: ['registered'],
      to: 'not-accepted',
      fields: { opinion },
      effects: ['replies'],
      tells: text('请查看告知：这件事由其他途径办理。', 'See the answer: another way is the one for this.'),
    }),
    support: action({
      label: text('出具意见：支持', 'opinion: supported'),
      from: ['handling'],
      to: 'supported',
      fields: { opinion },
      tells: answered,
    }),
    'not-support': action({
      label: text('出具意见：不支持', 'opinion: not supported'),
      from: ['handling'],
      to: 'not-supported',
      fields: { opinion },
      tells: answered,
    }),
    ...reviews,
  },
});

const { withdraw } = built.actions;

/** A petition can be withdrawn under review too. */
const workflow: Workflow = {
  ...built,
  actions: {
    ...built.actions,
    ...(withdraw && {
      withdraw: { ...withdraw, from: [...withdraw.from, 'reviewing', 're-reviewing', 'hearing'] },
    }),
  },
};

export const petition = service({
  key: 'petition',
  group: 'voice',
  sensitivity: { level: 'restricted', restrictedWhen: [] },
  title: text('信访', 'Petition'),
  summary: text(
    '反映情况，提出建议、意见或者投诉请求，由有权处理的单位书面答复。',
    'Report something, make a request or a complaint that is answered in writing by the unit in charge.',
  ),
  validFrom: calendarDate('2022-05-01'),
  who: text('公民、法人或者其他组织', 'citizens and organisations'),
  conditions: [
    text(
      '属于卫生健康部门人口和家庭服务的职责',
      'it is in the charge of the health commission: population and family services',
    ),
    text(
      '已经或者依法应当通过诉讼、仲裁、行政复议等途径解决的，会告知您向有关单位提出',
      'what belongs to a court, arbitration or reconsideration is led there',
    ),
  ],
  legalBasis: [
    basis(
      rule,
      text(
        '中共中央、国务院 2022 年 2 月 25 日发布，2022 年 5 月 1 日起施行；第二十二条、第三十四条至第三十六条',
        'issued 25 February 2022, in force 1 May 2022; arts. 22 and 34 to 36',
      ),
    ),
  ],
  questions: [
    question('matter', longTextField(text('您反映的事项', 'what your petition is about')), {
      why: text('写清时间、地点、经过。', 'When, where and what happened.'),
      sealed: true,
    }),
    question('request', longTextField(text('您的请求', 'what you ask for')), {
      why: text('答复会逐项回应您的请求。', 'The opinion answers each request.'),
      sealed: true,
    }),
    question(
      'before',
      choiceField(text('以前反映过吗？', 'Have you raised it before?'), {
        no: text('没有', 'no'),
        pending: text('反映过，还在办理', 'yes, and it is still being handled'),
        answered: text('反映过，已有书面意见', 'yes, and there is a written opinion'),
      }),
      { why: text('避免重复受理。', 'So that it is not handled twice.') },
    ),
    townshipQuestion,
    ...applicantQuestions,
    contactQuestion,
  ],
  workflow,
  limits: {
    firstReply: calendar(15),
    closing: calendar(60),
    extension: calendar(30),
    basis: text(
      '《信访工作条例》：15 日内告知是否受理（第二十二条），自受理之日起 60 日内办结、延长不超过 30 日（第三十四条），复查、复核各 30 日（第三十五条、第三十六条）；均为自然日，本站从收到之日起算，从严计算',
      'Regulations on petitions: told within 15 days whether it is taken in (art. 22); 60 days from then, extended by 30 at most (art. 34); review and second review 30 days each (arts. 35, 36). Calendar days, counted here from the day of receipt, which is stricter',
    ),
  },
  intake: 'county',
  channels: ['portal', 'window', 'letter', 'visit'],
  place: text(
    '本站，或县（市、区）卫生健康局来访接待室',
    'this site, or the reception of the county health commission',
  ),
  result: text('书面处理意见', 'a written opinion'),
  prepare: text(
    '大约 5 分钟。有书面材料的，可以在办理中补充。',
    'About five minutes. Papers can be supplied later.',
  ),
});
