import type { Logger } from 'pino';
import type { z } from 'zod';
import { text } from '../../language/index.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../database/connect.ts';
import { asDomainError } from '../database/database-errors.ts';
import { actorScope } from '../database/scope.ts';
import { DomainError, failure } from '../errors.ts';
import { claimCall, type IdempotentCall, keepReceipt } from './idempotency.ts';
import type {
  Actor,
  Context,
  Operation,
  ProcessOperation,
  TransactionalOperation,
  TransactionContext,
} from './operation.ts';
import { parseInput } from './parse-input.ts';

/** What the platform reads from outside, given once at start: nothing else reads it. */
export interface Surroundings {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Buffer;
  readonly log: Logger;
  /** Keyed digest by which a repeated request is known as the same. */
  readonly requestDigest: (text: string) => string;
}

export interface CallOptions {
  readonly actor: Actor;
  readonly callerAddress?: string;
  readonly idempotencyKey?: string | undefined;
  readonly progress?: Context['progress'];
}

/** Runs one operation for somebody: parse, permission, transaction, handler, audit, receipt. */
export type Execute = <I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  input: unknown,
  options: CallOptions,
) => Promise<z.output<O>>;

/** The way of every request: see docs/way-of-a-request.md. */
export function createExecutor(surroundings: Surroundings): Execute {
  return async (operation, input, options) => {
    const context = contextFor(surroundings, options);
    try {
      const parsed = parseInput(operation.input, input, operation.explainField);
      requirePermission(operation, options.actor);
      const output =
        operation.kind === 'process'
          ? await runProcess(surroundings, context, { operation, input: parsed })
          : await runInTransaction(surroundings, context, {
              operation,
              input: parsed,
              key: options.idempotencyKey,
            });
      return operation.output.parse(output);
    } catch (error) {
      throw await refusal(surroundings, context, { operation, error: asDomainError(error) });
    }
  };
}

const contextFor = (surroundings: Surroundings, options: CallOptions): Context => ({
  actor: options.actor,
  callerAddress: options.callerAddress ?? 'local',
  now: surroundings.now,
  newId: surroundings.newId,
  randomBytes: surroundings.randomBytes,
  log: surroundings.log,
  progress: options.progress ?? (() => undefined),
});

function requirePermission(operation: Operation, actor: Actor): void {
  if (operation.permission === 'public' || actor.permissions.has(operation.permission)) return;
  if (actor.role === 'public') throw signInFirst();
  throw failure(
    'forbidden',
    text(
      `角色“${actor.role}”没有权限 ${operation.permission}。`,
      `The role ${actor.role} lacks the permission ${operation.permission}.`,
    ),
    text(
      '请由有此权限的人员办理，或请管理员调整角色。',
      'Ask somebody who has it, or an administrator to change the role.',
    ),
  );
}

const signInFirst = () =>
  failure(
    'unauthenticated',
    text('此操作需要登录。', 'This needs a signed-in user.'),
    text('请登录后重试。', 'Sign in and try again.'),
  );

interface TransactionalCall {
  readonly operation: TransactionalOperation;
  readonly input: unknown;
  readonly key: string | undefined;
}

function runInTransaction(
  surroundings: Surroundings,
  context: Context,
  call: TransactionalCall,
): Promise<unknown> {
  return surroundings.database.transaction(actorScope(context.actor), async (tx) => {
    const within: TransactionContext = { ...context, tx };
    const { operation, input } = call;
    if (operation.kind === 'query') return runQuery(within, operation, input);
    const idempotent: IdempotentCall | null =
      call.key === undefined || operation.keepsNoReceipt
        ? null
        : { key: call.key, operation: operation.name, input, digest: surroundings.requestDigest };
    const earlier = idempotent && (await claimCall(within, idempotent));
    if (earlier) return earlier;
    return runCommand(within, call, idempotent);
  });
}

async function runQuery(context: TransactionContext, operation: TransactionalOperation, input: unknown) {
  const output = await operation.handle(context, input);
  if (operation.auditReads) {
    await recordAudit(context.tx, context, {
      operation: operation.name,
      outcome: 'done',
      subjectId: subjectOf(output) ?? subjectOf(input),
      ...detailOf(operation, input),
    });
  }
  return output;
}

async function runCommand(
  context: TransactionContext,
  call: TransactionalCall,
  idempotent: IdempotentCall | null,
) {
  // Parsed before it is kept, so that the receipt of a repeated call is the one that was given.
  const output: unknown = call.operation.output.parse(await call.operation.handle(context, call.input));
  const subjectId = subjectOf(output) ?? subjectOf(call.input);
  await recordAudit(context.tx, context, {
    operation: call.operation.name,
    outcome: 'done',
    subjectId,
    ...detailOf(call.operation, call.input),
  });
  if (idempotent && isObject(output)) await keepReceipt(context, idempotent, output);
  return output;
}

const detailOf = ({ auditDetail }: TransactionalOperation, input: unknown) =>
  auditDetail ? { detail: auditDetail(input) } : {};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The person, household or case that an input or output is about, by the owner keys of the schema. */
function subjectOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const fields: Partial<Record<string, unknown>> = { ...value };
  const id = fields['personId'] ?? fields['householdId'] ?? fields['caseId'];
  return typeof id === 'string' ? id : undefined;
}

interface ProcessCall {
  readonly operation: ProcessOperation;
  readonly input: unknown;
}

async function runProcess(surroundings: Surroundings, context: Context, call: ProcessCall): Promise<unknown> {
  const scope = actorScope(context.actor);
  const transaction = <T>(work: (within: TransactionContext) => Promise<T>) =>
    surroundings.database.transaction(scope, (tx) => work({ ...context, tx }));
  const output = await call.operation.handle({ ...context, transaction }, call.input);
  await transaction((within) =>
    recordAudit(within.tx, within, { operation: call.operation.name, outcome: 'done' }),
  );
  return output;
}

interface Refused {
  readonly operation: Operation;
  readonly error: unknown;
}

/** Denials are audited in a transaction of their own; bugs are logged and become one sentence without insides. */
async function refusal(surroundings: Surroundings, context: Context, refused: Refused): Promise<DomainError> {
  const { operation, error } = refused;
  if (!(error instanceof DomainError)) {
    context.log.error({ err: error, operation: operation.name }, 'operation failed');
    return internalError();
  }
  if (error.details.code === 'forbidden') {
    await surroundings.database.transaction(actorScope(context.actor), (tx) =>
      recordAudit(tx, context, {
        operation: operation.name,
        outcome: 'refused',
        detail: { code: error.details.code },
      }),
    );
  }
  return error;
}

const internalError = () =>
  failure(
    'internal',
    text('系统内部错误，操作未完成。', 'An internal error occurred; the operation was not carried out.'),
    text(
      '请稍后重试；如再次发生，请告知管理员查看日志。',
      'Try again later; if it happens again, have an administrator look at the log.',
    ),
  );
