import { useRef, useState } from 'react';
import type { Receipt, ServiceGuide } from '../../casework/index.ts';
import { call } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Typed } from './action-form.tsx';
import { fieldId } from './question.tsx';
import { type Sending, useSending } from './use-sending.ts';

type Question = ServiceGuide['questions'][number];

/** How and when it came in. */
export interface Arrival {
  readonly channel: string | null;
  /** Empty: today. */
  readonly receivedOn: string;
}

export interface Filing {
  readonly answers: Typed;
  readonly answer: (key: string, value: string) => void;
  readonly asked: readonly Question[];
  /** What is wrong, in the words of the form, by question. */
  readonly faults: Typed;
  readonly sending: Sending;
  /** The line to show first when what was written sounds like distress. */
  readonly supportLine: string | null;
  /** Has the server read what was written so far. */
  readonly listen: () => Promise<void>;
  /** Files; null when answers are wrong. The same filling of the form is filed once, however often it is sent. */
  readonly file: (arrival: Arrival) => Promise<Receipt | null>;
}

const isAsked = ({ when }: Question, answers: Typed): boolean =>
  when === null || when.is.includes(answers[when.question] ?? '');

const focusOn = (key: string | undefined) => {
  if (key !== undefined) setTimeout(() => document.getElementById(fieldId(key))?.focus());
};

/** A form of a service while it is filled in by an officer. */
export function useFiling(service: ServiceGuide, initial: Typed = {}): Filing {
  const { read } = useWording();
  const [answers, setAnswers] = useState<Typed>(initial);
  const [faults, setFaults] = useState<Typed>({});
  const [supportLine, setSupportLine] = useState<string | null>(null);
  const sending = useSending();
  // A draft belongs to one service: another service begins another one.
  const begun = useRef<{ readonly service: string; readonly token: string } | null>(null);
  const asked = service.questions.filter((question) => isAsked(question, answers));

  /** Every question that is asked counts as answered, so that the server says all that is wrong at once. */
  const keep = async () => {
    const all = Object.fromEntries(asked.map(({ key }) => [key, answers[key] ?? '']));
    const token = begun.current?.service === service.key ? begun.current.token : undefined;
    const draft = await call('casework/keep-draft', { token, service: service.key, answers: all });
    if (token === undefined) begun.current = { service: service.key, token: draft.token };
    setSupportLine(draft.supportLine);
    return draft;
  };
  return {
    answers,
    asked,
    faults,
    sending,
    supportLine,
    answer: (key, value) => {
      setAnswers((before) => ({ ...before, [key]: value }));
    },
    listen: async () => {
      await keep().catch(() => undefined);
    },
    file: async ({ channel, receivedOn }) => {
      const draft = await keep();
      const wrong = draft.faults.map(({ key, message, remedy }) => [key, `${read(message)} ${read(remedy)}`]);
      setFaults(Object.fromEntries(wrong) as Typed);
      focusOn(draft.faults[0]?.key);
      if (wrong.length > 0) return null;
      return call('casework/file-case', {
        draft: draft.token,
        ...(channel === null ? {} : { channel }),
        ...(receivedOn.trim() === '' ? {} : { receivedOn }),
      });
    },
  };
}
