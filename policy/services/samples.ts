import { checkDigit, isAsked, type Service } from '../../src/language/index.ts';
import { declarationsOf } from './common.ts';
import { services } from './services.ts';

/** Made-up answers to the form of every service, as they are typed: for tests and for the believable city. */
export interface Sample {
  /** What has to be answered. */
  readonly answers: Readonly<Record<string, string>>;
  /** The same with everything that can be added. */
  readonly full: Readonly<Record<string, string>>;
}

/** An identity number of nobody: no county has this prefix. */
const idOf = (first17: string): string => first17 + checkDigit(first17);

const FUCHENG_TOWNSHIP = '510703001000';
const YOUXIAN_TOWNSHIP = '510704004000';
const VILLAGE = '510703001003';
const COUNTY = '510703000000';

const contact = { phone: '138 0000 0001' };
const woman = { name: '林小禾', idNumber: idOf('51079019930412902') };
const man = { otherName: '周明远', otherIdNumber: idOf('51079019910823901') };
const parent = { ...woman, ...contact, township: FUCHENG_TOWNSHIP };
const elder = { name: '何玉珍', idNumber: idOf('51079019640305904'), ...contact };
const account = { accountRoute: 'bank-account', account: '6200 0000 0000 0000 001' };
const special = {
  ...elder,
  township: FUCHENG_TOWNSHIP,
  childName: '何安',
  contactHow: 'phone',
  ...account,
};
const consent = { consent: 'yes' };

const same = (answers: Readonly<Record<string, string>>): Sample => ({ answers, full: answers });

const birth = {
  ...parent,
  withOther: 'no',
  hukou: 'local',
  residence: '涪城区城厢街道样例路 1 号',
  birthDate: '2027-03-08',
  livingChildren: '0',
};

const newborn = { ...birth, relation: 'mother', childName: '周禾', birthDate: '2026-10-12' };

const said = (matter: string, subject: string): Sample => ({
  answers: { matter, subject, township: FUCHENG_TOWNSHIP },
  full: { matter, subject, township: FUCHENG_TOWNSHIP, name: woman.name, ...contact },
});

const preferred = { ...consent, ...parent, preferredOn: '2026-12-15' };

const typed: Readonly<Record<string, Sample>> = {
  'birth-registration': { answers: birth, full: { ...birth, withOther: 'yes', ...man } },
  'newborn-bundle': {
    answers: { ...newborn, applySubsidy: 'no', consent: 'no' },
    full: {
      ...newborn,
      withOther: 'yes',
      ...man,
      applySubsidy: 'yes',
      accountHolder: 'applicant',
      ...account,
      ...consent,
      hospital: '样例妇幼保健院',
    },
  },
  'childcare-subsidy': same({
    ...parent,
    relation: 'mother',
    childName: '周禾',
    birthDate: '2025年6月1日',
    accountHolder: 'child',
    ...account,
  }),
  'rural-reward-support': same({
    ...elder,
    village: VILLAGE,
    children: 'two-daughters',
    ownStatement: 'stated',
    ...account,
  }),
  'special-support': {
    answers: { ...special, situation: 'disability' },
    full: { ...special, situation: 'none-left-rural', ownStatement: 'not-stated' },
  },
  'only-child-reward': same({
    ...parent,
    childName: '周苗',
    birthDate: '2014-05-20',
    ...account,
  }),
  enquiry: said('育儿补贴一年发几次？', 'benefits'),
  suggestion: said('希望便民服务中心周六上午也开放。', 'registration'),
  complaint: said('窗口工作人员没有说明缺什么材料，让我跑了两趟。', 'staff'),
  petition: same({
    matter: '2026 年 9 月申请奖励扶助，至今没有答复。',
    request: '请书面说明办理情况。',
    before: 'no',
    ...parent,
  }),
  'information-disclosure': same({
    wanted: '2025 年本县育儿补贴发放人数和金额',
    form: 'electronic',
    ...parent,
  }),
  'preconception-checkup': same({ ...preferred, ...man, residenceGround: 'registered' }),
  'contraception-counselling': {
    answers: { ...consent, topic: 'methods', township: YOUXIAN_TOWNSHIP },
    full: { ...consent, topic: 'supplies', township: YOUXIAN_TOWNSHIP, name: '小禾', ...contact },
  },
  'folic-acid': same({ ...consent, ...parent, stage: 'planning' }),
  'newborn-screening': same({
    ...consent,
    ...parent,
    childName: '周禾',
    birthDate: '2026-10-12',
    hospital: '样例妇幼保健院',
  }),
  'reproductive-checkup': same(preferred),
  'health-visit': same({ ...preferred, subject: 'postpartum', way: 'home' }),
  'family-rebuilding': {
    answers: { ...consent, ...parent, need: 'support' },
    full: { ...consent, ...parent, need: 'counselling', more: '请在晚上联系。' },
  },
  'disability-appraisal': same({
    ...consent,
    ...parent,
    childName: '周禾',
    birthDate: '20240112',
    illness: '先天性心脏病，手术后仍需长期治疗。',
    hospital: '样例医院',
  }),
  'document-filing': same({
    issuer: COUNTY,
    documentTitle: '关于优化婴幼儿照护服务的通知（样例）',
    documentNumber: '样例卫规〔2026〕1号',
    issuedOn: '2026-11-02',
    validTo: '2031-11-01',
    legalityReview: 'done',
    explanation: '为落实照护服务，公开征求意见 30 日，收到建议 4 条。',
  }),
  'guidance-visit': same({ unit: FUCHENG_TOWNSHIP, visitOn: '2026-11-10', team: '4', subject: 'benefits' }),
  'file-audit': same({ unit: FUCHENG_TOWNSHIP, from: '2026-01-01', to: '2026-06-30', sampling: 'random' }),
  'self-governance-assessment': same({
    village: VILLAGE,
    year: '2026',
    charter: 'met',
    meetings: 'met',
    openness: 'partly',
    services: 'met',
    privacy: 'met',
    satisfaction: 'met',
    evidence: '村民代表会议记录 4 次；公开栏照片；满意度问卷 60 份。',
  }),
};

/** Every proof is brought, or all of them are declared. */
const declared = (service: Service, answers: Sample['answers'], how: 'provide' | 'declare') =>
  Object.fromEntries(
    declarationsOf(service)
      .filter((one) => isAsked(one, answers))
      .map(({ key }) => [key, how]),
  );

const sampleOf = (service: Service): Sample => {
  const { answers = {}, full = {} } = typed[service.key] ?? {};
  return {
    answers: { ...answers, ...declared(service, answers, 'provide') },
    full: { ...full, ...declared(service, full, 'declare') },
  };
};

export const samples: Readonly<Record<string, Sample>> = Object.fromEntries(
  services.map((service) => [service.key, sampleOf(service)]),
);
