import { Button } from 'antd';
import { useState } from 'react';
import type { EntitlementDetail } from '../../benefits/index.ts';
import { ApiError, callOnce, useAnswer } from '../api.ts';
import { ActionForm, type CaseAction, type Typed } from '../cases/action-form.tsx';
import { useOnce } from '../health/use-once.ts';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { ChangeAccountForm } from './change-account-form.tsx';
import { monthOf, variantWords, yuan } from './words.ts';

type Available = EntitlementDetail['available'][number];
type Field = Available['fields'][number];

/** What ends something, or decides that somebody does not get it, is said in another colour and a warning. */
const CLOSING: readonly string[] = ['confirm-end', 'decline', 'dismiss'];
const CHANGE_ACCOUNT = 'change-account';

interface ActionsProps {
  readonly detail: EntitlementDetail;
  readonly onDone: (words: string) => Promise<void>;
  readonly onChanged: () => Promise<void>;
}

const asChoice = (field: Field, choices: Field['choices']): Field =>
  choices.length === 0 ? field : { ...field, kind: 'choice', choices };

/** The variants of the programme and the overpayments that wait are chosen; the form declares them as plain text. */
function useKnownChoices({ programme, entitlementId }: EntitlementDetail, wording: Wording) {
  const { data } = useAnswer('benefits/list-programmes', {});
  const { data: overpayments } = useAnswer('benefits/find-overpayments', {});
  const award = data?.programmes.find(({ key }) => key === programme)?.award;
  const variants = (award?.kind === 'money' ? award.variants : []).map((value) => {
    const words = variantWords(value, wording);
    return { value, label: { zh: words, en: words } };
  });
  const waiting = (overpayments?.noted ?? [])
    .filter((one) => one.entitlementId === entitlementId && one.settledAs === null)
    .map((one) => {
      const words = `${monthOf(one.fromMonth)} ~ ${monthOf(one.toMonth)} · ${yuan(one.fen, wording.locale)}`;
      return { value: one.overpaymentId, label: { zh: words, en: words } };
    });
  return (field: Field): Field => {
    if (field.key === 'variant') return asChoice(field, variants);
    if (field.key === 'overpayment') return asChoice(field, waiting);
    // Entitlements go to a village; units of offices are of no use here.
    return field.kind === 'unit' ? { ...field, kind: 'village' } : field;
  };
}

interface ButtonsProps {
  readonly actions: readonly CaseAction[];
  readonly title: string;
  readonly danger: boolean;
  readonly onPick: (action: CaseAction) => void;
}

const Buttons = ({ actions, title, danger, onPick }: ButtonsProps) => {
  const { read } = useWording();
  if (actions.length === 0) return null;
  return (
    <div className={danger ? 'actions closing' : 'actions'} role="group" aria-label={title}>
      {actions.map((action) => (
        <Button
          key={action.key}
          danger={danger}
          onClick={() => {
            onPick(action);
          }}
        >
          {read(action.label)}
        </Button>
      ))}
    </div>
  );
};

/** What can be done with an entitlement now, each with its form; what needs a second person says so when it is refused. */
export const EntitlementActions = ({ detail, onDone, onChanged }: ActionsProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const withChoices = useKnownChoices(detail, wording);
  const [picked, setPicked] = useState<string | null>(null);
  const { sending, error, run, clear } = useOnce();
  const { personId, entitlementId, version } = detail;
  const actions = detail.available.map(
    (one): CaseAction => ({ ...one, fields: one.fields.map(withChoices), closes: CLOSING.includes(one.key) }),
  );
  const action = actions.find(({ key }) => key === picked);
  const take = (one: CaseAction, answers: Typed) =>
    run(async (key) => {
      const asked = { personId, entitlementId, action: one.key, answers, version };
      try {
        await callOnce('benefits/act-on-entitlement', asked, key);
      } catch (caught) {
        if (caught instanceof ApiError && caught.code === 'conflict') await onChanged();
        throw caught;
      }
      setPicked(null);
      await onDone(say('actionDone', { action: read(one.label) }));
    });
  const leave = () => {
    clear();
    setPicked(null);
  };
  const pick = ({ key }: CaseAction) => {
    clear();
    setPicked(key);
  };
  return (
    <section className="steps-now">
      <h2>{say('actionsNow')}</h2>
      {actions.length === 0 && <p className="soft">{say('noActions')}</p>}
      <Buttons
        title={say('actionsNow')}
        actions={actions.filter((one) => !one.closes)}
        danger={false}
        onPick={pick}
      />
      <Buttons
        title={say('closingActions')}
        actions={actions.filter((one) => one.closes)}
        danger
        onPick={pick}
      />
      {!action && <Refused error={error} />}
      {action?.key === CHANGE_ACCOUNT && (
        <ChangeAccountForm
          detail={detail}
          onCancel={leave}
          onDone={async (words) => {
            setPicked(null);
            await onDone(words);
          }}
        />
      )}
      {action && action.key !== CHANGE_ACCOUNT && (
        <ActionForm
          key={action.key}
          action={action}
          possible
          changed={error?.code === 'conflict'}
          sending={sending}
          error={error}
          onSend={(answers) => void take(action, answers)}
          onCancel={leave}
        />
      )}
    </section>
  );
};
