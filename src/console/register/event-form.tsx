import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EventForms, Duplicates as FoundDuplicates } from '../../register/index.ts';
import { ApiError, call, cityOf, type Session, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { Duplicates } from './duplicates.tsx';
import { EventField, type Value, VILLAGES } from './event-field.tsx';
import type { Relative } from './person-picker.tsx';

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

/** Why something is asked for: no question of the form, which may have a reason of its own. */
const WHY = 'whyAsked';
const SHORTEST_REASON = 2;

/** The answers as the operation takes them: what was left empty is no answer. */
const given = (answers: FormAnswers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value.length > 0));

/** Villages of the clerk's area; when somebody moves, of the city: they may move to any of it. */
const Villages = ({ session, form }: { readonly session: Session; readonly form: Form }) => {
  const moves = form.fields.some(({ key }) => key === 'to');
  const area = moves ? cityOf(session.area) : session.area;
  const { data } = useAnswer('areas/list-villages', { area });
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

/** Who lives in the household that the form names. */
function useMembers(householdId: Value | undefined): readonly Relative[] {
  const named = typeof householdId === 'string' && householdId !== '';
  const { data } = useAnswer('register/read-family', named ? { householdId } : null);
  if (!named || data?.householdId !== householdId) return [];
  return data.people.filter((one) => one.relationToHead !== null && one.deathDate === null);
}

/** A form made from the declaration of its event: for recording, and for asking for a correction. */
export const EventForm = (props: EventFormProps) => {
  const { form, session, initial, button, checksDuplicates, asksReason, onSend } = props;
  const { say, read } = useWording();
  const [answers, setAnswers] = useState<FormAnswers>(initial);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [duplicates, setDuplicates] = useState<FoundDuplicates['rows']>([]);
  const [sending, setSending] = useState(false);
  const members = useMembers(answers['householdId']);
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
    if (asksReason && reason.trim().length < SHORTEST_REASON) {
      setError(new ApiError('invalid_input', say('whyMissing'), { remedy: '', field: WHY }));
      return;
    }
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
          members={members}
          onAnswer={(value) => {
            setAnswers((before) => ({ ...before, [field.key]: value }));
            setDuplicates([]);
          }}
        />
      ))}
      {asksReason && (
        <div className="question">
          <label htmlFor="field-whyAsked">{say('whyAsked')}</label>
          <input
            id="field-whyAsked"
            aria-invalid={problemOf(WHY) !== null}
            aria-describedby={problemOf(WHY) === null ? undefined : 'field-whyAsked-problem'}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          {problemOf(WHY) !== null && (
            <span className="problem" id="field-whyAsked-problem">
              {problemOf(WHY)}
            </span>
          )}
        </div>
      )}
      {form.fields.some((field) => field.kind === 'village') && <Villages session={session} form={form} />}
      <Button type="primary" htmlType="submit" loading={sending}>
        {button}
      </Button>
      <p className="soft">{read(form.source)}</p>
    </form>
  );
};
