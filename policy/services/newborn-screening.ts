import {
  action,
  calendarDate,
  choiceField,
  outcome,
  step,
  text,
  textField,
} from '../../src/language/index.ts';
import { applicantQuestions, basis, contactQuestion, fetched, question, townshipQuestion } from './common.ts';
import { bornOnQuestion, childNameQuestion } from './family-questions.ts';
import { consentQuestion, healthService } from './health-consent.ts';
import { appointmentWay, healthBases, promisedHealthLimits, summaryField } from './health-way.ts';

const consenting = {
  does: text(
    '采足跟血筛查先天性甲状腺功能减低症、苯丙酮尿症等遗传代谢病，并做听力筛查',
    'a heel-prick for congenital hypothyroidism, phenylketonuria and other metabolic diseases, and a hearing test',
  ),
  keeps: text('筛查结果和召回、确诊情况', 'results, and what followed from them'),
};

export const hospitalQuestion = question(
  'hospital',
  textField(text('孩子出生的医院', 'hospital of the birth')),
  { why: text('一般在出生医院采血、测听。', 'It is usually done there.') },
);

/** In a bundle a refusal is an answer like another: the screening alone is left out. */
export const bundledConsent = {
  ...consentQuestion(consenting),
  field: {
    ...consentQuestion(consenting).field,
    label: text('是否同意为孩子做新生儿疾病筛查？', 'Do you consent to newborn screening?'),
    schema: choiceField(text('同意', 'consent'), { yes: text('同意', 'yes'), no: text('不同意', 'no') })
      .schema,
  },
};

export const newbornScreening = healthService({
  key: 'newborn-screening',
  ...consenting,
  title: text('新生儿疾病筛查', 'Newborn screening'),
  summary: text(
    '为新生儿筛查遗传代谢病和听力，监护人自愿选择。',
    'Screening for metabolic diseases and hearing, as the guardians choose.',
  ),
  validFrom: calendarDate('2009-06-01'),
  who: text('新生儿的监护人', 'guardians of a newborn'),
  conditions: [
    text(
      '遵循自愿和知情选择的原则；医疗机构事先说明项目、方式、灵敏度和费用等情况，并取得监护人签字同意',
      'voluntary and informed: the hospital first explains items, method, sensitivity and cost, and has the guardian sign',
    ),
  ],
  legalBasis: [
    basis(
      text('《新生儿疾病筛查管理办法》', 'Measures for newborn screening'),
      text(
        '卫生部令第 64 号，2009 年 2 月 16 日公布，2009 年 6 月 1 日起施行',
        'order 64 of the Ministry of Health of 16 February 2009, in force 1 June 2009',
      ),
    ),
    ...healthBases,
  ],
  materials: [fetched(text('出生医学证明', 'medical certificate of birth'))],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    townshipQuestion,
    childNameQuestion,
    { ...bornOnQuestion, why: text('决定采血和复查的时间。', 'It decides when samples are taken.') },
    hospitalQuestion,
  ],
  workflow: appointmentWay({
    agreed: step(
      'handling',
      text('已约定，待筛查', 'day agreed'),
      text('按约定的时间采血、测听。', 'Samples are taken on the day agreed.'),
    ),
    done: {
      label: text('筛查完成：未见异常', 'screened: nothing found'),
      fields: { summary: summaryField },
    },
    endings: {
      referred: outcome(
        true,
        text('已转诊确诊', 'referred'),
        text(
          '需要进一步确诊，已联系筛查中心，只告知监护人。',
          'It needs to be confirmed; the centre was asked, and the guardians alone told.',
        ),
      ),
    },
    more: {
      refer: action({
        label: text('需要确诊，转诊', 'refer to be confirmed'),
        from: ['agreed'],
        to: 'referred',
        fields: { centre: textField(text('筛查中心', 'screening centre')) },
        tells: text(
          '孩子需要进一步检查，请尽快查看并联系医生。',
          'Your child needs another examination: please see the page of your case and call the doctor soon.',
        ),
      }),
    },
  }),
  limits: promisedHealthLimits(30),
  intake: 'county',
  result: text('筛查结果（只告知监护人）', 'the results, to the guardians alone'),
  prepare: text('大约 3 分钟。', 'About three minutes.'),
});
