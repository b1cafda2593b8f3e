import { text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';
import type { HealthTables } from './tables.ts';

/** Who consented to what in a case, and what was taken back, oldest first. */
export async function consentsOf({ tx }: TransactionContext, { vault }: HealthDependencies, caseId: string) {
  const rows = await tx
    .withTables<HealthTables>()
    .selectFrom('health_consents as given')
    .leftJoin('health_withdrawals as taken', (join) =>
      join.onRef('taken.case_id', '=', 'given.case_id').onRef('taken.consent_id', '=', 'given.consent_id'),
    )
    .selectAll('given')
    .select('taken.withdrawn_at')
    .where('given.case_id', '=', caseId)
    .orderBy('given.recorded_at')
    .execute();
  return rows.map((row) => ({
    consentId: row.consent_id,
    subject: row.subject,
    givenBy: row.given_by,
    giver: vault.open(`consent ${row.consent_id} giver`, row.giver),
    way: row.way,
    version: row.text_version,
    text: text(row.text_zh, row.text_en),
    givenOn: row.given_on,
    recordedBy: row.recorded_by,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}
