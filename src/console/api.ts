import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Duplicates,
  EventForms,
  Family,
  FoundPersons,
  ImportList,
  ImportOutcome,
  ImportTemplate,
  PersonAsOf,
  RecordedAnswers,
  RequestDetail,
  RequestList,
} from '../register/index.ts';
import type {
  ExplainedFigure,
  ReturnForms,
  ReturnHistory,
  ReturnList,
  Scorecard,
  SubmissionAnswer,
} from '../statistics/index.ts';

import type { BenefitAnswers } from './benefits/answers.ts';
import type { CaseAnswers } from './cases/answers.ts';
import type { HealthAnswers } from './health/answers.ts';

/** Who is signed in. */
export interface Session {
  readonly name: string;
  readonly role: string;
  readonly area: string;
  /** Why they may look: cases of health services are seen for that purpose alone. */
  readonly purpose: string;
  readonly permissions: readonly string[];
  /** What seals forms that wait for a network. */
  readonly offlineKeys: readonly string[];
}

interface Receipt {
  readonly personId: string;
  readonly eventId: string;
}
interface Requested {
  readonly personId: string;
  readonly requestId: string;
}
interface Villages {
  readonly villages: readonly { readonly code: string; readonly name: string }[];
}

/** What the operations answer, as their own declarations say. */
interface Answers extends CaseAnswers, HealthAnswers, BenefitAnswers {
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
  readonly 'areas/list-villages': Villages;
  readonly 'register/search-persons': FoundPersons;
  readonly 'register/find-duplicates': Duplicates;
  readonly 'register/read-person': PersonAsOf;
  readonly 'register/read-family': Family;
  readonly 'register/list-event-forms': EventForms;
  readonly 'register/read-form': RecordedAnswers;
  readonly 'register/reveal-field': { readonly value: string };
  readonly 'register/request-correction': Requested;
  readonly 'register/request-withdrawal': Requested;
  readonly 'register/request-record': Requested;
  readonly 'register/import-file': ImportOutcome;
  readonly 'register/read-import-template': ImportTemplate;
  readonly 'register/list-imports': ImportList;
  readonly 'register/export-persons': { fileName: string; rows: number; content: string };
  readonly 'register/export-person-file': {
    readonly document: { readonly fileName: string; readonly content: string } | null;
  };
  readonly 'register/list-requests': RequestList;
  readonly 'register/read-request': RequestDetail;
  readonly 'register/decide-request': { readonly state: string };
  readonly 'register/decide-transfer': { readonly state: string };
  readonly 'register/request-transfer': Requested;
  readonly 'register/request-erasure': Requested;
}
export type OperationName = keyof Answers;

/** One sentence and its remedy, in the language of the caller. */
export class ApiError extends Error {
  readonly code: string;
  readonly remedy: string;
  /** The question whose answer is wrong. */
  readonly field: string;
  constructor(code: string, message: string, { remedy, field = '' }: { remedy: string; field?: string }) {
    super(message);
    this.field = field;
    this.code = code;
    this.remedy = remedy;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function asError(body: unknown): ApiError {
  const said = isRecord(body) ? body : {};
  const word = (key: string, otherwise: string) => (typeof said[key] === 'string' ? said[key] : otherwise);
  return new ApiError(word('code', 'internal'), word('message', '出错了。'), {
    remedy: word('remedy', ''),
    field: word('field', ''),
  });
}

const unreachable = () =>
  new ApiError('unavailable', '服务器没有回答。 The server did not answer.', {
    remedy: '请稍后重试。 Try again later.',
  });

/** Records an event by the operation of its form; the same key sent twice records once. */
export const record = (operation: string, input: object, key: string): Promise<Receipt> =>
  post(operation, input, { 'Idempotency-Key': key }) as Promise<Receipt>;

/** Calls an operation that happens once for one key, however often it is sent. */
export const callOnce = <N extends OperationName>(name: N, input: object, key: string): Promise<Answers[N]> =>
  post(name, input, { 'Idempotency-Key': key }) as Promise<Answers[N]>;

/** Calls an operation; the session travels in its cookie. */
export const call = <N extends OperationName>(name: N, input: object): Promise<Answers[N]> =>
  post(name, input) as Promise<Answers[N]>;

async function post(
  name: string,
  input: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': document.documentElement.lang,
      ...headers,
    },
    body: JSON.stringify(input),
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw asError(body);
  return body;
}

/** What forms need of the server is remembered while the page is open, so that they go on without a network. */
const REMEMBERED = new Set<OperationName>([
  'identity/read-session',
  'register/list-event-forms',
  'register/read-family',
  'register/read-person',
  'areas/list-villages',
]);
const MOST_REMEMBERED = 200;
const remembered = new Map<string, unknown>();

/** At signing out nothing of anybody stays in the page. */
export const forgetAnswers = (): void => {
  remembered.clear();
};

const CITY_DIGITS = 4;

/** The city that an area lies in. */
export const cityOf = (area: string): string => area.slice(0, CITY_DIGITS);

/** Asks an operation; what was answered to the same question before, when nobody answers now. */
async function askServer<N extends OperationName>(name: N, asked: string): Promise<Answers[N]> {
  const key = `${name} ${asked}`;
  try {
    const answer = await call(name, JSON.parse(asked) as object);
    if (REMEMBERED.has(name)) remembered.delete(key);
    if (REMEMBERED.has(name)) remembered.set(key, answer);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return answer;
  } catch (error) {
    const known = remembered.get(key);
    // It was remembered as the answer of this very operation.
    if (known !== undefined && error instanceof ApiError && error.code === 'unavailable')
      return known as Answers[N];
    throw error;
  }
}

/** Has what forms need at hand before the network is gone: villages of the area, and of the city for who moves. */
export const remember = async (area: string): Promise<void> => {
  await Promise.allSettled([
    askServer('register/list-event-forms', '{}'),
    ...[area, cityOf(area)].map((one) => askServer('areas/list-villages', JSON.stringify({ area: one }))),
  ]);
};

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
    const answer = await askServer(name, asked).then(
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
