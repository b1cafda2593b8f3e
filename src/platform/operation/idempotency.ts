import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import type { TransactionContext } from './operation.ts';

/** The key a caller chose for one act, so that sending it twice acts once. */
export interface IdempotentCall {
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
  /** Keyed: a plain digest of a form would tell an identity number to whoever tries all of them. */
  readonly digest: (text: string) => string;
}

const reused = () =>
  failure(
    'idempotency_key_reused',
    text('这个 Idempotency-Key 已用于另一个请求。', 'This Idempotency-Key was used for a different request.'),
    text('请为新的请求使用新的键。', 'Use a new key for a new request.'),
  );

/**
 * Claims `call` inside the open transaction. Returns the receipt when the same call was answered before; null when it
 * is new. A second caller with the same key waits on the primary key until the first has committed or rolled back.
 */
export async function claimCall(context: TransactionContext, call: IdempotentCall): Promise<object | null> {
  const { tx, actor } = context;
  const request = call.digest(JSON.stringify(call.input) ?? 'null');
  const claimed = await tx
    .insertInto('platform_idempotency')
    .values({
      actor: actor.accountId,
      key: call.key,
      operation: call.operation,
      request_sha256: request,
      response: null,
      created_at: context.now(),
    })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return null;
  const earlier = await tx
    .selectFrom('platform_idempotency')
    .selectAll()
    .where('actor', '=', actor.accountId)
    .where('key', '=', call.key)
    .executeTakeFirstOrThrow();
  if (earlier.operation !== call.operation || earlier.request_sha256 !== request) throw reused();
  return earlier.response;
}

/** Keeps the receipt beside the claim, in the same transaction. */
export async function keepReceipt(
  context: TransactionContext,
  call: IdempotentCall,
  receipt: object,
): Promise<void> {
  await context.tx
    .updateTable('platform_idempotency')
    .set({ response: JSON.stringify(receipt) })
    .where('actor', '=', context.actor.accountId)
    .where('key', '=', call.key)
    .execute();
}
