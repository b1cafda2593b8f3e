import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import { ApiError, callOnce } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { ActionForm, type CaseAction, type Typed } from './action-form.tsx';
import { useSending } from './use-sending.ts';

interface ActionsProps {
  readonly detail: CaseDetail;
  /** The action was taken; settles when the page shows the case as it is then. */
  readonly onDone: (action: CaseAction) => Promise<void>;
  /** Somebody else acted meanwhile; settles when the page shows what they did. */
  readonly onChanged: () => Promise<void>;
}

interface ButtonsProps {
  readonly title: string;
  readonly actions: readonly CaseAction[];
  readonly danger: boolean;
  readonly onPick: (action: CaseAction) => void;
}

const Buttons = ({ title, actions, danger, onPick }: ButtonsProps) => {
  const { read } = useWording();
  if (actions.length === 0) return null;
  return (
    <div className={danger ? 'actions closing' : 'actions'} role="group" aria-label={title}>
      {danger && <strong>{title}</strong>}
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

/** What one might do here but for a reason, which is said. */
const Barred = ({ barred }: Pick<CaseDetail, 'barred'>) => {
  const { say, read } = useWording();
  if (barred.length === 0) return null;
  return (
    <div className="actions" role="group" aria-label={say('barredActions')}>
      <strong>{say('barredActions')}</strong>
      {barred.map(({ key, label, why }) => (
        <span key={key}>
          <Button disabled title={read(why)} aria-describedby={`barred-${key}`}>
            {read(label)}
          </Button>{' '}
          <span className="reason" id={`barred-${key}`}>
            {read(why)}
          </span>
        </span>
      ))}
    </div>
  );
};

/** The steps that can be taken now; those that end the case stand apart. */
export const CaseActions = ({ detail, onDone, onChanged }: ActionsProps) => {
  const { say } = useWording();
  const [picked, setPicked] = useState<CaseAction | null>(null);
  // One key for one filling of the form: sent twice, it is done once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [sentOn, setSentOn] = useState(0);
  const { sending, error, run, clear } = useSending();
  const { caseId, version, actions } = detail;

  const take = (action: CaseAction, answers: Typed) =>
    run(async () => {
      setSentOn(version);
      try {
        await callOnce('casework/act-on-case', { caseId, action: action.key, answers, version }, key);
      } catch (caught) {
        if (caught instanceof ApiError && caught.code === 'conflict') await onChanged();
        throw caught;
      } finally {
        setKey(crypto.randomUUID());
      }
      await onDone(action);
      setPicked(null);
    });
  const pick = (action: CaseAction) => {
    clear();
    // What asks nothing and ends nothing needs no form.
    const isPlain = action.fields.length === 0 && !action.closes;
    setPicked(isPlain ? null : action);
    if (isPlain) void take(action, {});
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
      <Barred barred={detail.barred} />
      {picked === null && <Refused error={error} />}
      {picked !== null && (
        <ActionForm
          key={picked.key}
          action={picked}
          possible={actions.some((one) => one.key === picked.key)}
          changed={error?.code === 'conflict' && sentOn !== version}
          sending={sending}
          error={error}
          onSend={(answers) => void take(picked, answers)}
          onCancel={() => {
            clear();
            setPicked(null);
          }}
        />
      )}
    </section>
  );
};
