import {
  type ActionRule,
  action,
  calendarDate,
  choiceField,
  longTextField,
  outcome,
  type Step,
  step,
  text,
} from '../../src/language/index.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  question,
  service,
  townshipQuestion,
  workflowOf,
  working,
} from './common.ts';

const twenty = working(20);

const thirdParty: Step = {
  ...step(
    'handling',
    text('征求第三方意见', 'a third party is asked'),
    text(
      '公开可能损害第三方权益，正在书面征求意见，所需时间不计入答复期限。',
      'It may harm somebody else, who is asked in writing; that time does not count.',
    ),
  ),
  clock: 'stands',
};

const answer = longTextField(text('答复书内容', 'text of the answer'));
const answered = text('已答复，请查看答复书。', 'There is an answer: see the page of your case.');
const remedies = text(
  '不服的，可以依法申请行政复议或者提起行政诉讼。',
  'You may ask for reconsideration or go to court.',
);

const answers = (
  [
    ['disclose', 'disclosed', text('答复：予以公开', 'answer: disclosed')],
    ['disclose-part', 'partly-disclosed', text('答复：部分公开', 'answer: disclosed in part')],
    ['refuse', 'refused', text('答复：不予公开', 'answer: not disclosed')],
    ['not-held', 'not-held', text('答复：信息不存在或者不由本机关掌握', 'answer: not held here')],
  ] as const
).map(([key, to, label]): readonly [string, ActionRule] => [
  key,
  action({
    label,
    right: to === 'refused' ? 'approve' : 'handle',
    from: ['handling'],
    to,
    fields: { answer },
    effects: ['replies'],
    tells: answered,
  }),
]);

const built = workflowOf({
  working: ['received', 'handling'],
  again: 'handling',
  others: ['third-party'],
  rated: ['disclosed', 'partly-disclosed', 'refused', 'not-held'],
  extendable: true,
  steps: {
    received: step(
      'intake',
      text('已收到', 'received'),
      text(
        '内容不明确的，7 个工作日内一次性告知怎样补正。',
        'If it is unclear, you are told once, within 7 working days, how to put it right.',
      ),
    ),
    handling: step(
      'handling',
      text('办理中', 'being handled'),
      text('查找信息、审查并准备答复。', 'The information is searched, examined, and the answer prepared.'),
    ),
    'third-party': thirdParty,
  },
  outcomes: {
    disclosed: outcome(
      true,
      text('予以公开', 'disclosed'),
      text('已提供信息或者告知获取方式。', 'It was given, or you were told where it is.'),
    ),
    'partly-disclosed': outcome(true, text('部分公开', 'disclosed in part'), remedies),
    refused: outcome(false, text('不予公开', 'not disclosed'), remedies),
    'not-held': outcome(null, text('信息不存在或者不由本机关掌握', 'not held here'), remedies),
    abandoned: outcome(
      null,
      text('逾期不补正，视为放弃', 'given up: not put right in time'),
      text(
        '无正当理由逾期不补正，视为放弃申请；可以重新申请。',
        'It was not put right in time without good reason; you may apply again.',
      ),
    ),
  },
  actions: {
    accept: action({
      label: text('受理', 'take in'),
      from: ['received'],
      to: 'handling',
      effects: ['takes', 'replies'],
      tells: text(
        '您的申请已受理，20 个工作日内答复。',
        'Your request was taken in; it is answered within 20 working days.',
      ),
    }),
    ...Object.fromEntries(answers),
    'ask-third-party': action({
      label: text('书面征求第三方意见', 'ask the third party in writing'),
      from: ['handling'],
      to: 'third-party',
      fields: {
        question: longTextField(
          text('征求意见的内容（不写申请人身份）', 'what is asked, without saying by whom'),
        ),
      },
      most: 1,
    }),
    'third-party-answered': action({
      label: text('第三方已答复或者逾期', 'the third party answered, or did not in time'),
      from: ['third-party'],
      to: 'handling',
      fields: { answer: longTextField(text('第三方意见', 'what the third party says')) },
    }),
    abandon: action({
      label: text('逾期不补正，视为放弃', 'given up: not put right in time'),
      by: ['officer', 'system'],
      from: ['waiting'],
      to: 'abandoned',
      tells: text('您的申请因逾期没有补正而结束。', 'Your request ended: it was not put right in time.'),
    }),
  },
});

const { 'ask-applicant': ask, supply } = built.actions;

/** Art. 30: asked once to put it right, and the time for the answer begins when that arrives. */
const workflow = {
  ...built,
  actions: {
    ...built.actions,
    ...(ask && {
      'ask-applicant': {
        ...ask,
        label: text('告知补正', 'ask to put it right'),
        from: ['received'],
        most: 1,
        effects: ['replies'] as const,
        tells: text(
          '您的申请需要补正，请查看需要补正的事项和期限。',
          'Your request needs to be put right: see what, and until when.',
        ),
      },
    }),
    ...(supply && { supply: { ...supply, effects: ['replies'] as const, restartsWith: twenty } }),
  },
};

export const informationDisclosure = service({
  key: 'information-disclosure',
  group: 'voice',
  title: text('政府信息公开申请', 'Ask for information the government holds'),
  summary: text(
    '申请获取卫生健康部门制作或者保存的政府信息。',
    'Ask for information that the health commission made or holds.',
  ),
  validFrom: calendarDate('2019-05-15'),
  who: text('公民、法人或者其他组织', 'citizens and organisations'),
  conditions: [
    text(
      '写明所需信息的名称、文号或者便于查询的特征',
      'name the information, its number, or what helps to find it',
    ),
    text('不用说明申请的用途', 'no reason need be given'),
  ],
  legalBasis: [
    basis(
      text('《中华人民共和国政府信息公开条例》', 'Regulations on open government information'),
      text(
        '国务院令第 711 号，2019 年 4 月 3 日修订，2019 年 5 月 15 日起施行；第二十九条至第三十三条',
        'State Council decree 711 of 3 April 2019, in force 15 May 2019; arts. 29 to 33',
      ),
    ),
  ],
  questions: [
    question('wanted', longTextField(text('需要什么信息？', 'What information do you ask for?')), {
      why: text('越具体，找得越快。', 'The more exact, the faster it is found.'),
    }),
    question(
      'form',
      choiceField(text('希望怎样获取', 'how you would like to have it'), {
        electronic: text('电子邮件或者本站下载', 'electronically'),
        paper: text('纸质邮寄', 'on paper, by post'),
        pickup: text('到窗口领取', 'at the counter'),
      }),
      { why: text('按您选的方式提供。', 'It is given in this form.') },
    ),
    townshipQuestion,
    ...applicantQuestions,
    contactQuestion,
  ],
  workflow,
  limits: {
    firstReply: working(7),
    closing: twenty,
    extension: twenty,
    basis: text(
      '《政府信息公开条例》：需要补正的，7 个工作日内一次性告知，答复期限自收到补正的申请之日起计算（第三十条）；20 个工作日内答复，延长不超过 20 个工作日（第三十三条）；征求第三方意见的时间不计算在内',
      'Decree 711: told once within 7 working days what to put right, and the time begins when that arrives (art. 30); answered within 20 working days, extended by 20 at most (art. 33); time to ask a third party does not count',
    ),
  },
  intake: 'county',
  channels: ['portal', 'window', 'letter'],
  place: text('本站，或县（市、区）卫生健康局', 'this site, or the county health commission'),
  result: text('政府信息公开申请答复书', 'a written answer'),
  prepare: text('大约 3 分钟。', 'About three minutes.'),
});
