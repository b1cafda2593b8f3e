import { calendarDate, text } from '../../src/language/index.ts';
import {
  accountQuestion,
  accountRouteQuestion,
  benefitLead,
  identityMaterials,
  reviewedWay,
} from './benefit-way.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  declaration,
  declarationsRule,
  fetched,
  material,
  service,
  townshipQuestion,
  working,
} from './common.ts';
import {
  accountHolderQuestion,
  bornOnQuestion,
  childNameQuestion,
  relationQuestion,
} from './family-questions.ts';

export const childcareSubsidy = service({
  key: 'childcare-subsidy',
  compartment: 'benefits',
  group: 'benefits',
  title: text('育儿补贴申请', 'Apply for the childcare subsidy'),
  summary: text(
    '3 周岁以下婴幼儿，不论一孩、二孩、三孩，每孩每年 3600 元。',
    'For each child under three, first, second or third alike: 3,600 yuan a year.',
  ),
  validFrom: calendarDate('2025-01-01'),
  who: text(
    '3 周岁以下婴幼儿的父母一方或者其他监护人',
    'a parent or another guardian of a child under three',
  ),
  conditions: [
    text('孩子具有中国国籍，不满 3 周岁', 'the child is Chinese and under three'),
    text(
      '生育或者依法收养的孩子，一孩、二孩、三孩相同',
      'born to you or lawfully adopted; first, second or third alike',
    ),
    text(
      '2025 年 1 月 1 日以前出生、当日不满 3 周岁的，按剩余月数折算',
      'born before 1 January 2025 and under three on that day: by the months left',
    ),
    text('在孩子户籍地申请，一个孩子由一人申请', 'applied for where the child is registered, by one person'),
  ],
  legalBasis: [
    basis(
      text('《育儿补贴制度实施方案》', 'Plan of the childcare subsidy'),
      text(
        '2025 年 7 月 28 日公布，2025 年 1 月 1 日起实施；文号待本地核实',
        'published 28 July 2025, from 1 January 2025; document number to be confirmed locally',
      ),
    ),
    basis(
      text('《育儿补贴制度管理规范（试行）》', 'Management norms of the childcare subsidy (trial)'),
      text(
        '乡镇（街道）初审，县级确认，原则上不超过 30 个工作日',
        'first review by the township, confirmation by the county within 30 working days as a rule',
      ),
    ),
    declarationsRule,
  ],
  materials: [
    ...identityMaterials,
    fetched(text('出生医学证明', 'medical certificate of birth')),
    material(text('抚养或者收养关系材料', 'papers on custody or adoption'), {
      needed: 'if-any',
      form: 'copy',
      declaration: declaration('孩子由本人实际抚养', 'the child lives with me and I bring it up'),
    }),
  ],
  questions: [
    ...applicantQuestions,
    contactQuestion,
    {
      ...townshipQuestion,
      why: text('由孩子户籍所在地受理。', 'It is taken in where the child is registered.'),
    },
    relationQuestion,
    childNameQuestion,
    {
      ...bornOnQuestion,
      why: text('补贴发到孩子满 3 周岁。', 'It is paid until the third birthday.'),
    },
    accountHolderQuestion,
    accountRouteQuestion,
    accountQuestion,
  ],
  workflow: reviewedWay,
  limits: {
    firstReply: null,
    closing: working(30),
    extension: null,
    basis: text(
      '《育儿补贴制度管理规范（试行）》：县级确认原则上不超过 30 个工作日；本市从收到申请之日起算',
      'Management norms (trial): confirmation within 30 working days as a rule; counted here from the day of receipt',
    ),
  },
  intake: 'township',
  result: text('确认通知；每年发放一次', 'notice of confirmation; paid once a year'),
  prepare: benefitLead,
});
