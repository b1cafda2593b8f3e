import { sql } from 'kysely';
import type { BulkTransaction, Sealed } from '../platform/index.ts';
import type { Details } from './person-file.ts';
import type { Changes } from './records.ts';
import { type SealedKey, sealedKeys, type Vault } from './vault.ts';

/** Rows looked at together: few enough that nobody waits long for one of them. */
const BATCH = 2000;

const columns: Readonly<Record<SealedKey, string>> = {
  idNumber: 'id_number',
  documentNumber: 'document_number',
  phone: 'phone',
  address: 'address',
};

interface PersonValues {
  readonly person_id: string;
  readonly id_number: Sealed | null;
  readonly document_number: Sealed | null;
  readonly phone: Sealed | null;
  readonly address: Sealed | null;
}

/** The value sealed with the newest key; null when it is already. */
const renewerOf =
  (vault: Vault, personId: string) =>
  (key: SealedKey, sealed: Sealed | null): Sealed | null => {
    if (sealed === null || vault.isCurrent(sealed)) return null;
    return vault.seal(personId, key, vault.open(personId, key, sealed));
  };

/** Seals the next persons after `after` anew where an older key was used. */
export async function resealPersons({ client }: BulkTransaction, vault: Vault, after: string) {
  const { rows } = await client.query<PersonValues>(
    `SELECT person_id, id_number, document_number, phone, address FROM register_persons WHERE person_id > $1 ORDER BY person_id LIMIT ${String(BATCH)} FOR UPDATE`,
    [after],
  );
  let resealed = 0;
  for (const key of sealedKeys) {
    const found = rows.flatMap((row) => {
      const value = renewerOf(vault, row.person_id)(
        key,
        row[columns[key] as keyof PersonValues] as Sealed | null,
      );
      return value === null ? [] : [{ id: row.person_id, value }];
    });
    if (found.length === 0) continue;
    resealed += found.length;
    await client.query(
      `UPDATE register_persons p SET ${columns[key]} = n.value FROM unnest($1::uuid[], $2::text[]) AS n (id, value) WHERE p.person_id = n.id`,
      [found.map((one) => one.id), found.map((one) => one.value)],
    );
  }
  return { last: rows.at(-1)?.person_id ?? null, resealed };
}

function renewChanges(vault: Vault, personId: string, changes: Changes): Changes | null {
  const renew = renewerOf(vault, personId);
  const renewedChanges = sealedKeys.flatMap((key) => {
    const change = changes[key];
    if (!change) return [];
    const side = (value: string | null) => renew(key, value as Sealed | null) ?? value;
    const next = { from: side(change.from), to: side(change.to) };
    return next.from === change.from && next.to === change.to ? [] : [[key, next] as const];
  });
  return renewedChanges.length === 0 ? null : { ...changes, ...Object.fromEntries(renewedChanges) };
}

/** Seals what records say of sealed attributes anew: the one thing in a record that may be written again. */
export async function resealRecords({ client, tx }: BulkTransaction, vault: Vault): Promise<number> {
  const keys = sql.join(sealedKeys.map((key) => sql`${key}`));
  const { rows } = await sql<{ person_id: string; event_id: string; details: Details }>`
    SELECT person_id, event_id, details FROM register_events
    WHERE details IS NOT NULL AND details -> 'changes' ?| ARRAY[${keys}]::text[]`.execute(tx);
  let resealed = 0;
  for (const { person_id, event_id, details } of rows) {
    const changes = renewChanges(vault, person_id, details.changes ?? {});
    if (changes === null) continue;
    resealed += 1;
    await client.query('UPDATE register_events SET details = $3 WHERE person_id = $1 AND event_id = $2', [
      person_id,
      event_id,
      JSON.stringify({ ...details, changes }),
    ]);
  }
  return resealed;
}
