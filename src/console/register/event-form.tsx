import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EventForms, Duplicates as FoundDuplicates } from '../../register/index.ts';
import { ApiError, call, type Session, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { Duplicates } from './duplicates.tsx';
import { EventField, type Value, VILLAGES } from './event-field.tsx';

export type Form = EventForms['forms'][number];
export type FormAnswers = Readonly<Record<string, Value>>;

interface EventFormProps {
  readonly form: Form;
  readonly session: Session;
  readonly initial: FormAnswers;
  readonly button: string;
  /** Whether the form takes somebody in who may be there already. */
  readonly checksDuplicates: boolean;
  /** Whether a reason is asked for beside the answers. */
  readonly asksReason: boolean;
  /** `looked`: the clerk has looked at those who may be the same. */
  readonly onSend: (
    answers: Readonly<Record<string, unknown>>,
    reason: string,
    looked: boolean,
  ) => Promise<void>;
}

/** The answers as the operation takes them: what was left empty is no answer. */
const given = (answers: FormAnswers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value.length > 0));

const Villages = ({ session }: { readonly session: Session }) => {
  const { data } = useAnswer('areas/list-villages', { area: session.area });
  return (
    <datalist id={VILLAGES}>
      {data?.villages.map((village) => (
        <option key={village.code} value={village.code}>
          {village.name}
        </option>
      ))}
    </datalist>
  );
};

/** A form made from the declaration of its event: for recording, and for asking for a correction. */
export const EventForm = (props: EventFormProps) => {
  const { form, session, initial, button, checksDuplicates, asksReason, onSend } = props;
  const { say, read } = useWording();
  const [answers, setAnswers] = useState<FormAnswers>(initial);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [duplicates, setDuplicates] = useState<FoundDuplicates['rows']>([]);
  const [sending, setSending] = useState(false);
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  useEffect(() => {
    if (error?.field) document.getElementById(`field-${error.field}`)?.focus();
  }, [error]);

  const found = async () => {
    if (!checksDuplicates || duplicates.length > 0) return [];
    const { name, sex, birthDate, idNumber, motherId } = given(answers);
    if (name === undefined || sex === undefined || birthDate === undefined) return [];
    const asked = { name, sex, birthDate, idNumber, motherId };
    // Without a network nobody can be looked up: it is done before the form is sent.
    const answer = await call('register/find-duplicates', asked).catch((caught: unknown) => {
      if (caught instanceof ApiError && caught.code === 'unavailable') return { rows: [] };
      throw caught;
    });
    return answer.rows;
  };
  const attempt = async (looked: boolean) => {
    if (sending) return;
    setSending(true);
    setError(null);
    try {
      const likely = looked ? [] : await found();
      setDuplicates(likely);
      if (likely.length === 0) await onSend(given(answers), reason, looked);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    } finally {
      setSending(false);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void attempt(false);
  };
  const problemOf = (key: string) =>
    error !== null && error.field.split('.')[0] === key ? `${error.message} ${error.remedy}` : null;
  return (
    <form
      ref={frame}
      className="event-form"
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(false);
      }}
    >
      <p className="soft">{read(form.definition)}</p>
      <Refused error={error} />
      {duplicates.length > 0 && (
        <Duplicates entered={answers} rows={duplicates} onGoOn={() => void attempt(true)} />
      )}
      {form.fields.map((field) => (
        <EventField
          key={field.key}
          field={field}
          value={answers[field.key] ?? ''}
          problem={problemOf(field.key)}
          onAnswer={(value) => {
            setAnswers((before) => ({ ...before, [field.key]: value }));
            setDuplicates([]);
          }}
        />
      ))}
      {asksReason && (
        <div className="question">
          <label htmlFor="field-reason">{say('whyAsked')}</label>
          <input
            id="field-reason"
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
      )}
      {form.fields.some((field) => field.kind === 'village') && <Villages session={session} />}
      <Button type="primary" htmlType="submit" loading={sending}>
        {button}
      </Button>
      <p className="soft">{read(form.source)}</p>
    </form>
  );
};
