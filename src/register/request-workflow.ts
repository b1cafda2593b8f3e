import type { Selectable } from 'kysely';
import {
  type Acting,
  action,
  areaContains,
  begin,
  civilDate,
  foldActions,
  outcome,
  type Refusal,
  type Right,
  refuses,
  STAY,
  type Standing,
  step,
  text,
  textField,
  type Workflow,
} from '../language/index.ts';
import type { Actor } from '../platform/index.ts';
import type { RegisterTables } from './tables.ts';

export type RequestRow = Pick<
  Selectable<RegisterTables['register_requests']>,
  | 'kind'
  | 'state'
  | 'requested_at'
  | 'requested_by'
  | 'decided_at'
  | 'decided_by'
  | 'agreeing_side'
  | 'receiving_scope'
  | 'registered_scope'
  | 'resident_scope'
>;

const reason = textField(text('理由', 'reason'));

/** One asks, another decides: the way of every request to the register. */
const secondPerson = (right: Right): Workflow => ({
  first: 'requested',
  steps: {
    requested: step(
      'approval',
      text('待审核', 'requested'),
      text('由另一名人员决定。', 'Somebody else decides.'),
    ),
  },
  outcomes: {
    approved: outcome(true, text('已批准', 'approved'), text('已照此登记。', 'It was recorded as asked.')),
    refused: outcome(false, text('不予批准', 'refused'), text('理由已说明。', 'The reason was given.')),
  },
  actions: {
    ask: action({ label: text('申请', 'ask'), from: ['requested'], to: STAY, most: 1 }),
    approve: action({
      label: text('批准', 'approve'),
      right,
      from: ['requested'],
      to: 'approved',
      otherThan: 'ask',
    }),
    refuse: action({
      label: text('不予批准', 'refuse'),
      right,
      from: ['requested'],
      to: 'refused',
      fields: { reason },
      otherThan: 'ask',
    }),
  },
});

/** Corrections, withdrawals, mergers and erasures are decided by a reviewer, transfers by the other side's registrar. */
export const requestWorkflows = {
  reviewed: secondPerson('approve'),
  agreed: secondPerson('handle'),
} as const;

export const workflowOf = ({ kind }: Pick<RequestRow, 'kind'>): Workflow =>
  kind === 'transfer' ? requestWorkflows.agreed : requestWorkflows.reviewed;

const decisions = { approved: 'approve', refused: 'refuse' } as const;

/** Where a request stands: the fold of asking and, perhaps, deciding. */
function standingOf(row: RequestRow): Standing {
  const workflow = workflowOf(row);
  const day = civilDate(row.requested_at);
  const asked = { action: 'ask', by: 'officer', actor: row.requested_by, day } as const;
  const decided =
    row.state === 'requested'
      ? []
      : [{ action: decisions[row.state], by: 'officer', actor: row.decided_by ?? '', day } as const];
  const standing = foldActions(workflow, day, [asked, ...decided]);
  return 'refusal' in standing ? begin(workflow, day) : standing;
}

/** Whether the area of the side that has to agree to a transfer is the actor's. */
function isAgreeingSide({ area }: Actor, row: RequestRow): boolean {
  const scopes =
    row.agreeing_side === 'receiving' ? [row.receiving_scope] : [row.registered_scope, row.resident_scope];
  return scopes.some((scope) => scope !== null && areaContains(area, scope));
}

function actingOn(actor: Actor, row: RequestRow): Acting {
  const mayAgree = actor.permissions.has('register:write') && isAgreeingSide(actor, row);
  const rights: readonly Right[] = [
    ...(actor.permissions.has('register:approve') ? (['approve'] as const) : []),
    ...(mayAgree ? (['handle'] as const) : []),
  ];
  return { by: 'officer', actor: actor.name, rights: new Set(rights) };
}

/** Why somebody may not decide on a request now; null when they may. */
export const refusesDecision = (
  actor: Actor,
  row: RequestRow,
  decision: 'approve' | 'refuse' = 'approve',
): Refusal | null =>
  refuses(workflowOf(row), standingOf(row), { key: decision, acting: actingOn(actor, row) });
