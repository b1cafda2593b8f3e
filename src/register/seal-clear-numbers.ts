import type pg from 'pg';
import type { Vault } from './vault.ts';

const BATCH = 5000;
const CONSTRAINT = 'register_persons_id_number_sealed';

/**
 * Seals the identity numbers that a version before sealing wrote in clear, once: the constraint that forbids them is
 * valid afterwards. Killed in the middle, the next start does the rest.
 */
export async function sealClearNumbers(owner: pg.Pool, vault: Vault): Promise<number> {
  const { rows } = await owner.query<{ valid: boolean }>(
    'SELECT convalidated AS valid FROM pg_constraint WHERE conname = $1',
    [CONSTRAINT],
  );
  if (rows[0]?.valid) return 0;
  let sealed = 0;
  for (;;) {
    const clear = await owner.query<{ person_id: string; id_number: string }>(
      `SELECT person_id, id_number FROM register_persons WHERE id_number IS NOT NULL AND id_number NOT LIKE '%.%' LIMIT ${String(BATCH)}`,
    );
    if (clear.rows.length === 0) break;
    await owner.query(
      'UPDATE register_persons p SET id_number = n.value FROM unnest($1::uuid[], $2::text[]) AS n (id, value) WHERE p.person_id = n.id',
      [
        clear.rows.map((row) => row.person_id),
        clear.rows.map((row) => vault.seal(row.person_id, 'idNumber', row.id_number)),
      ],
    );
    sealed += clear.rows.length;
  }
  await owner.query(`ALTER TABLE register_persons VALIDATE CONSTRAINT ${CONSTRAINT}`);
  return sealed;
}
