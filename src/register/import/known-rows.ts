import type { TransactionContext } from '../../platform/index.ts';
import type { RegisterTables } from '../tables.ts';
import type { Vault } from '../vault.ts';
import type { SheetRow } from './sheet.ts';

/** What a row says, whatever the order of its columns. */
export function digestOf(vault: Vault, { form, cells }: SheetRow): string {
  const said = Object.keys(form.fields).map((key) => cells[key] ?? '');
  return vault.rowDigest(JSON.stringify([form.key, ...said]));
}

/** Which of the rows were taken in before. */
export async function knownDigests(
  context: TransactionContext,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set();
  const rows = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_import_rows')
    .select('row_digest')
    .where('row_digest', 'in', digests)
    .execute();
  return new Set(rows.map((row) => row.row_digest));
}
