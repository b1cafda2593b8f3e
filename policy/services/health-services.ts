import {
  action,
  calendarDate,
  choiceField,
  dateField,
  longTextField,
  nameField,
  numberField,
  optional,
  outcome,
  phoneField,
  type Service,
  step,
  text,
} from '../../src/language/index.ts';
import { applicantQuestions, basis, contactQuestion, fetched, question, townshipQuestion } from './common.ts';
import { healthService } from './health-consent.ts';
import {
  appointmentWay,
  healthBases,
  localProgramme,
  promisedHealthLimits,
  summaryField,
} from './health-way.ts';
import { newbornScreening } from './newborn-screening.ts';
import { preconceptionCheckup } from './preconception-checkup.ts';

const meeting = step(
  'visit',
  text('已约定', 'day agreed'),
  text(
    '按约定的时间、地点进行，可以随时改约或者取消。',
    'It takes place as agreed; you can change or cancel it at any time.',
  ),
);

const preferredQuestion = question('preferredOn', dateField(text('希望的日期', 'day you would prefer')), {
  why: text('尽量按您的时间安排。', 'We try to keep to it.'),
});

const done = { label: text('已完成', 'done'), fields: { summary: summaryField } };
const person = fetched(text('身份信息', 'identity'));
const shortForm = text('大约 2 分钟。不需要材料。', 'About two minutes. No papers are needed.');

const contraceptionCounselling = healthService({
  key: 'contraception-counselling',
  does: text(
    '由医务人员介绍各种避孕方法，回答问题，由您自己选择',
    'a professional explains the methods and answers; you choose',
  ),
  keeps: text('咨询日期和领取的免费药具数量', 'day of the counselling and what you took'),
  title: text('避孕方法咨询（知情选择）', 'Contraception counselling (informed choice)'),
  summary: text(
    '介绍各种避孕方法，由您自己选择；免费药具自愿领取，可以不留姓名。',
    'The methods are explained and you choose; supplies are free if you want them; no name is needed.',
  ),
  validFrom: calendarDate('2021-08-20'),
  who: text('任何人', 'anybody'),
  anonymous: true,
  conditions: [
    text(
      '领取药具、采用哪种方法都由您自己决定，没有任何要求',
      'whether to take supplies or use a method is for you alone to decide',
    ),
  ],
  legalBasis: [...healthBases, localProgramme],
  questions: [
    question(
      'topic',
      choiceField(text('想了解什么', 'what you would like to know'), {
        methods: text('各种方法的比较', 'the methods compared'),
        supplies: text('领取免费药具', 'free supplies'),
        'side-effects': text('不适或者副作用', 'discomfort or side effects'),
        other: text('其他', 'something else'),
      }),
      { why: text('安排合适的人员。', 'So that the right person answers.') },
    ),
    question('name', optional(nameField(text('称呼', 'your name'))), {
      why: text('可以不填。', 'You may leave it empty.'),
    }),
    question('phone', optional(phoneField(text('电话', 'phone number'))), {
      why: text('可以不填；填写后可以约电话咨询。', 'You may leave it empty; with it you can be called.'),
      sealed: true,
    }),
    townshipQuestion,
  ],
  workflow: appointmentWay({ agreed: meeting, done }),
  limits: promisedHealthLimits(10),
  intake: 'township',
  channels: ['portal', 'window', 'phone'],
  result: text('咨询；自愿领取的免费药具', 'counselling, and free supplies if you want them'),
  prepare: shortForm,
});

const folicAcid = healthService({
  key: 'folic-acid',
  does: text('免费发放叶酸片并说明服用方法', 'folic acid is given out free, with how to take it'),
  keeps: text('领取日期和数量', 'day and quantity'),
  title: text('免费领取叶酸', 'Free folic acid'),
  summary: text(
    '孕前 3 个月至孕早期 3 个月免费领取叶酸片，预防神经管缺陷。',
    'Free from three months before pregnancy to its third month, to prevent neural tube defects.',
  ),
  validFrom: calendarDate('2009-06-24'),
  who: text(
    '准备怀孕或者怀孕 3 个月以内的妇女',
    'women who plan a pregnancy or are in its first three months',
  ),
  conditions: [
    text('自愿领取；服用前请听取医生意见', 'as you like; ask a doctor before you take it'),
    text(
      '项目最初面向农村妇女，本市现行范围待本地核实',
      'it began for rural women; who it is for here today is to be confirmed locally',
    ),
  ],
  legalBasis: [
    basis(
      text('增补叶酸预防神经管缺陷项目', 'Programme of folic acid against neural tube defects'),
      text(
        '卫生部 2009 年起实施；文号待本地核实',
        'Ministry of Health, since 2009; document number to be confirmed locally',
      ),
    ),
    ...healthBases,
  ],
  materials: [person],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    question(
      'stage',
      choiceField(text('目前的情况', 'where you are'), {
        planning: text('准备怀孕', 'planning a pregnancy'),
        early: text('怀孕 3 个月以内', 'in the first three months'),
      }),
      { why: text('决定发放数量。', 'It decides how much is given.'), sealed: true },
    ),
  ],
  workflow: appointmentWay({
    agreed: step(
      'handling',
      text('已备好，待领取', 'ready'),
      text('到约定地点领取。', 'Fetch it at the place agreed.'),
    ),
    done: {
      label: text('已领取', 'given out'),
      fields: { quantity: numberField(text('数量（瓶）', 'bottles'), 1, 12) },
    },
  }),
  limits: promisedHealthLimits(10),
  intake: 'township',
  result: text('叶酸片', 'folic acid'),
  prepare: shortForm,
});

const reproductiveCheckup = healthService({
  key: 'reproductive-checkup',
  does: text(
    '为您做妇科或者男科常见病、生殖道感染检查并说明结果',
    'a check-up for common disorders and infections, and what it found',
  ),
  keeps: text('检查结果和建议', 'results and advice'),
  title: text('生殖健康检查', 'Reproductive health check-up'),
  summary: text(
    '自愿预约生殖道感染和常见病检查，男女都可以。',
    'A check-up against infections and common disorders, for women and men, if you want it.',
  ),
  validFrom: calendarDate('2021-08-20'),
  who: text('愿意检查的成年人', 'adults who want it'),
  conditions: [
    text(
      '完全自愿。没有任何强制的孕情、环情检查',
      'entirely voluntary; no check of pregnancy or IUD is required of anybody',
    ),
  ],
  legalBasis: [...healthBases, localProgramme],
  materials: [person],
  questions: [...applicantQuestions, contactQuestion, townshipQuestion, preferredQuestion],
  workflow: appointmentWay({
    agreed: step(
      'handling',
      text('已预约', 'booked'),
      text('按约定的时间检查。', 'You are examined on the day agreed.'),
    ),
    done,
  }),
  limits: promisedHealthLimits(30),
  intake: 'township',
  result: text('检查结果和建议（只告知本人）', 'results and advice, to you alone'),
  prepare: shortForm,
});

const healthVisit = healthService({
  key: 'health-visit',
  does: text(
    '医务人员按约定时间上门或者打电话，提供孕产期、产后或者育儿指导',
    'a professional visits or calls at the time agreed, on pregnancy, the time after birth, or child care',
  ),
  keeps: text('走访日期和指导内容', 'day of the visit and advice given'),
  title: text('自愿健康走访', 'Voluntary health visit'),
  summary: text(
    '您愿意时，医务人员上门或者电话指导；可以随时取消、撤回同意。',
    'If you want it, a professional visits or calls; you can cancel or withdraw consent at any time.',
  ),
  validFrom: calendarDate('2021-08-20'),
  who: text('希望得到走访指导的家庭', 'families who want it'),
  conditions: [
    text(
      '由您提出，时间、方式由您定；没有同意不上门、不打电话',
      'you ask for it and choose when and how; without consent nobody visits or calls',
    ),
    text('走访人员出示工作证，可以扫码核验', 'whoever visits shows a card whose code you can check'),
  ],
  legalBasis: [...healthBases, localProgramme],
  materials: [person],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    question(
      'subject',
      choiceField(text('希望了解什么', 'what it is about'), {
        pregnancy: text('孕期保健', 'pregnancy'),
        postpartum: text('产后恢复', 'after the birth'),
        child: text('婴幼儿照护', 'care of a small child'),
        other: text('其他', 'something else'),
      }),
      { why: text('安排合适的医务人员。', 'So that the right person comes.'), sealed: true },
    ),
    question(
      'way',
      choiceField(text('希望的方式', 'how'), {
        home: text('上门', 'at home'),
        phone: text('打电话', 'by phone'),
        station: text('到服务站', 'at the station'),
      }),
      { why: text('按您选的方式进行。', 'It is done as you choose.') },
    ),
    preferredQuestion,
  ],
  workflow: appointmentWay({ agreed: meeting, done: { ...done, label: text('已走访', 'visited') } }),
  limits: promisedHealthLimits(15),
  intake: 'township',
  result: text('健康指导', 'advice'),
  prepare: shortForm,
});

const familyRebuilding = healthService({
  key: 'family-rebuilding',
  sensitivity: { level: 'restricted', restrictedWhen: [] },
  does: text(
    '为因灾失去孩子的家庭提供心理支持、生育健康咨询和转介',
    'psychological support, reproductive-health counselling and referral for families who lost a child in a disaster',
  ),
  keeps: text('服务日期和转介的机构', 'days of service and where you were referred'),
  title: text('灾后家庭重建服务', 'Family-rebuilding services after a disaster'),
  summary: text(
    '因灾失去孩子的家庭，可以约心理支持、生育健康咨询和转诊，由专人办理，全程保密。',
    'For families who lost a child in a disaster: psychological support, counselling and referral, in confidence.',
  ),
  validFrom: calendarDate('2021-08-20'),
  who: text('因自然灾害失去孩子的父母', 'parents who lost a child in a natural disaster'),
  conditions: [
    text(
      '2008 年地震后的再生育全程免费技术服务是当时的专项；现在提供咨询、支持和转介，免费的医疗项目待本地核实',
      'free treatment to have another child was a programme after the earthquake of 2008; today there is counselling, support and referral; which treatment is free is to be confirmed locally',
    ),
    text('不上门、不打扰，除非您要求', 'nobody visits or calls unless you ask'),
  ],
  legalBasis: [localProgramme, ...healthBases],
  materials: [person],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    question(
      'need',
      choiceField(text('需要什么', 'what you need'), {
        support: text('心理支持', 'psychological support'),
        counselling: text('生育健康咨询', 'reproductive-health counselling'),
        referral: text('转诊到医疗机构', 'referral to a hospital'),
      }),
      { why: text('由合适的专人与您联系。', 'So that the right person reaches you.'), sealed: true },
    ),
    question('more', optional(longTextField(text('还想告诉我们的', 'anything else you wish to say'))), {
      why: text('可以不填。', 'You may leave it empty.'),
      sealed: true,
    }),
  ],
  workflow: appointmentWay({
    agreed: meeting,
    done,
    endings: {
      referred: outcome(
        true,
        text('已转介', 'referred'),
        text('已联系服务机构，只告知您本人。', 'The service was reached; you alone are told.'),
      ),
    },
    more: {
      refer: action({
        label: text('转介', 'refer'),
        from: ['agreed'],
        to: 'referred',
        fields: { where: longTextField(text('转介的机构', 'where to')) },
        tells: text('已为您联系服务机构，请查看。', 'The service was reached: see the page of your case.'),
      }),
    },
  }),
  limits: promisedHealthLimits(15),
  intake: 'county',
  phone: text('12345；心理援助热线 12356', '12345; psychological support line 12356'),
  result: text('咨询、支持和转介', 'counselling, support and referral'),
  prepare: shortForm,
});

export const healthServices: readonly Service[] = [
  preconceptionCheckup,
  contraceptionCounselling,
  folicAcid,
  newbornScreening,
  reproductiveCheckup,
  healthVisit,
  familyRebuilding,
];
