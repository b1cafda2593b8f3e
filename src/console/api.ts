import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ExplainedFigure,
  ReturnForms,
  ReturnHistory,
  ReturnList,
  Scorecard,
  SubmissionAnswer,
} from '../statistics/index.ts';

/** Who is signed in. */
export interface Session {
  readonly name: string;
  readonly role: string;
  readonly area: string;
  readonly permissions: readonly string[];
}

/** What the operations answer, as their own declarations say. */
interface Answers {
  readonly 'identity/read-session': Session;
  readonly 'identity/sign-in': { readonly account: { readonly name: string } };
  readonly 'identity/sign-out': object;
  readonly 'statistics/read-scorecard': Scorecard;
  readonly 'statistics/explain-figure': ExplainedFigure;
  readonly 'statistics/list-return-forms': ReturnForms;
  readonly 'statistics/list-returns': ReturnList;
  readonly 'statistics/submit-returns': SubmissionAnswer;
  readonly 'statistics/submit-return-file': SubmissionAnswer;
  readonly 'statistics/approve-returns': { readonly approved: number };
  readonly 'statistics/send-back-return': { readonly area: string };
  readonly 'statistics/read-return-history': ReturnHistory;
}
export type OperationName = keyof Answers;

/** One sentence and its remedy, in the language of the caller. */
export class ApiError extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function asError(body: unknown): ApiError {
  const said = isRecord(body) ? body : {};
  const word = (key: string, otherwise: string) => (typeof said[key] === 'string' ? said[key] : otherwise);
  return new ApiError(word('code', 'internal'), word('message', '出错了。'), word('remedy', ''));
}

const unreachable = () =>
  new ApiError('unavailable', '服务器没有回答。 The server did not answer.', '请稍后重试。 Try again later.');

/** Calls an operation; the session travels in its cookie. */
export async function call<N extends OperationName>(name: N, input: object): Promise<Answers[N]> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(input),
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw asError(body);
  return body as Answers[N];
}

export interface Loaded<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  /** Whether `data` or `error` answers what is asked now, and not what was asked before. */
  readonly fresh: boolean;
  /** Asks again; settles when the answer is there. */
  readonly reload: () => Promise<void>;
}

interface Answered<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly asked: string | null;
}

const toApiError = (error: unknown) => (error instanceof ApiError ? error : asError(null));

/** Asks an operation whenever its input changes; an answer that comes too late is dropped, one that fails leaves what is known. */
export function useAnswer<N extends OperationName>(name: N, input: object | null): Loaded<Answers[N]> {
  const [state, setState] = useState<Answered<Answers[N]>>({ data: null, error: null, asked: null });
  const latest = useRef(0);
  const asked = input === null ? null : JSON.stringify(input);
  const ask = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    if (asked === null) return;
    const known = (before: Answered<Answers[N]>) => (before.asked === asked ? before.data : null);
    const answer = await call(name, JSON.parse(asked) as object).then(
      (data) => () => ({ data, error: null, asked }),
      (error: unknown) => (before: Answered<Answers[N]>) => ({
        data: known(before),
        error: toApiError(error),
        asked,
      }),
    );
    if (mine === latest.current) setState(answer);
  }, [name, asked]);
  useEffect(() => {
    void ask();
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return { data: state.data, error: state.error, fresh: state.asked === asked, reload: ask };
}
