import {
  action,
  calendarDate,
  choiceField,
  longTextField,
  numberField,
  outcome,
  step,
  type Text,
  text,
  villageField,
} from '../../src/language/index.ts';
import { basis, officialService, question, workflowOf, working } from './common.ts';

/** Units of government are assessed here, never persons or families. */

const met = (label: Text) =>
  choiceField(label, {
    met: text('达到', 'met'),
    partly: text('部分达到', 'partly met'),
    'not-met': text('未达到', 'not met'),
  });

const assess = text('评估的内容之一。', 'One of the criteria.');

const ratings = {
  'red-flag': text('红旗村', 'red-flag village'),
  advanced: text('先进村', 'advanced village'),
  qualified: text('合格村', 'qualified village'),
  'not-yet-qualified': text('尚未合格', 'not yet qualified'),
};

export const selfGovernance = officialService({
  key: 'self-governance-assessment',
  group: 'administration',
  title: text('村民自治评估', 'Assessment of village self-governance'),
  summary: text(
    '每年评估村（社区）自治和服务工作，评的是村级组织，不评家庭和个人。',
    'A yearly assessment of how villages govern themselves and serve; of the village, never of a family or person.',
  ),
  validFrom: calendarDate('2013-01-01'),
  who: text('乡镇（街道）申报，县级评定', 'filed by townships, decided by counties'),
  conditions: [
    text('一村一年评估一次', 'each village once a year'),
    text(
      '评估内容和等次标准待本地核实；不包含任何生育数量指标',
      'criteria and grades to be confirmed locally; no number of births is among them',
    ),
  ],
  legalBasis: [
    basis(
      text('《中华人民共和国村民委员会组织法》', "Organic Law of the Villagers' Committees"),
      text(
        '2025 年 10 月 28 日修正；评估办法文号待本地核实',
        'as amended 28 October 2025; local measure to be confirmed locally',
      ),
    ),
  ],
  questions: [
    question('village', villageField(text('村（社区）', 'village')), {
      why: text('评估的对象。', 'What is assessed.'),
    }),
    question('year', numberField(text('年度', 'year'), 2013, 2100), {
      why: text('一年一次。', 'Once a year.'),
    }),
    question('charter', met(text('有村民讨论通过的自治章程或者公约', 'a charter adopted by the villagers')), {
      why: assess,
    }),
    question(
      'meetings',
      met(text('重要事项经村民会议或者代表会议讨论', 'important matters go to the assembly')),
      {
        why: assess,
      },
    ),
    question('openness', met(text('服务政策和办事结果按时公开', 'rules and results are published in time')), {
      why: assess,
    }),
    question('services', met(text('惠民服务知晓、落实', 'services are known and delivered')), {
      why: assess,
    }),
    question(
      'privacy',
      met(text('公示和台账没有泄露个人信息', 'no personal data leaked in notices or lists')),
      {
        why: assess,
      },
    ),
    question('satisfaction', met(text('村民满意', 'villagers are satisfied')), { why: assess }),
    question(
      'evidence',
      longTextField(text('依据（会议记录、公开内容、调查结果）', 'evidence: minutes, publications, surveys')),
      {
        why: text('评定要有依据，不写个人信息。', 'A grade needs evidence; name no person.'),
      },
    ),
  ],
  workflow: workflowOf({
    working: ['received', 'county'],
    steps: {
      received: step(
        'intake',
        text('乡镇核对', 'checked by the township'),
        text('核对依据是否真实。', 'The evidence is checked.'),
      ),
      county: step(
        'approval',
        text('县级评定', 'decided by the county'),
        text('县级抽查并评定等次。', 'The county samples and decides.'),
      ),
    },
    outcomes: Object.fromEntries(
      Object.entries(ratings).map(([key, label]) => [
        key,
        outcome(
          key !== 'not-yet-qualified',
          label,
          text('评定对象是村级组织。', 'It is the village that was assessed.'),
        ),
      ]),
    ),
    actions: {
      'pass-up': action({
        label: text('核对无误，报县级', 'checked: pass to the county'),
        from: ['received'],
        to: 'county',
        effects: ['takes', 'replies', 'escalates'],
        tells: text('已报县级评定。', 'It is now with the county.'),
      }),
      'return-to-township': action({
        label: text('退回核实', 'return to be checked'),
        right: 'approve',
        from: ['county'],
        to: 'received',
        fields: { reason: longTextField(text('理由', 'reason')) },
        effects: ['hands-back'],
      }),
      ...Object.fromEntries(
        Object.entries(ratings).map(([key, { zh, en }]) => [
          `rate-${key}`,
          action({
            label: text(`评定：${zh}`, `rate: ${en}`),
            right: 'approve',
            from: ['county'],
            to: key,
            fields: { grounds: longTextField(text('评定理由', 'grounds')) },
            otherThan: 'pass-up',
            tells: text('评定结果已出，请查看。', 'It is decided: see the result.'),
          }),
        ]),
      ),
    },
  }),
  limits: {
    firstReply: null,
    closing: working(60),
    closingFrom: 'promise',
    extension: null,
    basis: text(
      '没有法定时限；60 个工作日内评定，待本地核实',
      'no statutory limit; decided within 60 working days; to be confirmed locally',
    ),
  },
  intake: 'township',
  result: text('评定等次', 'the grade of the village'),
  prepare: text(
    '大约 5 分钟。请准备会议记录和公开资料。',
    'About five minutes. Have minutes and publications at hand.',
  ),
});
