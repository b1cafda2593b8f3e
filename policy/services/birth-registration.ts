import { action, calendarDate, longTextField, outcome, step, text } from '../../src/language/index.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  declaration,
  declarationsRule,
  fetched,
  material,
  populationLaw,
  service,
  townshipQuestion,
  workflowOf,
  working,
} from './common.ts';
import {
  birthDateQuestion,
  hukouQuestion,
  livingChildrenQuestion,
  otherParentQuestions,
  residenceQuestion,
} from './family-questions.ts';

const workflow = workflowOf({
  working: ['received'],
  steps: {
    received: step(
      'intake',
      text('已收到，核对中', 'received, being checked'),
      text(
        '工作人员核对身份、户籍和居住信息，核对一致即予登记。',
        'An officer checks who you are and where you live, and registers.',
      ),
    ),
  },
  outcomes: {
    registered: outcome(
      true,
      text('已登记', 'registered'),
      text(
        '已登记，可以下载带二维码的生育登记证明。',
        'Registered; the certificate with its QR code can be downloaded.',
      ),
    ),
    'elsewhere-competent': outcome(
      null,
      text('应在其他地方登记', 'to be registered elsewhere'),
      text(
        '不是四川户籍，也不在本地居住。已告知可以登记的地方。',
        'Nobody concerned is registered or resident here; you were told where to register.',
      ),
    ),
  },
  actions: {
    register: action({
      label: text('登记并出具证明', 'register and certify'),
      from: ['received'],
      to: 'registered',
      effects: ['takes', 'replies', 'certifies', 'records'],
      tells: text('您的生育登记已办好，可以下载证明。', 'You are registered; your certificate is ready.'),
    }),
    'refer-elsewhere': action({
      label: text('告知登记地', 'tell where to register'),
      from: ['received'],
      to: 'elsewhere-competent',
      fields: { where: longTextField(text('可以登记的地方', 'where it can be done')) },
      effects: ['replies'],
      tells: text('请查看可以为您登记的地方。', 'See where you can register.'),
    }),
  },
  rated: ['registered', 'elsewhere-competent'],
});

export const birthRegistration = service({
  key: 'birth-registration',
  group: 'registration',
  title: text('生育登记', 'Birth registration'),
  summary: text(
    '凡生育子女的公民都可以登记，没有结婚和生育数量的限制。登记不是审批，可以全程网办，承诺 1 个工作日办好。',
    'For everyone who bears a child, married or not, whatever the number. It is a registration, not an approval; online, within one working day.',
  ),
  validFrom: calendarDate('2023-02-15'),
  validTo: calendarDate('2028-02-14'),
  who: text('生育子女的公民', 'everyone who bears a child'),
  conditions: [
    text(
      '双方或一方为四川户籍；或者在本地居住并持有居住证的外省户籍人口',
      'one of the two at least is registered in Sichuan, or lives here with a residence permit',
    ),
    text(
      '在户籍地或者居住地办理都可以，任选一处',
      'at the township of registration or of residence, as you like',
    ),
  ],
  legalBasis: [
    basis(
      text('《四川省生育登记服务管理办法》', 'Measures of Sichuan for birth registration'),
      text(
        '川卫规〔2022〕5号，2022 年 12 月 29 日印发，2023 年 2 月 15 日起施行，有效期五年',
        '川卫规〔2022〕5号 of 29 December 2022, in force 15 February 2023 for five years',
      ),
    ),
    basis(
      text(
        '《国家卫生健康委办公厅关于完善生育登记制度的指导意见》',
        'Guidance of the National Health Commission on birth registration',
      ),
      text('国卫办人口发〔2021〕21号', '国卫办人口发〔2021〕21号 (2021)'),
    ),
    populationLaw,
    declarationsRule,
  ],
  materials: [
    fetched(text('居民身份证或者户口簿（电子证照）', 'identity card or household book (electronic)')),
    fetched(text('居住证（仅外省户籍）', 'residence permit (only if registered outside Sichuan)'), 'if-any'),
    material(
      text(
        '身份证明或者居住证（电子证照调取不到时）',
        'proof of identity or residence (only if no electronic one is found)',
      ),
      {
        form: 'copy',
        needed: 'if-any',
        declaration: declaration(
          '本人填写的身份、户籍和居住信息属实，本人或者另一方符合在本地登记的条件',
          'what I stated about identity, registration and residence is true, and one of us may register here',
        ),
      },
    ),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    ...otherParentQuestions,
    hukouQuestion,
    residenceQuestion,
    birthDateQuestion,
    livingChildrenQuestion,
  ],
  workflow,
  limits: {
    firstReply: null,
    closing: working(1),
    closingFrom: 'promise',
    extension: null,
    basis: text(
      '办法未见写明法定时限（待本地核实）；本市按即办件办理，承诺 1 个工作日办结',
      'no time limit was found in the measure (to be confirmed locally); the office promises one working day',
    ),
  },
  records: { phone: 'phone' },
  intake: 'township',
  result: text(
    '生育登记证明（电子，带验证二维码）',
    'certificate of birth registration (electronic, with QR code)',
  ),
  prepare: text(
    '大约 5 分钟。请准备身份证号和手机号；证件由系统调取，一般不用上传。',
    'About five minutes. Have your identity number and phone at hand; documents are fetched for you.',
  ),
  certificate: {
    title: text('生育登记证明', 'Certificate of birth registration'),
    states: text(
      '下列公民已办理生育登记。生育登记不是审批。',
      'The persons below have registered. A registration is not an approval.',
    ),
    shows: ['name', 'otherName', 'birthDate', 'township'],
    validFor: text('长期有效', 'without end'),
  },
});
