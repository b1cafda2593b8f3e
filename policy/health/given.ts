import { type Text, text } from '../../src/language/index.ts';

/** What is counted when it was given: one row for each, without a person. */
export const givenKinds = {
  checkup: text('孕前优生健康检查（人）', 'preconception check-ups (persons)'),
  'risk-factor-found': text('发现风险因素（人）', 'risk factors found (persons)'),
  counselling: text('咨询指导', 'counselling'),
  'early-follow-up': text('早孕随访', 'early-pregnancy follow-ups'),
  'outcome-follow-up': text('妊娠结局随访', 'outcome follow-ups'),
  visit: text('自愿健康走访', 'voluntary health visits'),
  'contraception-counselling': text('避孕方法咨询', 'contraception counselling'),
  'folic-acid': text('叶酸服务', 'folic acid services'),
  'newborn-screening': text('新生儿疾病筛查', 'newborn screenings'),
  'reproductive-checkup': text('生殖健康检查', 'reproductive health check-ups'),
  'family-rebuilding': text('灾后家庭重建服务', 'post-disaster family-rebuilding services'),
} as const satisfies Readonly<Record<string, Text>>;
export type GivenKind = keyof typeof givenKinds;

/** As what a service that is given in one meeting is counted; check-ups are counted by their results. */
export const givenByService: Readonly<Record<string, GivenKind>> = {
  'preconception-checkup': 'visit',
  'health-visit': 'visit',
  'contraception-counselling': 'contraception-counselling',
  'folic-acid': 'folic-acid',
  'newborn-screening': 'newborn-screening',
  'reproductive-checkup': 'reproductive-checkup',
  'family-rebuilding': 'family-rebuilding',
};

/** How a pregnancy ended, as far as somebody wants to tell: counted for the programme, judged by nobody. */
export const pregnancyOutcomes = {
  'live-birth': text('活产', 'live birth'),
  loss: text('妊娠丢失', 'loss of the pregnancy'),
  'not-pregnant': text('未怀孕', 'not pregnant'),
  'not-told': text('不愿告知', 'preferred not to say'),
} as const satisfies Readonly<Record<string, Text>>;
export type PregnancyOutcome = keyof typeof pregnancyOutcomes;

/** Personal Information Protection Law, article 31: below this age a parent or other guardian consents. */
export const consentAge = 14;
