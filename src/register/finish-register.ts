import type pg from 'pg';
import { nameSound } from './names/sound.ts';
import type { Vault } from './vault.ts';

const BATCH = 5000;
/** Constraints that migrations leave NOT VALID: what they ask for, SQL alone cannot write. */
const CONSTRAINTS = ['register_persons_id_number_sealed', 'register_persons_sound'];

interface Unfinished {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
}

const sealed = (vault: Vault, { id, number }: Unfinished): string | null =>
  number === null || number.includes('.') ? number : vault.seal(id, 'idNumber', number);

/** Both columns at once: a row must meet both constraints whenever it is written. */
async function finishBatch(owner: pg.Pool, vault: Vault): Promise<number> {
  const { rows } = await owner.query<Unfinished>(
    `SELECT person_id AS id, name, id_number AS number FROM register_persons
     WHERE sound IS NULL OR id_number NOT LIKE '%.%' LIMIT ${String(BATCH)}`,
  );
  if (rows.length === 0) return 0;
  await owner.query(
    `UPDATE register_persons p SET id_number = n.number, sound = n.sound
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS n (id, number, sound) WHERE p.person_id = n.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => sealed(vault, row)),
      rows.map((row) => nameSound(row.name)),
    ],
  );
  return rows.length;
}

/**
 * Seals identity numbers and writes the sounds of names that an earlier version wrote without, once: valid constraints
 * say that it was done. Killed in the middle, the next start does the rest. Returns how many rows were written.
 */
export async function finishRegister(owner: pg.Pool, vault: Vault): Promise<number> {
  const { rows } = await owner.query<{ name: string }>(
    'SELECT conname AS name FROM pg_constraint WHERE conname = ANY ($1) AND NOT convalidated',
    [CONSTRAINTS],
  );
  if (rows.length === 0) return 0;
  let finished = 0;
  for (;;) {
    const batch = await finishBatch(owner, vault);
    if (batch === 0) break;
    finished += batch;
  }
  for (const { name } of rows) await owner.query(`ALTER TABLE register_persons VALIDATE CONSTRAINT ${name}`);
  return finished;
}
