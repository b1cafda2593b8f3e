import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import type { Transaction } from '../operation/operation.ts';
import { type BlindIndex, createFieldCipher, type Keyring, type Sealed } from './field-cipher.ts';

const KNOWN = 'jiahu';
const NO_RANDOM = () => Buffer.alloc(12);

const foreignKeys = (name: string) =>
  failure(
    'misconfigured',
    text(
      `密钥（${name}）不是这个数据库的密钥。`,
      `The keys at hand (${name}) are not the ones of this database.`,
    ),
    text(
      '请从备份恢复数据目录中的 secret.key 和 field-keys.json，不要新建。',
      'Restore secret.key and field-keys.json of the data folder from a backup; do not make new ones.',
    ),
  );

const opens = (ring: Keyring, name: string, value: string): boolean => {
  try {
    return createFieldCipher(ring, NO_RANDOM).open(value as Sealed, name) === KNOWN;
  } catch {
    return false;
  }
};

/**
 * Proves that every key which has been in use in this database is at hand, before anything is read or written with
 * them; keys that are new here are noted. A lost key would otherwise show only when somebody needs what it sealed.
 */
export async function proveKeys(tx: Transaction, ring: Keyring, directory: BlindIndex): Promise<void> {
  const rows = await tx.selectFrom('platform_key_checks').selectAll().execute();
  const known = new Map(rows.map((row) => [row.name, row.check_value]));
  for (const [name, value] of known) {
    const right = name === 'directory' ? value === directory(KNOWN) : opens(ring, name, value);
    if (!right) throw foreignKeys(name);
  }
  const now = [
    ['directory', directory(KNOWN)] as const,
    ...[...ring.keys].map(([version, key]) => {
      const name = `field ${String(version)}`;
      const alone = createFieldCipher({ newest: version, keys: new Map([[version, key]]) }, NO_RANDOM);
      return [name, alone.seal(KNOWN, name)] as const;
    }),
  ];
  const added = now.filter(([name]) => !known.has(name));
  if (added.length === 0) return;
  await tx
    .insertInto('platform_key_checks')
    .values(added.map(([name, check_value]) => ({ name, check_value })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
