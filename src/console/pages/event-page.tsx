import { useState } from 'react';
import { ApiError, call, record, type Session, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Queue, Submission } from '../offline/queue.ts';
import { useOffline } from '../offline/use-queue.ts';
import { Refused } from '../refused.tsx';
import { EventForm, type Form, type FormAnswers } from '../register/event-form.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

const NEWCOMER = ['name', 'sex', 'birthDate'];
const takesSomebodyIn = (form: Form) =>
  NEWCOMER.every((key) => form.fields.some((field) => field.key === key));

const asValue = (answer: unknown): FormAnswers[string] => {
  if (Array.isArray(answer)) return answer.map(String);
  return answer === null || answer === undefined ? '' : String(answer);
};

const Missing = ({ forms }: { readonly forms: readonly Form[] | undefined }) => {
  const { say } = useWording();
  return <p role={forms ? 'alert' : undefined}>{say(forms ? 'noneFound' : 'loading')}</p>;
};

/** What tells whether somebody is in the register already. */
const identityIn = ({ name, sex, birthDate, idNumber, motherId }: Readonly<Record<string, unknown>>) => ({
  name,
  sex,
  birthDate,
  idNumber,
  motherId,
});

const isOthersArea = (error: unknown) => error instanceof ApiError && error.code === 'other_side_must_agree';

/** Records, or keeps what was filled in until the server can be reached: then null. */
async function recordOrKeep(submission: Submission, queue: Queue | null): Promise<string | null> {
  try {
    return (await record(submission.operation, submission.answers, submission.id)).personId;
  } catch (error) {
    if (!queue || !(error instanceof ApiError) || error.code !== 'unavailable') throw error;
    await queue.add(submission);
    return null;
  }
}

/** Records one kind of event; what the address names is filled in. */
export const RecordPage = ({ formKey, session }: { readonly formKey: string; readonly session: Session }) => {
  const { say, read } = useWording();
  const { query } = usePlace();
  const { data, error } = useAnswer('register/list-event-forms', {});
  const { queue, items } = useOffline();
  // One key for one filling of the form: sent twice, it records once.
  const [key] = useState(() => crypto.randomUUID());
  const draft = items.find((item) => item.id === query.get('draft'));
  const form = data?.forms.find((one) => one.key === formKey);
  if (error) return <Refused error={error} />;
  if (!form) return <Missing forms={data?.forms} />;
  const initial = Object.fromEntries(
    form.fields.map((field) => [field.key, asValue(draft?.answers[field.key] ?? query.get(field.key))]),
  );
  const send = async (answers: Readonly<Record<string, unknown>>, reason: string, looked: boolean) => {
    if (!form.needsSecondPerson) {
      const waiting: Submission = {
        id: key,
        at: Date.now(),
        form: form.key,
        operation: form.operation,
        title: form.title,
        answers,
        newcomer: takesSomebodyIn(form) && !looked ? identityIn(answers) : null,
      };
      const personId = await recordOrKeep(waiting, queue).catch(async (caught: unknown) => {
        if (!isOthersArea(caught)) throw caught;
        const asked = { formKey: form.key, form: answers, reason: read(form.title) };
        const requested = await call('register/request-transfer', asked);
        navigate(addressOf(`/person/${requested.personId}`, { done: 'transfer' }));
        return undefined;
      });
      if (personId === undefined) return;
      if (draft) await queue?.discard(draft.id);
      navigate(
        personId === null ? addressOf('/queue') : addressOf(`/person/${personId}`, { done: form.key }),
      );
      return;
    }
    const { personId } = await call('register/request-record', { formKey, form: answers, reason });
    navigate(addressOf(`/person/${personId}`, { done: 'requested' }));
  };
  return (
    <>
      <h1>{read(form.title)}</h1>
      <EventForm
        key={`${formKey} ${draft?.id ?? ''}`}
        form={form}
        session={session}
        initial={initial}
        button={say('send')}
        checksDuplicates={takesSomebodyIn(form)}
        asksReason={form.needsSecondPerson}
        onSend={send}
      />
    </>
  );
};

interface RecordProps {
  readonly personId: string;
  readonly eventId: string;
  readonly session: Session;
}

/** Asks for the correction of a record: its form with the answers as they stand. */
export const CorrectPage = ({ personId, eventId, session }: RecordProps) => {
  const { say, read } = useWording();
  const { data: recorded, error } = useAnswer('register/read-form', { personId, eventId });
  const { data } = useAnswer('register/list-event-forms', {});
  const form = data?.forms.find((one) => one.key === recorded?.formKey);
  if (error) return <Refused error={error} />;
  if (!recorded || !form) return <Missing forms={recorded ? data?.forms : undefined} />;
  const initial = Object.fromEntries(
    form.fields.map((field) => [field.key, asValue(recorded.answers[field.key])]),
  );
  const send = async (answers: Readonly<Record<string, unknown>>, reason: string) => {
    await call('register/request-correction', {
      personId: recorded.personId,
      eventId: recorded.eventId,
      form: answers,
      reason,
    });
    navigate(addressOf(`/person/${personId}`, { done: 'requested' }));
  };
  return (
    <>
      <h1>
        {say('correct')} · {read(form.title)}
      </h1>
      <EventForm
        form={form}
        session={session}
        initial={initial}
        button={say('askCorrection')}
        checksDuplicates={false}
        asksReason
        onSend={send}
      />
    </>
  );
};

/** Asks that a record be withdrawn, with a reason. */
export const WithdrawPage = ({ personId, eventId, session }: RecordProps) => {
  const { say } = useWording();
  const send = async (_: Readonly<Record<string, unknown>>, reason: string) => {
    await call('register/request-withdrawal', { personId, eventId, reason });
    navigate(addressOf(`/person/${personId}`, { done: 'requested' }));
  };
  const nothing = { zh: '', en: '' };
  const form: Form = {
    key: 'withdrawal',
    operation: '',
    title: nothing,
    definition: nothing,
    source: nothing,
    needsSecondPerson: true,
    subject: null,
    fields: [],
  };
  return (
    <>
      <h1>{say('withdraw')}</h1>
      <EventForm
        form={form}
        session={session}
        initial={{}}
        button={say('askWithdrawal')}
        checksDuplicates={false}
        asksReason
        onSend={send}
      />
    </>
  );
};
