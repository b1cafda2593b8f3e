import {
  action,
  calendarDate,
  choiceField,
  commonActions,
  commonOutcomes,
  commonSteps,
  longTextField,
  nameField,
  optional,
  outcome,
  phoneField,
  type Question,
  type Service,
  STAY,
  step,
  type Text,
  type TimeLimit,
  text,
  type Workflow,
} from '../../src/language/index.ts';
import { complaintChannel, free, hotline, officeHours, question, townshipQuestion } from './common.ts';

/** What people say: questions, suggestions, complaints. Limits of the 12345 line of Sichuan. */
const basis = text(
  '《四川省12345政务服务便民热线运行管理办法》（2025 年 12 月印发，有效期五年）：咨询 3 个、求助建议 7 个、投诉举报 15 个工作日，复杂的按程序延期；告知受理的 1 个工作日是本市承诺，延期以一个同等时限为上限，待本地核实',
  'Measures of Sichuan for the 12345 line (December 2025, for five years): enquiries 3, requests and suggestions 7, complaints 15 working days, longer by procedure if complex. One working day to take it in is a promise of the city, and the extension is held to the same length again: to be confirmed locally',
);

const working = (days: number): TimeLimit => ({ days, count: 'working' });

const steps = {
  received: step(
    'intake',
    text('已收到，待受理', 'received'),
    text('承办单位确认由谁办理。', 'The unit sees who is to handle it.'),
  ),
  handling: step(
    'handling',
    text('办理中', 'being handled'),
    text('承办人员核实情况、提出答复。', 'An officer looks into it and prepares the answer.'),
  ),
  ...commonSteps,
};

const outcomes = {
  resolved: outcome(
    true,
    text('已解决', 'resolved'),
    text('问题已经解决或者已经答复清楚。', 'The matter is settled or the question answered.'),
  ),
  explained: outcome(
    false,
    text('已说明，不能办到', 'explained: it cannot be done'),
    text('不能按诉求办理，理由已说明。', 'It cannot be done as asked; the reasons were given.'),
  ),
  redirected: outcome(
    null,
    text('已引导至其他渠道', 'led to another channel'),
    text(
      '这件事由法院、信访、信息公开等其他渠道办理，已告知怎样提出。',
      'It belongs to another channel, a court or a petition for instance; how to ask there was explained.',
    ),
  ),
  ...commonOutcomes,
};

const answer = longTextField(text('给申请人的答复', 'answer to the applicant'));

/** The guide that stands in place of a list of refusals: where else a matter belongs. */
const otherChannels = choiceField(text('引导到', 'led to'), {
  court: text('法院、仲裁', 'court or arbitration'),
  reconsideration: text('行政复议', 'administrative reconsideration'),
  petition: text('信访', 'petition'),
  disclosure: text('政府信息公开申请', 'request for information'),
  discipline: text('纪检监察', 'discipline inspection'),
  emergency: text('110、119、120', '110, 119, 120'),
  support: text('心理援助热线 12356', 'psychological support line 12356'),
  other: text('其他单位', 'another body'),
});

const workflow: Workflow = {
  first: 'received',
  steps,
  outcomes,
  actions: {
    accept: action({
      label: text('受理', 'take in'),
      from: ['received'],
      to: 'handling',
      effects: ['takes', 'replies'],
      tells: text('您的事项已受理。', 'Your matter was taken in.'),
    }),
    redirect: action({
      label: text('引导至其他渠道', 'lead to another channel'),
      from: ['received', 'handling'],
      to: 'redirected',
      fields: { channel: otherChannels, answer },
      effects: ['replies'],
      tells: text(
        '请查看答复：这件事由其他渠道办理。',
        'See the answer: another channel is the one for this.',
      ),
    }),
    reply: action({
      label: text('答复进展', 'reply'),
      from: ['received', 'handling'],
      to: STAY,
      fields: { answer },
      effects: ['replies'],
      tells: text('有新的答复，请查看进度页。', 'There is an answer: see the page of your case.'),
    }),
    resolve: action({
      label: text('办结：已解决', 'close: resolved'),
      from: ['handling'],
      to: 'resolved',
      fields: { answer },
      effects: ['replies'],
      tells: text(
        '您的事项已办结，请查看答复并评价。',
        'Your matter is settled: see the answer, and say how it went.',
      ),
    }),
    explain: action({
      label: text('办结：不能办到', 'close: it cannot be done'),
      from: ['handling'],
      to: 'explained',
      fields: { answer },
      effects: ['replies'],
      tells: text(
        '您的事项已办结，请查看说明并评价。',
        'Your matter is closed: see the reasons, and say how it went.',
      ),
    }),
    ...commonActions({
      first: 'received',
      working: ['handling', 'received'],
      rated: ['resolved', 'explained'],
      extendable: true,
    }),
  },
};

/** Questions that may all stay without an answer: nobody has to say who they are. */
const whoAsks: readonly Question[] = [
  question('name', optional(nameField(text('您的姓名', 'your name'))), {
    why: text(
      '可以不填；不填则匿名办理，凭编号和查询码查看答复。',
      'You may leave it empty: the answer is then found by number and code alone.',
    ),
  }),
  question('phone', optional(phoneField(text('您的电话', 'your phone number'))), {
    why: text(
      '可以不填；填写后办理有进展时会通知您。',
      'You may leave it empty; with it you are told when something happens.',
    ),
    sealed: true,
  }),
];

interface Voice {
  readonly key: string;
  readonly title: Text;
  readonly summary: Text;
  readonly asks: Text;
  readonly days: number;
  readonly subjects: Readonly<Record<string, Text>>;
}

const voice = ({ key, title, summary, asks, days, subjects }: Voice): Service => ({
  key,
  version: 1,
  group: 'voice',
  title,
  summary,
  validFrom: calendarDate('2026-01-01'),
  validTo: null,
  compartment: 'casework',
  filedBy: 'citizen',
  who: text('任何人，可以匿名', 'anybody, also without a name'),
  conditions: [
    text('与人口和家庭服务有关', 'it is about population and family services'),
    text(
      '属于诉讼、信访、信息公开等渠道的，会告知怎样提出，不会简单退回',
      'what belongs to a court, a petition or a request for information is led there, not simply sent back',
    ),
  ],
  anonymous: true,
  sensitivity: { level: 'ordinary', restrictedWhen: [{ question: 'subject', is: ['staff'] }] },
  legalBasis: [
    {
      title: text('《四川省12345政务服务便民热线运行管理办法》', 'Measures of Sichuan for the 12345 line'),
      clause: basis,
    },
    {
      title: text(
        '《国务院办公厅关于进一步规范和提升12345热线服务的意见》',
        'Opinions of the General Office of the State Council on the 12345 line',
      ),
      clause: text(
        '国办函〔2025〕66号（2025 年 6 月）：建立派单目录和派单异议审核，合并重复诉求，分级评价',
        '国办函〔2025〕66号 (June 2025): directory and objections for dispatch, merged duplicates, evaluation in tiers',
      ),
    },
  ],
  materials: [],
  questions: [
    question('matter', longTextField(asks), {
      why: text(
        '写清时间、地点和经过，办理更快。',
        'When, where and what happened: it helps to answer fast.',
      ),
      sealed: true,
    }),
    question('subject', choiceField(text('属于哪一类', 'what it is about'), subjects), {
      why: text('用来分派给熟悉的人员。', 'So that it reaches somebody who knows.'),
    }),
    townshipQuestion,
    ...whoAsks,
  ],
  workflow,
  limits: { firstReply: working(1), closing: working(days), extension: working(days), basis },
  promised: null,
  intake: 'county',
  channels: ['portal', 'window', 'phone', 'letter', 'visit', 'hotline-12345'],
  fee: free,
  place: text(
    '本站、12345、县（市、区）卫生健康局来访接待室',
    'this site, 12345, the reception of the county health commission',
  ),
  hours: officeHours,
  phone: hotline,
  complaints: complaintChannel,
  result: text('书面答复', 'a written answer'),
  prepare: text(
    '大约 3 分钟。不需要材料，可以不留姓名。',
    'About three minutes. No papers are needed, nor your name.',
  ),
  certificate: null,
  bundles: [],
  rated: true,
});

const matters = {
  registration: text('登记和证明', 'registration and certificates'),
  benefits: text('奖励扶助和补贴', 'benefits'),
  health: text('健康服务', 'health services'),
  staff: text('工作人员', 'staff'),
  other: text('其他', 'something else'),
};

export const voiceServices: readonly Service[] = [
  voice({
    key: 'enquiry',
    title: text('咨询', 'Ask a question'),
    summary: text('询问政策、条件、办理方式和进度。', 'Ask about rules, conditions, how things are done.'),
    asks: text('您想了解什么？', 'What would you like to know?'),
    days: 3,
    subjects: matters,
  }),
  voice({
    key: 'suggestion',
    title: text('建议和求助', 'Suggest something or ask for help'),
    summary: text(
      '对服务提出建议，或者请求帮助。',
      'Suggest how a service could be better, or ask for help.',
    ),
    asks: text('您的建议或者需要的帮助', 'your suggestion, or the help you need'),
    days: 7,
    subjects: matters,
  }),
  voice({
    key: 'complaint',
    title: text('投诉和举报', 'Complain'),
    summary: text(
      '对服务、收费、态度或违规行为提出投诉、举报。',
      'Complain about a service, a charge, conduct or a breach of rules.',
    ),
    asks: text('您要投诉的事情', 'what you complain about'),
    days: 15,
    subjects: matters,
  }),
];
