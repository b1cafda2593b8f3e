import {
  action,
  BACK,
  choiceField,
  dateField,
  longTextField,
  numberField,
  optional,
  outcome,
  STAY,
  step,
  type Text,
  text,
  textField,
  unitField,
  type Workflow,
  withHelp,
} from '../../src/language/index.ts';

/** What happens to an entitlement, whatever the programme: declared once, on the same engine as cases. */

const month = (label: Text) =>
  withHelp(dateField(label), text('填当月任何一天即可。', 'Any day of the month will do.'));

const fromMonth = month(text('从哪个月起', 'from which month'));
const lastMonth = month(text('最后发放的月份', 'last month that is paid'));
const reason = longTextField(text('理由和依据的条款', 'reasons, and the clause'));
const basis = longTextField(text('核实的情况', 'what was checked'));
const variant = textField(text('档次代码', 'code of the variant'), 40);
const fen = numberField(text('金额（分）', 'amount in fen'), 1, 100_000_000);

const drawn = ['active', 'paused'];
const everywhere = [...drawn, 'ending', 'appealed', 'ended'];

export const entitlementLife: Workflow = {
  first: 'proposed',
  steps: {
    proposed: step(
      'waiting',
      text('系统提示可能符合条件', 'proposed to the person'),
      text(
        '登记信息表明您可能符合条件。是否申请由您决定，不申请不影响其他事项。',
        'What is registered says that you may be entitled. Whether you apply is up to you; not applying affects nothing else.',
      ),
    ),
    active: step(
      'handling',
      text('享受中', 'drawn'),
      text('已确认，按规定发放到本人账户。', 'Confirmed, and paid to your own account.'),
    ),
    paused: step(
      'handling',
      text('暂停发放', 'paused'),
      text(
        '暂停发放，待情况核实后恢复或者补发。',
        'Not paid for the time being, until something is cleared up.',
      ),
    ),
    ending: step(
      'approval',
      text('拟终止，待审核', 'to be ended, awaiting a decision'),
      text('经办人提出终止，由另一名负责人审核。', 'An officer asks to end it; another person decides.'),
    ),
    appealed: step(
      'approval',
      text('申诉复核中', 'under appeal'),
      text('您提出了申诉，由另一名负责人复核。', 'You have appealed; another person looks at it.'),
    ),
  },
  outcomes: {
    declined: outcome(
      null,
      text('本人不申请', 'not applied for'),
      text('按本人意愿不申请，以后可以再申请。', 'You chose not to apply; you can do so later.'),
    ),
    ended: outcome(
      false,
      text('已终止', 'ended'),
      text(
        '已终止，理由和依据已说明。不服的，可以申诉、依法申请行政复议或者提起行政诉讼。',
        'Ended; reasons and rule were given. You may appeal, ask for reconsideration or go to court.',
      ),
    ),
  },
  actions: {
    tell: action({
      label: text('告知本人', 'tell the person'),
      from: ['proposed'],
      to: STAY,
      fields: {
        way: choiceField(text('告知方式', 'how'), {
          phone: text('电话', 'by phone'),
          visit: text('上门', 'at home'),
          message: text('短信', 'by message'),
          letter: text('递交告知书', 'a letter, handed over'),
        }),
        on: optional(
          withHelp(dateField(text('告知日期', 'on which day')), text('不填为今天。', 'Left out: today.')),
        ),
        bearer: optional(
          withHelp(
            textField(text('告知人', 'who told them'), 40),
            text('不填为办理的人。', 'Left out: whoever records it.'),
          ),
        ),
      },
      tells: text(
        '您可能符合一项待遇的条件，可以在线上或者到乡镇（街道）申请。',
        'You may be entitled to a benefit; you can apply online or at your township.',
      ),
    }),
    decline: action({
      label: text('本人不申请', 'the person does not apply'),
      by: ['applicant', 'officer'],
      from: ['proposed'],
      to: 'declined',
    }),
    begin: action({
      label: text('确认享受', 'begin'),
      by: ['system'],
      from: ['proposed'],
      to: 'active',
      fields: { fromMonth, variant },
    }),
    'change-variant': action({
      label: text('变更档次', 'change of variant'),
      right: 'approve',
      from: drawn,
      to: STAY,
      fields: { fromMonth, variant, reason },
    }),
    'change-account': action({
      label: text('变更账户', 'change of account'),
      from: drawn,
      to: STAY,
      fields: {},
    }),
    transfer: action({
      label: text('转到其他地区', 'transfer to another area'),
      right: 'approve',
      from: drawn,
      to: STAY,
      fields: { fromMonth, unit: unitField(text('转到（村、社区）', 'to which village')), reason },
    }),
    check: action({
      label: text('年审通过', 'confirmed for the year'),
      from: drawn,
      to: STAY,
      fields: { year: numberField(text('年度', 'year'), 2004, 2100), basis },
    }),
    pause: action({
      label: text('暂停发放', 'pause'),
      right: 'approve',
      from: ['active'],
      to: 'paused',
      fields: { fromMonth, reason },
    }),
    resume: action({
      label: text('恢复发放', 'resume'),
      right: 'approve',
      from: ['paused'],
      to: 'active',
      fields: { fromMonth, variant: optional(variant), reason },
    }),
    'ask-end': action({
      label: text('提出终止', 'ask to end it'),
      from: drawn,
      to: 'ending',
      fields: { lastMonth, reason },
    }),
    'confirm-end': action({
      label: text('同意终止', 'end it'),
      right: 'approve',
      from: ['ending'],
      to: 'ended',
      fields: { lastMonth, reason },
      otherThan: 'ask-end',
    }),
    keep: action({
      label: text('不同意终止', 'do not end it'),
      right: 'approve',
      from: ['ending'],
      to: BACK,
      fields: { reason },
      otherThan: 'ask-end',
    }),
    appeal: action({
      label: text('申诉', 'appeal'),
      by: ['applicant', 'officer'],
      from: ['ended', 'paused'],
      to: 'appealed',
      fields: { reason },
    }),
    reinstate: action({
      label: text('申诉成立，恢复', 'appeal upheld, reinstate'),
      right: 'approve',
      from: ['appealed'],
      to: 'active',
      fields: { fromMonth, variant: optional(variant), reason },
      otherThan: 'confirm-end',
    }),
    dismiss: action({
      label: text('申诉不成立', 'appeal dismissed'),
      right: 'approve',
      from: ['appealed'],
      to: 'ended',
      fields: { reason },
      otherThan: 'confirm-end',
    }),
    'note-overpayment': action({
      label: text('记录多发', 'note an overpayment'),
      from: everywhere,
      to: STAY,
      fields: { fen, fromMonth, lastMonth, reason },
    }),
    'settle-overpayment': action({
      label: text('处理多发', 'settle an overpayment'),
      right: 'approve',
      from: everywhere,
      to: STAY,
      fields: {
        overpayment: textField(text('多发记录编号', 'id of the overpayment'), 40),
        as: choiceField(text('处理结果', 'how it was settled'), {
          returned: text('本人已退回', 'returned by the person'),
          waived: text('按规定不再追回', 'not asked back'),
          'not-owed': text('核实后不属多发', 'was not owed'),
        }),
        returnedFen: numberField(text('退回金额（分）', 'returned, in fen'), 0, 100_000_000),
        reason,
      },
      otherThan: 'note-overpayment',
      after: { action: 'note-overpayment', times: 1 },
    }),
  },
};
