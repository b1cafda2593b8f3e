import { action, calendarDate, longTextField, outcome, STAY, step, text } from '../../src/language/index.ts';
import { accountQuestion, accountRouteQuestion } from './benefit-way.ts';
import { birthRegistration } from './birth-registration.ts';
import { childcareSubsidy } from './childcare-subsidy.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  declarationsOf,
  declarationsRule,
  fetched,
  question,
  service,
  townshipQuestion,
  workflowOf,
  working,
  yesOrNo,
} from './common.ts';
import {
  accountHolderQuestion,
  bornOnQuestion,
  childNameQuestion,
  hukouQuestion,
  livingChildrenQuestion,
  otherParentQuestions,
  relationQuestion,
  residenceQuestion,
} from './family-questions.ts';
import { bundledConsent, hospitalQuestion } from './newborn-screening.ts';

/** 出生一件事: one form; each matter goes on as a case of its own, linked. Answers pass by the keys of questions. */

const wantsSubsidy = { question: 'applySubsidy', is: ['yes'] };

const workflow = workflowOf({
  working: ['received', 'shared'],
  rated: ['done'],
  steps: {
    received: step(
      'intake',
      text('已收到', 'received'),
      text(
        '一次填写，系统分别送到各事项的办理单位。',
        'One form; each matter goes to the unit in charge of it.',
      ),
    ),
    shared: step(
      'handling',
      text('各事项办理中', 'each matter is being handled'),
      text('各事项分别办理，进度页列出每一项。', 'Each goes its own way; the page of your case lists them.'),
    ),
  },
  outcomes: {
    done: outcome(
      true,
      text('全部办结', 'all done'),
      text('各事项都已办结，结果见各自的编号。', 'Each matter is closed; see its own number for the result.'),
    ),
  },
  actions: {
    'send-out': action({
      label: text('分送各事项', 'send each on its way'),
      by: ['officer', 'system'],
      from: ['received'],
      to: 'shared',
      effects: ['replies'],
      tells: text('各事项已分别开始办理。', 'Each matter is now being handled.'),
    }),
    close: action({
      label: text('各事项均已办结', 'all matters are closed'),
      by: ['officer', 'system'],
      from: ['shared'],
      to: 'done',
      tells: text('“出生一件事”全部办结，请评价。', 'All is done: say how it went.'),
    }),
    'tell-delay': action({
      label: text('告知某一事项延后', 'tell that one matter takes longer'),
      from: ['shared'],
      to: STAY,
      fields: { which: longTextField(text('哪一项、原因和预计时间', 'which one, why, until when')) },
      tells: text('有一项需要更多时间，请查看。', 'One matter takes longer: see the page of your case.'),
    }),
  },
});

export const newbornBundle = service({
  key: 'newborn-bundle',
  group: 'registration',
  title: text('出生一件事', 'All for a newborn at once'),
  summary: text(
    '孩子出生后，一张表办生育登记证明、育儿补贴和新生儿疾病筛查。',
    'After a birth, one form for the certificate of birth registration, the childcare subsidy and newborn screening.',
  ),
  validFrom: calendarDate('2025-01-01'),
  validTo: calendarDate('2028-02-14'),
  who: text('新生儿的父母或者其他监护人', 'parents or other guardians of a newborn'),
  conditions: [
    text('孩子已经出生', 'the child is born'),
    text('补贴和筛查都可以不选，以后再单独办', 'subsidy and screening can be left out and asked for later'),
    text(
      '落户、医保等其他部门的事项由政务服务平台联办，接入范围待本地核实',
      'household registration, insurance and others come through the provincial platform; which of them is to be confirmed locally',
    ),
  ],
  legalBasis: [
    basis(
      text(
        '《国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见》',
        'Guiding opinions of the State Council on getting one thing done efficiently',
      ),
      text('国发〔2024〕3号，2024 年 1 月 9 日', '国发〔2024〕3号 of 9 January 2024'),
    ),
    declarationsRule,
  ],
  materials: [
    fetched(text('居民身份证、户口簿', 'identity card, household book')),
    fetched(text('出生医学证明', 'medical certificate of birth')),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    relationQuestion,
    ...otherParentQuestions,
    hukouQuestion,
    residenceQuestion,
    childNameQuestion,
    bornOnQuestion,
    livingChildrenQuestion,
    ...declarationsOf(birthRegistration),
    question('applySubsidy', yesOrNo(text('同时申请育儿补贴吗？', 'Apply for the childcare subsidy too?')), {
      why: text('不选也可以以后单独申请。', 'You can also apply later.'),
    }),
    { ...accountHolderQuestion, when: wantsSubsidy },
    { ...accountRouteQuestion, when: wantsSubsidy },
    { ...accountQuestion, when: wantsSubsidy },
    ...declarationsOf(childcareSubsidy).map((one) => ({ ...one, when: wantsSubsidy })),
    bundledConsent,
    { ...hospitalQuestion, when: { question: 'consent', is: ['yes'] } },
  ],
  workflow,
  limits: {
    firstReply: working(1),
    closing: working(30),
    closingFrom: 'promise',
    extension: null,
    basis: text(
      '各事项按各自的时限办理，以最长的育儿补贴 30 个工作日为准；分送承诺 1 个工作日',
      'each matter has its own limit, the longest being 30 working days for the subsidy; sent out within one working day',
    ),
  },
  intake: 'township',
  result: text(
    '生育登记证明、补贴确认通知、筛查安排',
    'certificate, notice on the subsidy, appointment for the screening',
  ),
  prepare: text(
    '大约 8 分钟。请准备身份证号、手机号和银行卡号。',
    'About eight minutes. Have identity number, phone and account at hand.',
  ),
  bundles: ['birth-registration', 'childcare-subsidy', 'newborn-screening'],
  bundleWays: { opened: 'send-out', allClosed: 'close' },
  bundledWhen: {
    'childcare-subsidy': wantsSubsidy,
    'newborn-screening': { question: 'consent', is: ['yes'] },
  },
});
