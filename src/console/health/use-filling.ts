import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ApiError } from '../api.ts';
import { useWording } from '../messages.ts';
import { type Asked, askId } from './ask.tsx';
import { faultsOf, givenOf, type Values } from './check-answers.ts';
import { useOnce } from './use-once.ts';

export interface Form {
  /** What the ids of its fields begin with. */
  readonly name: string;
  readonly asked: readonly Asked[];
  readonly initial: Values;
  /** What was typed stays when it was sent: for what is tried again with other values. */
  readonly keeps?: boolean;
  readonly send: (given: Values, key: string) => Promise<void>;
}

export interface Filling {
  readonly values: Values;
  readonly answer: (key: string, value: string) => void;
  /** What is wrong, by question. */
  readonly faults: Values;
  /** What the server refused, and whether that is said beside one of the questions. */
  readonly error: ApiError | null;
  readonly isPlaced: boolean;
  readonly sending: boolean;
  /** Sends it, unless something is wrong: then the first of it has the focus. */
  readonly attempt: () => void;
}

export const focusSoon = (id: string) => {
  setTimeout(() => document.getElementById(id)?.focus());
};

export const saidBy = ({ message, remedy }: ApiError) => `${message} ${remedy}`;

/** What the server refused, if it is about a question of this form. */
const ofServer = (error: ApiError | null, asked: readonly Asked[]): Values =>
  error && asked.some(({ key }) => key === error.field) ? { [error.field]: saidBy(error) } : {};

/** A form while it is filled in. */
export function useFilling({ name, asked, initial, keeps = false, send }: Form): Filling {
  const wording = useWording();
  const [values, setValues] = useState<Values>(initial);
  const [own, setOwn] = useState<Values>({});
  const { sending, error, run, clear } = useOnce();
  const refused = ofServer(error, asked);
  const [wrong] = Object.keys(refused);
  useEffect(() => {
    if (wrong !== undefined) focusSoon(askId(name, wrong));
  }, [wrong, error, name]);
  const sendIt = () =>
    run(async (key) => {
      await send(givenOf(values), key);
      if (!keeps) setValues(initial);
    });
  return {
    values,
    faults: { ...refused, ...own },
    error,
    isPlaced: wrong !== undefined,
    sending,
    answer: (key, value) => {
      setValues((before) => ({ ...before, [key]: value }));
    },
    attempt: () => {
      const found = faultsOf(asked, values, wording);
      const [first] = Object.keys(found);
      setOwn(found);
      clear();
      if (first === undefined) void sendIt();
      else focusSoon(askId(name, first));
    },
  };
}

/** Ctrl+Enter sends, Escape leaves. */
export const formKeys =
  (attempt: () => void, onCancel: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel?.();
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    attempt();
  };
