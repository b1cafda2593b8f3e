import type { Context, Transaction } from '../operation/operation.ts';

export interface AuditEntry {
  readonly operation: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly subjectId?: string | undefined;
  /** Never personal data: counts, areas, years, codes. */
  readonly detail?: object | undefined;
}

/** Writes who did what, when and why, in the transaction of the act itself. */
export async function recordAudit(tx: Transaction, context: Context, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('platform_audit')
    .values({
      audit_id: context.newId(),
      at: context.now(),
      actor: context.actor.name,
      actor_role: context.actor.role,
      actor_area: context.actor.area,
      purpose: context.actor.purpose,
      operation: entry.operation,
      outcome: entry.outcome,
      subject_id: entry.subjectId ?? null,
      detail: entry.detail ? JSON.stringify(entry.detail) : null,
    })
    .execute();
}
