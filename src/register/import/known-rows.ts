import { sql } from 'kysely';
import type { TransactionContext } from '../../platform/index.ts';
import type { SheetRow } from './sheet.ts';

/**
 * Which of the rows were taken in before, by their digests. One look into the index for each: LIMIT keeps the planner
 * from reading the whole table, which grows with every file.
 */
export async function knownDigests(
  context: TransactionContext,
  rows: readonly SheetRow[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const { rows: known } = await sql<{ digest: string }>`
    SELECT digest FROM unnest(${rows.map((row) => row.digest)}::text[]) AS digest
    CROSS JOIN LATERAL (SELECT FROM register_import_rows WHERE row_digest = digest LIMIT 1) AS one`.execute(
    context.tx,
  );
  return new Set(known.map(({ digest }) => digest));
}
