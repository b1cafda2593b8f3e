import { sql } from 'kysely';
import type { AreaCode } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { type Asked, applyRequest } from './apply-request.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { sealForm } from './masked-form.ts';
import type { RegisterTables } from './tables.ts';
import type { Vault } from './vault.ts';

export interface NewRequest {
  readonly personId: string;
  readonly formKey: string;
  readonly asked: Asked;
  readonly reason: string;
  readonly transfer?: Transfer;
}

/** The side that does not have the person yet, and which of the two has to agree. */
export interface Transfer {
  readonly receiving: AreaCode;
  readonly agreeing: 'sending' | 'receiving';
}

/**
 * Tries what is asked, by the very code that will carry it out, and takes it back: what cannot be is refused before
 * anybody has to decide on it.
 */
export async function tryOut(context: TransactionContext, dependencies: RegisterDependencies, asked: Asked) {
  await sql`SAVEPOINT request`.execute(context.tx);
  await applyRequest(context, dependencies, asked);
  await sql`ROLLBACK TO SAVEPOINT request`.execute(context.tx);
}

/** What is asked for, as it waits: sealed where the register seals it. */
function storedForm(vault: Vault, requestId: string, asked: Asked): string | null {
  if (asked.kind === 'withdraw') return null;
  return JSON.stringify(
    asked.kind === 'erase' ? { field: asked.field } : sealForm(vault, requestId, asked.form),
  );
}

export async function keepRequest(context: TransactionContext, vault: Vault, request: NewRequest) {
  const db = context.tx.withTables<RegisterTables>();
  const { personId, asked } = request;
  const requestId = context.newId();
  const { name, ...scopes } = await db
    .selectFrom('register_persons')
    .select(['registered_scope', 'resident_scope', 'name'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('register_requests')
    .values({
      person_id: personId,
      request_id: requestId,
      kind: asked.kind,
      event_id: 'eventId' in asked ? asked.eventId : null,
      form_key: request.formKey,
      form: storedForm(vault, requestId, asked),
      reason: request.reason,
      state: 'requested',
      requested_at: context.now(),
      requested_by: context.actor.name,
      decided_at: null,
      decided_by: null,
      decision_reason: null,
      receiving_scope: request.transfer?.receiving ?? null,
      agreeing_side: request.transfer?.agreeing ?? null,
      subject_name: request.transfer ? name : null,
      ...scopes,
    })
    .execute();
  return { personId, requestId };
}
