import {
  action,
  calendarDate,
  choiceField,
  dateField,
  longTextField,
  numberField,
  outcome,
  type Service,
  STAY,
  step,
  type Text,
  text,
  unitField,
} from '../../src/language/index.ts';
import { basis, officialService, populationLaw, question, workflowOf, working } from './common.ts';

/** Work of the offices in the field: visits and audits of units of government. No person or family is assessed. */

const count = (zh: string, en: string) => numberField(text(zh, en), 0, 100_000);
const findings = longTextField(text('发现的问题（不写个人信息）', 'findings, naming no person'));

const followUp = {
  'record-rectification': action({
    label: text('登记整改情况', 'record what was put right'),
    from: ['following-up'],
    to: STAY,
    fields: {
      measures: longTextField(text('整改措施', 'what was done')),
      open: count('仍未解决的问题数', 'findings still open'),
    },
  }),
  settle: action({
    label: text('核实整改，销号', 'settle after a check'),
    right: 'approve',
    from: ['following-up'],
    to: 'settled',
    fields: { remark: longTextField(text('核实情况', 'how it was checked')) },
    after: { action: 'record-rectification', times: 1 },
    otherThan: 'record-rectification',
    tells: text('整改已核实销号。', 'What was found is settled.'),
  }),
};

const endings = {
  settled: outcome(
    true,
    text('问题已整改销号', 'findings settled'),
    text('发现的问题全部整改，已核实。', 'All findings were put right, and it was checked.'),
  ),
  'no-findings': outcome(
    true,
    text('没有发现问题', 'no findings'),
    text('没有需要整改的问题。', 'Nothing needs to be put right.'),
  ),
};

const followingUp = step(
  'handling',
  text('整改跟踪', 'being followed up'),
  text('被检查单位整改，直到全部销号。', 'The unit puts things right until all is settled.'),
);

interface FieldWork {
  readonly planned: Text;
  readonly done: Text;
  readonly counts: Readonly<Record<string, ReturnType<typeof count>>>;
}

const fieldWay = ({ planned, done, counts }: FieldWork) =>
  workflowOf({
    working: ['planned', 'under-way', 'following-up'],
    again: 'following-up',
    steps: {
      planned: step('intake', text('已安排', 'planned'), planned),
      'under-way': step('visit', text('进行中', 'under way'), done),
      'following-up': followingUp,
    },
    outcomes: endings,
    actions: {
      begin: action({
        label: text('开始', 'begin'),
        from: ['planned'],
        to: 'under-way',
        effects: ['takes', 'replies'],
        tells: text('已开始。', 'It has begun.'),
      }),
      'report-findings': action({
        label: text('反馈：有问题', 'report: findings'),
        from: ['under-way'],
        to: 'following-up',
        fields: { ...counts, found: count('发现的问题数', 'findings'), findings },
        tells: text('已反馈问题，请整改。', 'Findings were reported; please put them right.'),
      }),
      'report-clean': action({
        label: text('反馈：没有问题', 'report: no findings'),
        from: ['under-way'],
        to: 'no-findings',
        fields: counts,
        tells: text('已反馈，没有问题。', 'Reported: no findings.'),
      }),
      ...followUp,
    },
  });

const limits = {
  firstReply: null,
  closing: working(60),
  closingFrom: 'promise',
  extension: null,
  basis: text(
    '没有法定时限；本市要求 60 个工作日内整改销号，待本地核实',
    'no statutory limit; the city asks for 60 working days until all is settled; to be confirmed locally',
  ),
} as const;

const targetSystem = basis(
  text('市级工作安排', 'working arrangements of the city'),
  text('文号待本地核实', 'document number to be confirmed locally'),
);

const guidanceVisit = officialService({
  key: 'guidance-visit',
  group: 'administration',
  title: text('基层指导督查', 'Guidance visit to the grass roots'),
  summary: text(
    '到乡镇、村了解服务落实情况，听取群众意见，跟踪问题整改。',
    'Visits to townships and villages: how services are delivered, what people say, and what is put right.',
  ),
  validFrom: calendarDate('2013-01-01'),
  who: text('市、县卫生健康部门', 'health commissions of city and counties'),
  conditions: [
    text(
      '检查的是单位的服务，不评价任何家庭或者个人；群众自愿接受访谈',
      'it looks at the services of units and judges no family or person; people talk if they like',
    ),
  ],
  legalBasis: [targetSystem, populationLaw],
  questions: [
    question('unit', unitField(text('被指导的单位', 'unit visited')), {
      why: text('整改由它负责。', 'It puts right what is found.'),
    }),
    question('visitOn', dateField(text('日期', 'day of the visit')), {
      why: text('用来安排和统计。', 'To plan and to count.'),
    }),
    question('team', numberField(text('参加人数', 'size of the team'), 1, 100), {
      why: text('统计督查人次。', 'Person-times of visits are counted.'),
    }),
    question(
      'subject',
      choiceField(text('主要内容', 'subject'), {
        services: text('服务落实', 'delivery of services'),
        benefits: text('奖励扶助和补贴发放', 'payment of benefits'),
        registers: text('登记质量', 'quality of the registers'),
        openness: text('政务村务公开', 'openness'),
        complaints: text('投诉反映', 'complaints'),
      }),
      { why: text('便于对照整改。', 'So that findings can be compared.') },
    ),
  ],
  workflow: fieldWay({
    planned: text('已安排时间和人员。', 'Day and team are set.'),
    done: text('到现场了解情况、听取意见。', 'The team is on the spot and listens.'),
    counts: {
      interviewed: count('访谈群众人数', 'people interviewed'),
      audited: count('抽查资料份数', 'files looked at'),
    },
  }),
  limits,
  intake: 'county',
  result: text('反馈意见和整改销号记录', 'a report, and the record of what was put right'),
  prepare: text('大约 2 分钟。', 'About two minutes.'),
});

const fileAudit = officialService({
  key: 'file-audit',
  group: 'administration',
  title: text('个案资料审核', 'Audit of case files'),
  summary: text(
    '抽取办结事项的资料，检查是否准确、完整、按时，跟踪纠正。',
    'Closed cases are sampled: are they right, complete, in time? What is wrong is put right.',
  ),
  validFrom: calendarDate('2013-01-01'),
  who: text('市、县卫生健康部门', 'health commissions of city and counties'),
  conditions: [
    text(
      '只看办件资料，不重新评判申请人；健康类资料由有权限的医务人员审核',
      'it looks at files and judges no applicant anew; health files are audited by health staff alone',
    ),
  ],
  legalBasis: [targetSystem, populationLaw],
  questions: [
    question('unit', unitField(text('被审核的单位', 'unit audited')), {
      why: text('纠正由它负责。', 'It puts right what is found.'),
    }),
    question('from', dateField(text('资料起始日期', 'files from')), {
      why: text('划定抽样范围。', 'It bounds the sample.'),
    }),
    question('to', dateField(text('资料截止日期', 'files to')), {
      why: text('划定抽样范围。', 'It bounds the sample.'),
    }),
    question(
      'sampling',
      choiceField(text('抽取方式', 'how files are drawn'), {
        random: text('随机抽取', 'at random'),
        all: text('全部', 'all of them'),
        risk: text('按风险抽取', 'by risk'),
      }),
      { why: text('随机抽取的结果才能推算总体。', 'Only a random sample speaks for the whole.') },
    ),
  ],
  workflow: fieldWay({
    planned: text('已确定范围和抽取方式。', 'Range and sampling are set.'),
    done: text('正在审核资料。', 'Files are being audited.'),
    counts: {
      audited: count('审核份数', 'files audited'),
      wrong: count('有错误的份数', 'files with an error'),
    },
  }),
  limits,
  intake: 'county',
  result: text('审核报告和纠正记录', 'a report, and the record of what was corrected'),
  prepare: text('大约 2 分钟。', 'About two minutes.'),
});

export const fieldWorkServices: readonly Service[] = [guidanceVisit, fileAudit];
