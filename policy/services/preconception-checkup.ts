import {
  action,
  calendarDate,
  choiceField,
  dateField,
  idNumberField,
  longTextField,
  nameField,
  numberField,
  outcome,
  type Step,
  step,
  text,
  textField,
} from '../../src/language/index.ts';
import { checkupItems } from '../health/index.ts';
import {
  applicantQuestions,
  basis,
  contactQuestion,
  fetched,
  question,
  townshipQuestion,
  workflowOf,
} from './common.ts';
import { consentWays, healthService } from './health-consent.ts';
import { appointmentFields, completed, healthBases, promisedHealthLimits } from './health-way.ts';

/** Follow-up waits for the couple's own time: no limit runs against it. */
const standing = (one: Step): Step => ({ ...one, clock: 'stands' });

const steps = {
  received: step(
    'intake',
    text('已收到，待发服务卡', 'received'),
    text('核对后发服务卡。', 'A card is issued after a check.'),
  ),
  carded: step(
    'handling',
    text('已发服务卡，待预约', 'card issued'),
    text('凭卡到定点机构预约检查。', 'Book with a clinic of the programme.'),
  ),
  booked: standing(
    step(
      'handling',
      text('已预约', 'booked'),
      text('按约定的日期双方一起检查。', 'Both are examined on the day agreed.'),
    ),
  ),
  examined: step(
    'handling',
    text('已检查，待评估', 'examined'),
    text('医生评估风险并当面咨询指导。', 'A doctor grades the risk and talks it over with you.'),
  ),
  'early-follow-up': standing(
    step(
      'visit',
      text('早孕随访', 'early-pregnancy follow-up'),
      text(
        '怀孕后约定一次随访；没有怀孕也可以结束。',
        'One call once you are pregnant; it may also end without.',
      ),
    ),
  ),
  'outcome-follow-up': standing(
    step(
      'visit',
      text('妊娠结局随访', 'outcome follow-up'),
      text('分娩后随访一次。', 'One call after the birth.'),
    ),
  ),
};

const open = [...Object.keys(steps), 'waiting', 'review'];

const workflow = workflowOf({
  working: ['received', 'carded', 'booked', 'examined'],
  again: 'examined',
  others: ['early-follow-up', 'outcome-follow-up'],
  rated: ['completed', 'counselled-only'],
  steps,
  outcomes: {
    completed,
    'counselled-only': outcome(
      true,
      text('已检查和咨询，不再随访', 'examined and counselled, no further follow-up'),
      text(
        '检查和咨询已完成，按您的意愿不再随访。',
        'Check-up and counselling are done; you wished for no follow-up.',
      ),
    ),
    'not-entitled-now': outcome(
      false,
      text('暂不符合免费条件', 'not free of charge now'),
      text('每孩次免费一次；理由已说明，可以自费检查。', 'Free once for each child; the reasons were given.'),
    ),
  },
  actions: {
    'issue-card': action({
      label: text('发服务卡', 'issue the card'),
      from: ['received'],
      to: 'carded',
      fields: { card: textField(text('服务卡号', 'number of the card'), 40) },
      effects: ['takes', 'replies'],
      tells: text('服务卡已发放，可以预约检查。', 'Your card is issued: you can book.'),
    }),
    'decline-card': action({
      label: text('暂不符合免费条件', 'not free of charge now'),
      from: ['received'],
      to: 'not-entitled-now',
      fields: { reason: longTextField(text('理由', 'reason')) },
      effects: ['replies'],
      tells: text('请查看说明。', 'See the reasons.'),
    }),
    book: action({
      label: text('预约检查', 'book the check-up'),
      by: ['applicant', 'officer'],
      from: ['carded', 'booked'],
      to: 'booked',
      fields: appointmentFields,
      tells: text(
        '检查已预约，请查看日期、地点和检查前的准备。',
        'Booked: see day, place and how to prepare.',
      ),
    }),
    examine: action({
      label: text('登记已检查', 'record the check-up'),
      from: ['booked'],
      to: 'examined',
      fields: {
        examinedOn: dateField(text('检查日期', 'day of the check-up')),
        items: numberField(text('完成的项目数（共 19 项）', 'items done, of 19'), 1, checkupItems.length),
      },
      tells: text('检查已完成，等待评估。', 'You were examined; the assessment follows.'),
    }),
    counsel: action({
      label: text('风险评估并咨询', 'grade the risk and counsel'),
      from: ['examined'],
      to: 'early-follow-up',
      fields: {
        counselledOn: dateField(text('咨询日期', 'day of the counselling')),
      },
      tells: text(
        '评估和咨询已完成，结果请凭卡当面领取。',
        'Assessment and counselling are done; fetch the results with your card.',
      ),
    }),
    'follow-early': action({
      label: text('登记早孕随访', 'record the early-pregnancy follow-up'),
      from: ['early-follow-up'],
      to: 'outcome-follow-up',
      fields: { followedOn: dateField(text('随访日期', 'day of the follow-up')) },
      tells: text('早孕随访已完成。', 'The early-pregnancy follow-up is done.'),
    }),
    'follow-outcome': action({
      label: text('登记结局随访', 'record the outcome follow-up'),
      from: ['outcome-follow-up'],
      to: 'completed',
      fields: { followedOn: dateField(text('随访日期', 'day of the follow-up')) },
      tells: text('全部服务已完成，请评价。', 'All is done: say how it went.'),
    }),
    'end-follow-up': action({
      label: text('不再随访', 'no further follow-up'),
      by: ['applicant', 'officer'],
      from: ['early-follow-up', 'outcome-follow-up'],
      to: 'counselled-only',
      tells: text('按您的意愿不再随访。', 'As you wished, there is no further follow-up.'),
    }),
    ...consentWays(open),
  },
});

export const preconceptionCheckup = healthService({
  key: 'preconception-checkup',
  does: text(
    `为准备怀孕的双方免费做 19 项检查、评估和随访：${checkupItems.map(({ label }) => label.zh).join('、')}`,
    `19 items for both who plan a pregnancy, with assessment and follow-up: ${checkupItems.map(({ label }) => label.en).join(', ')}`,
  ),
  keeps: text('检查结果、风险评估和随访情况', 'results, risk grade and follow-up'),
  title: text('免费孕前优生健康检查', 'Free preconception check-up'),
  summary: text(
    '计划怀孕的双方免费做 19 项检查，每孩次一次，城乡相同，流动人口在居住地享受。',
    '19 items free of charge for couples who plan a pregnancy, once for each child, in town and country, where you live.',
  ),
  validFrom: calendarDate('2010-04-01'),
  who: text('计划怀孕的双方', 'couples who plan a pregnancy'),
  conditions: [
    text(
      '至少一方有本地户籍，或者双方在本地居住 6 个月以上',
      'one of the two is registered here, or both have lived here six months',
    ),
    text('每孩次免费一次', 'free once for each child'),
    text('不再区分城乡户口', 'urban and rural alike'),
  ],
  legalBasis: [
    basis(
      text('国家免费孕前优生健康检查项目', 'National free preconception check-ups'),
      text(
        '2010 年 4 月起试点，其后扩大到城乡；现行文件文号待本地核实',
        'pilot since April 2010, later in town and country; number of the rule in force to be confirmed locally',
      ),
    ),
    ...healthBases,
  ],
  materials: [fetched(text('双方身份证、户籍或者居住信息', 'identity, registration or residence of both'))],
  questions: [
    ...applicantQuestions,
    question('otherName', nameField(text('另一方的姓名', "the other person's name")), {
      why: text('双方一起检查。', 'Both are examined.'),
    }),
    question('otherIdNumber', idNumberField(text('另一方的身份证号', "the other person's identity number")), {
      why: text('用来核对登记簿。', 'It finds what the register holds.'),
      sealed: true,
    }),
    contactQuestion,
    townshipQuestion,
    question(
      'residenceGround',
      choiceField(text('符合哪一项', 'which of these holds'), {
        registered: text('至少一方是本地户籍', 'one of us is registered here'),
        resident: text('双方在本地居住 6 个月以上', 'both of us have lived here six months or more'),
      }),
      { why: text('符合其中一项就可以免费检查。', 'Either is enough.') },
    ),
    question('preferredOn', dateField(text('希望检查的日期', 'day you would prefer')), {
      why: text('尽量按您的时间安排。', 'We try to keep to it.'),
    }),
  ],
  workflow,
  limits: promisedHealthLimits(30),
  intake: 'township',
  result: text('检查结果、风险评估和咨询建议（只告知本人）', 'results, risk grade and advice, to you alone'),
  prepare: text(
    '大约 4 分钟。请准备双方的身份证号。',
    'About four minutes. Have both identity numbers at hand.',
  ),
});
