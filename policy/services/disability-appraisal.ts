import {
  action,
  calendarDate,
  choiceField,
  dateField,
  longTextField,
  numberField,
  outcome,
  STAY,
  step,
  text,
  textField,
} from '../../src/language/index.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  fetched,
  material,
  populationLaw,
  privacyLaw,
  question,
  townshipQuestion,
  workflowOf,
  working,
} from './common.ts';
import { bornOnQuestion, childNameQuestion } from './family-questions.ts';
import { consentWays, healthService } from './health-consent.ts';

/** 病残儿医学鉴定: a panel of the city, at least three votes, and once more by the province. */

const LEAST_VOTES = 3;
const MOST_VOTES = 15;
const ninety = working(90);

const roles = choiceField(text('专家组角色', 'role on the panel'), {
  chair: text('组长', 'chair'),
  paediatrics: text('儿科', 'paediatrics'),
  neurology: text('神经科', 'neurology'),
  orthopaedics: text('骨科', 'orthopaedics'),
  eyes: text('眼科', 'eyes'),
  ears: text('耳鼻喉科', 'ear, nose and throat'),
  genetics: text('医学遗传', 'genetics'),
  other: text('其他专科', 'another field'),
});

const ballot = choiceField(text('意见', 'vote'), {
  established: text('鉴定为病残儿', 'established'),
  'not-established': text('不构成', 'not established'),
  undetermined: text('暂不能确定', 'cannot be determined yet'),
});

const vote = (at: string) =>
  action({
    label: text('登记一名专家的意见', 'record one vote'),
    from: [at],
    to: STAY,
    fields: {
      role: roles,
      ballot,
      grounds: longTextField(text('医学依据', 'medical grounds')),
    },
  });

const votes = (zh: string, en: string) => numberField(text(zh, en), 0, MOST_VOTES);

interface Finding {
  readonly zh: string;
  readonly en: string;
  readonly to: string;
  readonly at: string;
  readonly after: string;
}

const finding = ({ zh, en, to, at, after }: Finding) =>
  action({
    label: text(zh, en),
    right: 'approve',
    from: [at],
    to,
    after: { action: after, times: LEAST_VOTES },
    fields: {
      established: votes('认为构成的票数', 'votes: established'),
      notEstablished: votes('认为不构成的票数', 'votes: not established'),
      undetermined: votes('认为暂不能确定的票数', 'votes: cannot be determined'),
      conclusion: longTextField(text('鉴定结论', 'conclusion of the panel')),
    },
    tells: text('鉴定结论已作出，只告知您本人。', 'There is a conclusion; you alone are told.'),
  });

const onceMore = text(
  '有异议的，自收到结论之日起 1 个月内可以申请省级鉴定。',
  'Within one month of it you may ask for an appraisal by the province.',
);
const provincial = text('省级鉴定为最终结论。', 'The appraisal by the province is final.');

const workflow = workflowOf({
  working: ['received', 'county', 'panel'],
  others: ['province-panel'],
  rated: ['established', 'not-established', 'undetermined'],
  again: 'panel',
  steps: {
    received: step(
      'intake',
      text('已收到，乡镇核对', 'received, checked by the township'),
      text(
        '由专人核对申请和病历是否齐全，全程保密。',
        'A named officer sees, in confidence, whether the papers are complete.',
      ),
    ),
    county: step(
      'approval',
      text('县级审核', 'checked by the county'),
      text(
        '县（市、区）卫生健康局审核后报市级专家组。',
        'The county checks it and passes it to the panel of the city.',
      ),
    ),
    panel: step(
      'panel',
      text('市级专家组鉴定', 'before the panel of the city'),
      text(
        '专家组检查孩子、查阅病历并分别提出意见。',
        'The panel sees the child and the records; each member gives an opinion.',
      ),
    ),
    'province-panel': step(
      'panel',
      text('省级鉴定', 'before the panel of the province'),
      text('省级专家组重新鉴定。', 'The panel of the province appraises anew.'),
    ),
  },
  outcomes: {
    established: outcome(true, text('鉴定为病残儿', 'established'), onceMore),
    'not-established': outcome(false, text('不构成', 'not established'), onceMore),
    undetermined: outcome(
      null,
      text('暂不能确定', 'cannot be determined yet'),
      text('治疗观察后可以再次申请，或者申请省级鉴定。', 'Apply again after treatment, or ask the province.'),
    ),
    'finally-established': outcome(true, text('省级：鉴定为病残儿', 'province: established'), provincial),
    'finally-not-established': outcome(false, text('省级：不构成', 'province: not established'), provincial),
  },
  actions: {
    accept: action({
      label: text('材料齐全，报县级', 'complete: pass to the county'),
      from: ['received'],
      to: 'county',
      effects: ['takes', 'replies', 'escalates'],
      tells: text('您的申请已受理。', 'Your application was taken in.'),
    }),
    'pass-to-panel': action({
      label: text('审核通过，报市级专家组', 'pass to the panel of the city'),
      right: 'approve',
      from: ['county'],
      to: 'panel',
      fields: { appointment: dateField(text('鉴定日期', 'day of the appraisal')) },
      effects: ['escalates'],
      otherThan: 'accept',
      tells: text('鉴定时间已定，请查看。', 'The day of the appraisal is set: see the page of your case.'),
    }),
    'return-to-township': action({
      label: text('退回乡镇补充', 'return to the township'),
      right: 'approve',
      from: ['county'],
      to: 'received',
      fields: { reason: longTextField(text('理由', 'reason')) },
      effects: ['hands-back'],
    }),
    vote: vote('panel'),
    'find-established': finding({
      zh: '结论：鉴定为病残儿',
      en: 'conclusion: established',
      at: 'panel',
      to: 'established',
      after: 'vote',
    }),
    'find-not-established': finding({
      zh: '结论：不构成',
      en: 'conclusion: not established',
      at: 'panel',
      to: 'not-established',
      after: 'vote',
    }),
    'find-undetermined': finding({
      zh: '结论：暂不能确定',
      en: 'conclusion: cannot be determined yet',
      at: 'panel',
      to: 'undetermined',
      after: 'vote',
    }),
    'ask-province': action({
      label: text('申请省级鉴定', 'ask for an appraisal by the province'),
      by: ['applicant', 'officer'],
      from: ['established', 'not-established', 'undetermined', 'reviewed'],
      to: 'province-panel',
      fields: { grounds: longTextField(text('异议的理由', 'why you disagree')) },
      effects: ['escalates', 'replies'],
      most: 1,
      restartsWith: ninety,
      tells: text(
        '已收到省级鉴定申请，30 个工作日内上报。',
        'Your request has arrived; it is sent to the province within 30 working days.',
      ),
    }),
    'vote-at-province': vote('province-panel'),
    'find-finally-established': finding({
      zh: '省级结论：鉴定为病残儿',
      en: 'province: established',
      at: 'province-panel',
      to: 'finally-established',
      after: 'vote-at-province',
    }),
    'find-finally-not-established': finding({
      zh: '省级结论：不构成',
      en: 'province: not established',
      at: 'province-panel',
      to: 'finally-not-established',
      after: 'vote-at-province',
    }),
    ...consentWays(['received', 'county', 'panel', 'province-panel', 'waiting', 'review']),
  },
});

export const disabilityAppraisal = healthService({
  key: 'disability-appraisal',
  sensitivity: { level: 'restricted', restrictedWhen: [] },
  does: text(
    '组织专家查阅病历、检查孩子并作出鉴定结论',
    'have a panel read the records, see the child and conclude',
  ),
  keeps: text('病历摘要、专家意见和鉴定结论', 'a summary of the records, the votes and the conclusion'),
  title: text('病残儿医学鉴定', 'Medical appraisal of a child with disabilities'),
  summary: text(
    '父母申请，由市级专家组鉴定孩子的病残情况，用于申请相应的扶助和照护。',
    "Parents ask a panel of the city to appraise their child's illness or disability, for support and care.",
  ),
  validFrom: calendarDate('2002-01-18'),
  who: text('患病或者残疾孩子的父母', 'parents of a child with an illness or disability'),
  conditions: [
    text(
      '孩子因先天或者后天的疾病、意外伤害致残，目前无法治疗或者经系统治疗仍不能恢复',
      'disabled by illness or accident, from birth or later, and not cured by treatment',
    ),
    text(
      '鉴定只用于扶助和照护。生育不需要鉴定，鉴定结论与能否生育无关',
      'it serves support and care; nobody needs it to have a child, and it says nothing on that',
    ),
    text(
      '有的地方已停止这项鉴定；本市现行安排待本地核实',
      'some places have ended it; the arrangement of this city is to be confirmed locally',
    ),
  ],
  legalBasis: [
    basis(
      text('《病残儿医学鉴定管理办法》', 'Measures for the appraisal of children with disabilities'),
      text(
        '国家计划生育委员会令第 7 号，2002 年 1 月 18 日发布施行；现行效力待本地核实',
        'order 7 of the State Family Planning Commission, 18 January 2002; whether still in force is to be confirmed locally',
      ),
    ),
    populationLaw,
    privacyLaw,
  ],
  materials: [
    fetched(text('父母和孩子的身份、户籍信息', 'identity and registration of parents and child')),
    material(text('病历、诊断证明和检查报告', 'records, diagnosis, reports of examinations'), {
      form: 'copy',
    }),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    { ...childNameQuestion, sealed: true },
    { ...bornOnQuestion, why: text('专家组按年龄安排。', 'The panel is chosen by age.') },
    question('illness', longTextField(text('孩子的病情和治疗经过', 'the illness, and how it was treated')), {
      why: text('专家组据此安排相应专科。', 'So that the right fields are on the panel.'),
      sealed: true,
    }),
    question('hospital', textField(text('主要就诊的医院', 'hospital that treated it')), {
      why: text('便于查阅病历。', 'So that the records can be read.'),
      sealed: true,
    }),
  ],
  workflow,
  limits: {
    firstReply: working(5),
    closing: ninety,
    closingFrom: 'promise',
    extension: null,
    basis: text(
      '国家计生委令第 7 号：1 个月内可申请省级鉴定，市级收到后 30 个工作日内上报；首次鉴定未见写明时限，承诺 90 个工作日，待本地核实',
      'Order 7: the province may be asked within a month, and the city passes it on within 30 working days. No limit for the first appraisal was found; promised: 90 working days; to be confirmed locally',
    ),
  },
  intake: 'township',
  result: text('鉴定结论通知书（只告知父母）', 'a letter with the conclusion, to the parents alone'),
  prepare: text(
    '大约 8 分钟。请准备病历和检查报告。',
    'About eight minutes. Have records and reports at hand.',
  ),
});
