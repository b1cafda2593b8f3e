import { insertMany } from '../database/insert-many.ts';
import type { Context, Transaction } from '../operation/operation.ts';

export interface AuditEntry {
  readonly operation: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly subjectId?: string | undefined;
  /** Never personal data: counts, areas, years, codes. */
  readonly detail?: object | undefined;
}

const rowOf = (context: Context, entry: AuditEntry) => ({
  audit_id: context.newId(),
  at: context.now(),
  actor: context.actor.name,
  actor_role: context.actor.role,
  actor_area: context.actor.area,
  purpose: context.actor.purpose,
  operation: entry.operation,
  outcome: entry.outcome,
  subject_id: entry.subjectId ?? null,
  detail: entry.detail ?? null,
});

/** Writes who did what, when and why, in the transaction of the act itself; of many people at once, a row for each. */
export const recordAudit = (
  tx: Transaction,
  context: Context,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<void> =>
  insertMany(
    tx,
    'platform_audit',
    [entries].flat().map((entry) => rowOf(context, entry)),
  );
