import type { Text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { CaseVault } from './case-vault.ts';
import type { CaseRow } from './open-case.ts';
import type { CaseworkTables } from './tables.ts';

interface Telling {
  readonly vault: CaseVault;
  readonly row: Pick<CaseRow, 'case_id' | 'number' | 'compartment' | 'area_scope'>;
  /** Null when nobody can be reached: then it stands on the page of the case alone. */
  readonly phone: string | null;
  readonly body: Text;
}

/** Writes what the applicant is told; a job sends it. It names the case by number, never the matter. */
export async function tellApplicant(
  context: TransactionContext,
  { vault, row, phone, body }: Telling,
): Promise<void> {
  const messageId = context.newId();
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_messages')
    .values({
      case_id: row.case_id,
      message_id: messageId,
      recipient: phone === null ? null : vault.seal(`message ${messageId}`, phone),
      body_zh: `【${row.number}】${body.zh}`,
      body_en: `[${row.number}] ${body.en}`,
      written_at: context.now(),
      sent_at: null,
      compartment: row.compartment,
      area_scope: row.area_scope,
    })
    .execute();
}
