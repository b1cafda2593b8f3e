import { sql } from 'kysely';
import type { TransactionContext } from '../platform/index.ts';

/*
 * When two records of one human are merged, what benefits hold of either stays under the record for which it was
 * written, and is read together. So a merger that is withdrawn leaves everything where it was.
 */

/**
 * Every record that was merged into another: `person_id`, and the `survivor` that goes on. Four mergers in a row are
 * followed; there are no recursive queries on many machines.
 */
export const survivors = `(
    SELECT a.person_id, coalesce(d.merged_into, c.merged_into, b.merged_into, a.merged_into) AS survivor
    FROM register_persons a
    LEFT JOIN register_persons b ON b.person_id = a.merged_into AND b.merged_into IS NOT NULL
    LEFT JOIN register_persons c ON c.person_id = b.merged_into AND c.merged_into IS NOT NULL
    LEFT JOIN register_persons d ON d.person_id = c.merged_into AND d.merged_into IS NOT NULL
    WHERE a.merged_into IS NOT NULL
  )`;

/** All records of those of whom there are several: `record_id`, and the `survivor`, which is a record of itself. */
export const severalRecords = `(
    SELECT person_id AS record_id, survivor FROM ${survivors} away
    UNION SELECT survivor, survivor FROM ${survivors} staying
  )`;

/** The records of the human to whom this one belongs, itself first, as far as the open transaction may see. */
export async function recordsOf({ tx }: TransactionContext, personId: string): Promise<readonly string[]> {
  const known = [personId];
  for (let asked = [personId]; asked.length > 0; ) {
    const { rows } = await sql<{ readonly id: string }>`
      SELECT merged_into AS id FROM register_persons
        WHERE person_id = ANY (${asked}::uuid[]) AND merged_into IS NOT NULL
      UNION SELECT person_id FROM register_persons WHERE merged_into = ANY (${asked}::uuid[])`.execute(tx);
    asked = rows.map(({ id }) => id).filter((id) => !known.includes(id));
    known.push(...asked);
  }
  return known;
}
