import { longTextField, optional, textField, unitField } from '../form.ts';
import { text } from '../text.ts';
import { type ActionRule, action, BACK, type Outcome, outcome, STAY, type Step, step } from './workflow.ts';

/** Interludes that every service knows: from each the case goes back to where it came from. */
export const commonSteps = {
  waiting: step(
    'waiting',
    text('等待申请人补充', 'waiting for the applicant'),
    text(
      '还缺材料或说明。补充之前，办理时限停止计算。',
      'Something is missing. Until it is supplied, the time limit stands still.',
    ),
  ),
  extending: step(
    'approval',
    text('延期审批', 'extension to be approved'),
    text('办理单位申请延长时限，由负责人审批。', 'The unit has asked for more time; a supervisor decides.'),
  ),
  review: step(
    'approval',
    text('回访复核', 'review after a dissatisfied answer'),
    text('您对结果不满意，由负责人复核。', 'You were not satisfied; a supervisor looks at it again.'),
  ),
} as const satisfies Readonly<Record<string, Step>>;

export const commonOutcomes = {
  withdrawn: outcome(
    null,
    text('已撤回', 'withdrawn'),
    text('按申请人的意愿撤回。', 'Withdrawn as the applicant wished.'),
  ),
  merged: outcome(
    null,
    text('已并案', 'merged'),
    text('与另一件相同事项合并办理。', 'It goes on in another case about the same matter.'),
  ),
  reviewed: outcome(
    null,
    text('复核后办结', 'closed after review'),
    text('经负责人复核，维持原办理结果。', 'A supervisor has looked at it again; the result stands.'),
  ),
} as const satisfies Readonly<Record<string, Outcome>>;

const reason = textField(text('理由', 'reason'));
const either = ['applicant', 'officer'] as const;

/** Who has the case, and what is noted of it. */
const deskActions = (open: readonly string[]) => ({
  take: action({ label: text('由我办理', 'take it'), from: open, to: STAY, effects: ['takes'] }),
  assign: action({
    label: text('指派', 'assign'),
    right: 'approve',
    from: open,
    to: STAY,
    fields: { officer: textField(text('办理人用户名', 'account of the officer'), 100) },
    effects: ['assigns'],
  }),
  note: action({
    label: text('内部备注', 'internal note'),
    from: open,
    to: STAY,
    fields: { remark: longTextField(text('备注', 'note')) },
  }),
  share: action({
    label: text('请其他单位协办', 'ask another unit for its part'),
    from: open,
    to: STAY,
    fields: {
      unit: unitField(text('协办单位', 'unit')),
      question: longTextField(
        text('需要协办的内容（不写申请人身份）', 'what is asked, without saying of whom'),
      ),
    },
    effects: ['shares'],
  }),
});

/** What leads to another unit. */
const handOverActions = (working: readonly string[], first: string) => ({
  'hand-over': action({
    label: text('转办', 'hand over to another unit'),
    from: working,
    to: STAY,
    fields: { unit: unitField(text('转到单位', 'unit')), reason },
    effects: ['hands-over'],
    tells: text('您的事项已转由其他单位办理。', 'Your matter was handed over to another unit.'),
  }),
  object: action({
    label: text('退回转办单位', 'object to the hand-over'),
    from: working,
    to: first,
    fields: { reason },
    effects: ['hands-back'],
  }),
  escalate: action({
    label: text('上报上级', 'escalate to the level above'),
    from: working,
    to: STAY,
    fields: { reason },
    effects: ['escalates'],
    tells: text('您的事项已上报上级单位。', 'Your matter was passed to the level above.'),
  }),
});

const applicantActions = (working: readonly string[]) => ({
  'ask-applicant': action({
    label: text('请申请人补充', 'ask the applicant'),
    from: working,
    to: 'waiting',
    fields: { question: longTextField(text('需要补充什么', 'what is missing')) },
    tells: text('需要您补充材料或说明，请查看进度页。', 'Something is missing: see the page of your case.'),
  }),
  supply: action({
    label: text('补充', 'supply what was asked'),
    by: either,
    from: ['waiting'],
    to: BACK,
    fields: { answer: longTextField(text('补充的内容', 'what you supply')) },
    tells: text('已收到您的补充。', 'What you supplied has arrived.'),
  }),
  withdraw: action({
    label: text('撤回', 'withdraw'),
    by: either,
    from: [...working, 'waiting'],
    to: 'withdrawn',
    fields: { reason: optional(reason) },
    tells: text('您的事项已撤回。', 'Your matter was withdrawn.'),
  }),
  merge: action({
    label: text('并入另一件', 'merge into another case'),
    from: working,
    to: 'merged',
    fields: { into: textField(text('并入的编号', 'number of the other case'), 40) },
    effects: ['merges'],
    tells: text(
      '您的事项与另一件相同事项合并办理。',
      'Your matter goes on with another one of the same kind.',
    ),
  }),
});

/** More time, asked for by one officer and approved by another. */
const extensionActions = (working: readonly string[]) => ({
  'ask-extension': action({
    label: text('申请延期', 'ask for more time'),
    from: working,
    to: 'extending',
    fields: { reason },
    most: 1,
  }),
  'approve-extension': action({
    label: text('同意延期', 'approve the extension'),
    right: 'approve',
    from: ['extending'],
    to: BACK,
    otherThan: 'ask-extension',
    effects: ['extends'],
    tells: text('办理时限已延长，理由见进度页。', 'The time limit was extended; see the page of your case.'),
  }),
  'refuse-extension': action({
    label: text('不同意延期', 'refuse the extension'),
    right: 'approve',
    from: ['extending'],
    to: BACK,
    fields: { reason },
    otherThan: 'ask-extension',
  }),
});

/** A dissatisfied answer is looked at by a supervisor. */
const reviewActions = (closed: readonly string[], working: readonly string[]) => ({
  reopen: action({
    label: text('因不满意重新打开', 'reopened by a dissatisfied answer'),
    by: ['system'],
    from: closed,
    to: 'review',
    most: 1,
  }),
  uphold: action({
    label: text('维持原结果', 'uphold the result'),
    right: 'approve',
    from: ['review'],
    to: 'reviewed',
    fields: { remark: longTextField(text('复核意见', 'what the review found')) },
    tells: text('复核已完成，意见见进度页。', 'The review is done; see the page of your case.'),
  }),
  'handle-again': action({
    label: text('退回重新办理', 'have it handled again'),
    right: 'approve',
    from: ['review'],
    to: working[0] ?? '',
    fields: { reason },
    tells: text('您的事项将重新办理。', 'Your matter is handled again.'),
  }),
});

interface CommonWays {
  readonly first: string;
  /** Where officers work on the case, the first one to come back to after a review. */
  readonly working: readonly string[];
  /** Outcomes that a dissatisfied answer reopens; none: the service asks for no rating. */
  readonly rated: readonly string[];
  readonly extendable: boolean;
  /** Steps where officers only have the case and note something: another body decides there. */
  readonly others?: readonly string[];
}

/** What every service can do: take, hand over, ask the applicant, withdraw, merge, extend, review. */
export function commonActions({
  first,
  working,
  rated,
  extendable,
  others = [],
}: CommonWays): Readonly<Record<string, ActionRule>> {
  const between = ['waiting', ...(extendable ? ['extending'] : []), ...(rated.length > 0 ? ['review'] : [])];
  return {
    ...deskActions([...working, ...others, ...between]),
    ...handOverActions(working, first),
    ...applicantActions(working),
    ...(extendable ? extensionActions(working) : {}),
    ...(rated.length > 0 ? reviewActions(rated, working) : {}),
  };
}
