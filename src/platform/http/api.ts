import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import type { Locale } from '../../language/index.ts';
import { text } from '../../language/index.ts';
import { DomainError, errorKinds, failure } from '../errors.ts';
import type { Execute } from '../operation/execute.ts';
import type { Actor, Operation } from '../operation/operation.ts';
import type { OperationRegistry } from '../operation/registry.ts';
import { openApi } from './openapi.ts';
import { queryInput } from './query-input.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_BODY = 5 * MEGABYTE;
export const SESSION_COOKIE = 'jiahu_session';

export interface ApiDependencies {
  readonly registry: OperationRegistry;
  readonly execute: Execute;
  readonly authenticate: (token: string | null, callerAddress: string) => Promise<Actor>;
  readonly callerAddress: (context: HonoContext) => string;
  /** Called with the output of an operation before it is answered: sign-in sets its cookie here. */
  readonly decorate: (context: HonoContext, operation: Operation, output: unknown) => void;
  readonly synthetic: boolean;
  readonly version: string;
}

/** `POST /api/<room>/<verb-noun>` for every operation, `GET` for queries, and their description. */
export function createApi(dependencies: ApiDependencies): Hono {
  const api = new Hono();
  const description = openApi(dependencies.registry, dependencies.version);
  api.get('/openapi.json', (context) =>
    context.json({ ...description, 'x-synthetic': dependencies.synthetic }),
  );
  for (const operation of dependencies.registry.values()) mount(api, operation, dependencies);
  // Not `notFound`: that of a mounted application is never asked.
  api.all('*', (context) => answerError(context, unknownOperation(dependencies.registry)));
  api.onError((error, context) => answerError(context, error));
  return api;
}

const tooLarge = (most: number) =>
  failure(
    'too_large',
    text(`请求超过 ${most / MEGABYTE} MB。`, `The request is larger than ${most / MEGABYTE} MB.`),
    text('请分批提交。', 'Send it in parts.'),
  );

const refuseWith = (error: DomainError): never => {
  throw error;
};

const unknownOperation = (registry: OperationRegistry) => {
  const names = [...registry.keys()].sort().join(', ');
  return failure(
    'not_found',
    text('没有这个接口。', 'There is no such operation.'),
    text(`现有接口：${names}。`, `The operations are: ${names}.`),
  );
};

const limitBody = (most: number): MiddlewareHandler =>
  bodyLimit({ maxSize: most, onError: () => refuseWith(tooLarge(most)) });

/** Who may not use an operation sends it no large file. */
function limitFor(operation: Operation, dependencies: ApiDependencies): MiddlewareHandler {
  const { largestInput, permission } = operation;
  const usual = limitBody(LARGEST_BODY);
  if (largestInput === undefined) return usual;
  const large = limitBody(largestInput);
  return async (context, next) => {
    const actor = await dependencies.authenticate(sentToken(context), dependencies.callerAddress(context));
    return actor.permissions.has(permission) ? large(context, next) : usual(context, next);
  };
}

function mount(api: Hono, operation: Operation, dependencies: ApiDependencies): void {
  api.use(`/${operation.name}`, limitFor(operation, dependencies));
  api.post(`/${operation.name}`, async (context) => {
    requireSameOrigin(context);
    return answer(context, dependencies, { operation, input: await readBody(context) });
  });
  if (operation.kind !== 'query') return;
  api.get(`/${operation.name}`, (context) =>
    answer(context, dependencies, {
      operation,
      input: queryInput(operation.input, new URL(context.req.url).searchParams),
    }),
  );
}

interface Call {
  readonly operation: Operation;
  readonly input: unknown;
}

async function answer(context: HonoContext, dependencies: ApiDependencies, call: Call): Promise<Response> {
  const callerAddress = dependencies.callerAddress(context);
  const actor = await dependencies.authenticate(sentToken(context), callerAddress);
  const output = await dependencies.execute(call.operation, call.input, {
    actor,
    callerAddress,
    idempotencyKey: idempotencyKey(context),
  });
  dependencies.decorate(context, call.operation, output);
  context.header('Cache-Control', 'no-store');
  return context.json({ ...(output as object), synthetic: dependencies.synthetic });
}

const unreadable = (message: ReturnType<typeof text>) =>
  failure(
    'unreadable_request',
    message,
    text('请按 /api/openapi.json 的说明发送 JSON。', 'Send JSON as /api/openapi.json describes.'),
  );

async function readBody(context: HonoContext): Promise<unknown> {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    throw unreadable(
      text('请求的 Content-Type 应为 application/json。', 'The Content-Type should be application/json.'),
    );
  }
  const body = await context.req.text();
  try {
    return JSON.parse(body === '' ? '{}' : body) as unknown;
  } catch {
    throw unreadable(text('请求正文不是有效的 JSON。', 'The body is not valid JSON.'));
  }
}

function idempotencyKey(context: HonoContext): string | undefined {
  const key = context.req.header('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw failure(
    'invalid_input',
    text(
      'Idempotency-Key 应为 8 至 200 个可见字符。',
      'The Idempotency-Key should have 8 to 200 visible characters.',
    ),
    text('请使用随机的 UUID。', 'Use a random UUID.'),
  );
}

function sentToken(context: HonoContext): string | null {
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  return bearer ?? getCookie(context, SESSION_COOKIE) ?? null;
}

/** A browser that carries one of our cookies may only post from our own pages. */
export function requireSameOrigin(context: HonoContext): void {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const crossSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreign = origin !== undefined && URL.parse(origin)?.host !== context.req.header('host');
  if (!crossSite && !foreign) return;
  throw failure(
    'forbidden',
    text('不接受来自其他网站的请求。', 'Requests from other sites are not accepted.'),
    text('请从本站页面操作。', 'Act from a page of this site.'),
  );
}

const wantedLocale = (context: HonoContext): Locale =>
  /^en\b/i.test(context.req.header('accept-language') ?? '') ? 'en' : 'zh';

/** The one place that turns an error into an answer of the API. */
export function answerError(context: HonoContext, error: unknown): Response {
  const known = error instanceof DomainError ? error : unexpected();
  const { code, message, remedy, field } = known.details;
  const locale = wantedLocale(context);
  context.header('Cache-Control', 'no-store');
  return context.json(
    { code, message: message[locale], remedy: remedy[locale], ...(field === undefined ? {} : { field }) },
    errorKinds[code].status,
  );
}

const unexpected = () =>
  failure('internal', errorKinds.internal.message, text('请稍后重试。', 'Try again later.'));
