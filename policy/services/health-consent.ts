import {
  type ActionRule,
  action,
  consentField,
  longTextField,
  type Outcome,
  optional,
  outcome,
  type Question,
  type Service,
  type Text,
  text,
  type Workflow,
  withHelp,
} from '../../src/language/index.ts';
import { type Declared, question, service } from './common.ts';

/** Every health service begins with consent, written out in full; it can be taken back on any day. */

const refused = text(
  '您没有同意，填写到此结束，什么都没有保存。这不影响您享受其他任何服务、登记和补贴；以后随时可以再来。',
  'You did not consent, so the form ends here and nothing was kept. No other service, registration or benefit depends on it; you may come back at any time.',
);

const withdrawn = outcome(
  null,
  text('已撤回同意', 'consent withdrawn'),
  text(
    '服务已停止，不再联系您。这不影响其他任何服务、登记和补贴。',
    'The service has stopped and you are not contacted again. Nothing else depends on it.',
  ),
);

interface Consenting {
  /** What is done, and what is kept of it. */
  readonly does: Text;
  readonly keeps: Text;
}

export const consentQuestion = ({ does, keeps }: Consenting): Question =>
  question(
    'consent',
    withHelp(
      consentField(text('您是否同意接受这项服务？', 'Do you consent to this service?'), {
        yes: text('我同意', 'I consent'),
        no: text('我不同意', 'I do not consent'),
      }),
      text(
        `服务内容：${does.zh}。保存的信息：${keeps.zh}，只供提供这项服务的医务人员使用，不提供给办理补贴的人员，不对外公开。是否接受完全由您决定；不同意，或者以后撤回同意，不影响您享受其他任何服务、登记和补贴。您可以随时在进度页或者打电话撤回同意，撤回后服务停止。`,
        `What is done: ${does.en}. What is kept: ${keeps.en}, for the staff of this service alone; neither those who handle benefits nor the public see it. It is for you to decide: if you refuse, or withdraw later, no other service, registration or benefit is affected. You can withdraw on the page of your case or by phone at any time, and the service stops.`,
      ),
    ),
    {
      why: text('这项服务完全自愿。', 'This service is entirely voluntary.'),
    },
  );

/** The way out that stays open at every step. */
export const consentWays = (open: readonly string[]): Readonly<Record<string, ActionRule>> => ({
  'withdraw-consent': action({
    label: text('撤回同意', 'withdraw consent'),
    by: ['applicant', 'officer'],
    from: open,
    to: 'consent-withdrawn',
    fields: { reason: optional(longTextField(text('理由（可以不填）', 'reason, if you like'))) },
    tells: text(
      '您已撤回同意，服务已停止，不影响其他任何服务。',
      'You withdrew your consent; the service has stopped, and nothing else is affected.',
    ),
  }),
});

/** The workflow with the ending that withdrawn consent leads to. */
const withWithdrawal = (workflow: Workflow): Workflow => {
  const outcomes: Record<string, Outcome> = { ...workflow.outcomes, 'consent-withdrawn': withdrawn };
  return { ...workflow, outcomes };
};

/** A service of the health compartment: consent first. */
export const healthService = ({
  does,
  keeps,
  ...declared
}: Omit<Declared, 'compartment' | 'group' | 'consent'> & Consenting): Service =>
  service({
    ...declared,
    group: 'health',
    compartment: 'health',
    questions: [consentQuestion({ does, keeps }), ...declared.questions],
    consent: { question: 'consent', given: 'yes', refused },
    workflow: withWithdrawal(declared.workflow),
  });
