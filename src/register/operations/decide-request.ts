import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Refusal, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { type Asked, applyRequest } from '../apply-request.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { Erasable } from '../erase-contact.ts';
import { openForm } from '../masked-form.ts';
import { refusesDecision } from '../request-workflow.ts';
import type { RegisterTables } from '../tables.ts';
import type { Vault } from '../vault.ts';

type RequestRow = Selectable<RegisterTables['register_requests']>;

const input = z.object({
  personId: z.uuid(),
  requestId: z.uuid(),
  approve: z.boolean(),
  /** Needed when it is refused. */
  reason: z.string().trim().max(500).default(''),
});

const unknownRequest = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有这项申请。', 'There is no such request in your area.'),
    text('请刷新待办列表。', 'Reload the list.'),
  );

const decidedAlready = () =>
  failure(
    'conflict',
    text('这项申请已有决定。', 'The request was decided already.'),
    text('请刷新待办列表。', 'Reload the list.'),
  );

const ownRequest = () =>
  failure(
    'forbidden',
    text('不能审核自己提出的申请。', 'Nobody decides on what they asked for themselves.'),
    text('请由另一名审核人员办理。', 'Have somebody else decide.'),
  );

const notYours = () =>
  failure(
    'forbidden',
    text('这项申请不由您决定。', 'This request is not yours to decide.'),
    text(
      '迁移由对方地区的登记人员确认，其他由审核人员决定。',
      'The other side agrees to transfers; a reviewer decides on the rest.',
    ),
  );

const reasonMissing = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'reason',
    message: text('不予批准须说明理由。', 'A refusal needs a reason.'),
    remedy: text('请写明理由。', 'Say why.'),
  });

/** What the workflow of requests refuses, in words. */
const refusals: Readonly<Record<Refusal, () => DomainError>> = {
  'unknown-action': notYours,
  'not-from-here': decidedAlready,
  'not-yours': notYours,
  'second-person': ownRequest,
  'too-early': notYours,
  'too-often': decidedAlready,
};

interface Deciding {
  readonly personId: string;
  readonly requestId: string;
  readonly approve: boolean;
  readonly isTransfer: boolean;
}

/** The request, locked, when the caller may decide on it so. */
async function openRequest(context: TransactionContext, deciding: Deciding) {
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_requests')
    .selectAll()
    .where('person_id', '=', deciding.personId)
    .where('request_id', '=', deciding.requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknownRequest();
  const refusal = refusesDecision(context.actor, row, deciding.approve ? 'approve' : 'refuse');
  if (refusal) throw refusals[refusal]();
  if ((row.kind === 'transfer') !== deciding.isTransfer) throw notYours();
  return row;
}

function askedIn(
  { kind, person_id, request_id, event_id, form: sealed, form_key }: RequestRow,
  vault: Vault,
): Asked {
  const form = openForm(vault, request_id, sealed ?? {});
  if (kind === 'record' || kind === 'transfer') return { kind, formKey: form_key, form };
  // The field was one of the closed list when the request was kept.
  if (kind === 'erase') return { kind, personId: person_id, field: sealed?.['field'] as Erasable };
  const record = { personId: person_id, eventId: event_id ?? '' };
  return kind === 'correct' ? { kind, ...record, form } : { kind, ...record };
}

const output = z.object({
  personId: z.uuid(),
  requestId: z.uuid(),
  state: z.enum(['approved', 'refused']),
});

async function decide(
  context: TransactionContext,
  dependencies: RegisterDependencies,
  { row, approve, reason }: { readonly row: RequestRow; readonly approve: boolean; readonly reason: string },
) {
  if (!approve && reason === '') throw reasonMissing();
  const state = approve ? 'approved' : 'refused';
  const { person_id: personId, request_id: requestId } = row;
  await context.tx
    .withTables<RegisterTables>()
    .updateTable('register_requests')
    .set({
      state,
      decided_at: context.now(),
      decided_by: context.actor.name,
      decision_reason: reason === '' ? null : reason,
    })
    .where('person_id', '=', personId)
    .where('request_id', '=', requestId)
    .execute();
  if (approve) await applyRequest(context, dependencies, askedIn(row, dependencies.vault));
  return { personId, requestId, state } as const;
}

/** Approves what was asked, which is then carried out at once, or refuses it with a reason. Never one's own. */
export const decideRequest = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/decide-request',
    kind: 'command',
    summary: text('审核登记申请', 'Decide on a request'),
    permission: 'register:approve',
    input,
    output,
    handle: async (context, { personId, requestId, ...decision }) => {
      const row = await openRequest(context, { personId, requestId, ...decision, isTransfer: false });
      return decide(context, dependencies, { row, ...decision });
    },
  });

/** Agrees for the other side to a transfer, which is then recorded at once, or refuses it with a reason. */
export const decideTransfer = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/decide-transfer',
    kind: 'command',
    summary: text('确认跨地区迁移', 'Agree to a transfer between areas'),
    permission: 'register:write',
    input,
    output,
    handle: async (context, { personId, requestId, ...decision }) => {
      const row = await openRequest(context, { personId, requestId, ...decision, isTransfer: true });
      return decide(context, dependencies, { row, ...decision });
    },
  });
