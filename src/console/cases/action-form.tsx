import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import type { ApiError } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { CaseQuestion, fieldId } from './question.tsx';

export type CaseAction = CaseDetail['actions'][number];
export type Typed = Readonly<Record<string, string>>;

interface ActionFormProps {
  readonly action: CaseAction;
  /** Whether it can still be taken: somebody else may have acted meanwhile. */
  readonly possible: boolean;
  /** Whether it was refused because somebody else has acted. */
  readonly changed: boolean;
  readonly sending: boolean;
  readonly error: ApiError | null;
  readonly onSend: (answers: Typed) => void;
  readonly onCancel: () => void;
}

/** Whoever ends a case says why, also where the applicant would not have to. */
const mustSay = (action: CaseAction, key: string) => action.closes && key === 'reason';

const given = (answers: Typed): Typed =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''));

/** The form of one action; what it asks is described by the operation. */
export const ActionForm = (props: ActionFormProps) => {
  const { action, possible, changed, sending, error, onSend, onCancel } = props;
  const { say, read } = useWording();
  const [answers, setAnswers] = useState<Typed>({});
  const [unsaid, setUnsaid] = useState<string | null>(null);
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, []);
  const wrong = unsaid ?? error?.field ?? '';
  useEffect(() => {
    if (wrong !== '') document.getElementById(fieldId(wrong))?.focus();
  }, [wrong, error]);
  const label = read(action.label);

  const attempt = () => {
    const missing = action.fields.find(
      ({ key }) => mustSay(action, key) && (answers[key] ?? '').trim() === '',
    );
    setUnsaid(missing?.key ?? null);
    if (!missing && possible) onSend(given(answers));
  };
  const problemOf = (key: string) => {
    if (unsaid === key) return say('reasonNeeded');
    return error?.field === key ? `${error.message} ${error.remedy}` : null;
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      attempt();
    }
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form
      ref={frame}
      className={action.closes ? 'action-form closes' : 'action-form'}
      aria-label={label}
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        attempt();
      }}
    >
      <h3>{label}</h3>
      {action.closes && <p>{say('closesForGood')}</p>}
      <Refused error={error?.field ? null : error} />
      {changed && <p>{possible ? say('changedMeanwhile') : say('noLongerPossible', { action: label })}</p>}
      {action.fields.map((field) => (
        <CaseQuestion
          key={field.key}
          field={mustSay(action, field.key) ? { ...field, optional: false } : field}
          value={answers[field.key] ?? ''}
          problem={problemOf(field.key)}
          onAnswer={(value) => {
            setAnswers((before) => ({ ...before, [field.key]: value }));
          }}
        />
      ))}
      <div className="actions">
        <Button
          type="primary"
          danger={action.closes}
          htmlType="submit"
          loading={sending}
          disabled={!possible}
          title={possible ? '' : say('noLongerPossible', { action: label })}
        >
          {say('doIt', { action: label })}
        </Button>
        <Button onClick={onCancel}>{say('cancelAction')}</Button>
      </div>
    </form>
  );
};
