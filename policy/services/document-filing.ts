import {
  action,
  calendarDate,
  choiceField,
  dateField,
  longTextField,
  outcome,
  step,
  text,
  textField,
  unitField,
} from '../../src/language/index.ts';
import { basis, officialService, question, workflowOf, working } from './common.ts';

const opinion = longTextField(text('审查意见', 'what the review found'));

const workflow = workflowOf({
  working: ['received', 'reviewing'],
  again: 'reviewing',
  extendable: true,
  steps: {
    received: step(
      'intake',
      text('已报送，待登记', 'received'),
      text(
        '核对备案报告、正式文本和起草说明是否齐全。',
        'Report, text and explanation are checked for completeness.',
      ),
    ),
    reviewing: step(
      'approval',
      text('备案审查中', 'under review'),
      text(
        '审查权限、程序和内容是否合法，是否违法减损权益、增加义务。',
        'Whether the issuer had the power, kept the procedure, and took no right nor laid a duty unlawfully.',
      ),
    ),
    correcting: step(
      'handling',
      text('制定机关自行纠正', 'corrected by the issuer'),
      text('制定机关按审查意见修改或者废止。', 'The issuer amends or repeals it as the review asks.'),
    ),
  },
  outcomes: {
    filed: outcome(
      true,
      text('准予备案', 'filed'),
      text('审查没有发现问题，已备案。', 'Nothing was found; it is filed.'),
    ),
    'corrected-and-filed': outcome(
      true,
      text('纠正后备案', 'filed after correction'),
      text('制定机关已修改，修改后的文本已备案。', 'The issuer amended it; the amended text is filed.'),
    ),
    repealed: outcome(
      false,
      text('已废止', 'repealed'),
      text('制定机关按审查意见废止。', 'The issuer repealed it as the review asked.'),
    ),
    'not-normative': outcome(
      null,
      text('不属于规范性文件', 'no normative document'),
      text(
        '不涉及公民、法人和其他组织的权利义务，不用备案。',
        'It touches no rights or duties and need not be filed.',
      ),
    ),
  },
  actions: {
    register: action({
      label: text('登记，开始审查', 'register and review'),
      from: ['received'],
      to: 'reviewing',
      effects: ['takes', 'replies'],
      tells: text('已登记，开始审查。', 'Registered; the review has begun.'),
    }),
    'find-not-normative': action({
      label: text('不属于规范性文件', 'no normative document'),
      from: ['received', 'reviewing'],
      to: 'not-normative',
      fields: { opinion },
      effects: ['replies'],
      tells: text('不属于备案范围，请查看意见。', 'It need not be filed: see the opinion.'),
    }),
    file: action({
      label: text('准予备案', 'file'),
      right: 'approve',
      from: ['reviewing'],
      to: 'filed',
      fields: { opinion },
      otherThan: 'register',
      tells: text('已备案。', 'It is filed.'),
    }),
    'ask-correction': action({
      label: text('提出纠正意见', 'ask for correction'),
      right: 'approve',
      from: ['reviewing'],
      to: 'correcting',
      fields: { opinion },
      tells: text('请按审查意见纠正。', 'Please correct it as the review asks.'),
    }),
    'accept-correction': action({
      label: text('纠正后备案', 'file after correction'),
      right: 'approve',
      from: ['correcting'],
      to: 'corrected-and-filed',
      fields: { opinion },
      tells: text('修改后的文本已备案。', 'The amended text is filed.'),
    }),
    'record-repeal': action({
      label: text('登记废止', 'record the repeal'),
      right: 'approve',
      from: ['correcting'],
      to: 'repealed',
      fields: { repealedOn: dateField(text('废止日期', 'day of the repeal')) },
      tells: text('废止已登记。', 'The repeal is recorded.'),
    }),
  },
});

export const documentFiling = officialService({
  key: 'document-filing',
  group: 'administration',
  title: text('规范性文件备案审查', 'Filing and review of a normative document'),
  summary: text(
    '县（市、区）、乡镇和部门制定的人口和家庭服务规范性文件，报上级备案并审查。',
    'Normative documents of counties, townships and departments on family services are filed above and reviewed.',
  ),
  validFrom: calendarDate('2022-03-01'),
  who: text('制定规范性文件的行政机关', 'the authority that issued the document'),
  conditions: [
    text(
      '涉及公民、法人和其他组织权利义务，具有普遍约束力，在一定期限内反复适用',
      'it touches rights and duties, binds everybody, and applies again and again',
    ),
  ],
  legalBasis: [
    basis(
      text('《四川省行政规范性文件管理办法》', 'Measures of Sichuan for normative documents'),
      text(
        '四川省人民政府令第 351 号，2021 年 12 月 30 日公布，2022 年 3 月 1 日起施行；报备和审查期限的条款待本地核实',
        'decree 351 of Sichuan of 30 December 2021, in force 1 March 2022; the clause on time limits is to be confirmed locally',
      ),
    ),
  ],
  questions: [
    question('issuer', unitField(text('制定机关', 'issuer')), {
      why: text('由它的上一级审查。', 'The level above reviews it.'),
    }),
    question('documentTitle', textField(text('文件名称', 'title of the document')), {
      why: text('用来登记。', 'For the register of documents.'),
    }),
    question('documentNumber', textField(text('文号', 'document number'), 60), {
      why: text('用来登记。', 'For the register of documents.'),
    }),
    question('issuedOn', dateField(text('公布日期', 'day of publication')), {
      why: text('计算报备是否及时。', 'It tells whether it was filed in time.'),
    }),
    question('validTo', dateField(text('有效期至', 'in force until')), {
      why: text('到期前提醒评估、清理。', 'So that it is reviewed before it ends.'),
    }),
    question(
      'legalityReview',
      choiceField(text('合法性审核', 'legality review'), {
        done: text('已审核', 'done'),
        none: text('未审核', 'not done'),
      }),
      { why: text('没有审核的不能公布。', 'Nothing may be published without it.') },
    ),
    question('explanation', longTextField(text('起草说明', 'explanation')), {
      why: text('写明依据、必要性和征求意见的情况。', 'Basis, need, and what people said of the draft.'),
    }),
  ],
  workflow,
  limits: {
    firstReply: working(5),
    closing: working(30),
    closingFrom: 'promise',
    extension: working(15),
    basis: text(
      '审查时限按《四川省行政规范性文件管理办法》执行，条款待本地核实；本市暂按 5 个工作日登记、30 个工作日审结安排',
      'limits follow the measures of Sichuan, clause to be confirmed locally; for now: 5 working days to register, 30 to review',
    ),
  },
  intake: 'city',
  result: text('备案审查意见', 'opinion of the review'),
  prepare: text(
    '请准备备案报告、正式文本和起草说明。',
    'Have the report, the text and the explanation at hand.',
  ),
});
