import type { AreaCode } from '../../language/index.ts';
import { text } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import type { RegisterTables } from '../tables.ts';
import type { Vault } from '../vault.ts';
import type { Belonging } from './prepare-person.ts';
import { type Wrong, wrongRow } from './problem.ts';

const VERSION = 0x80;
const VARIANT = 0x80;

/** The id of a household that a file names by its number in a village: the same whenever it is named again. */
export function householdIdOf(vault: Vault, village: AreaCode | null, number: string): string {
  const bytes = Buffer.from(vault.rowDigest(JSON.stringify(['household', village, number])), 'base64url');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Which of the households are in the register, among those that the actor's city has. */
export async function existingHouseholds(
  context: TransactionContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_households')
    .select('household_id')
    .where('household_id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.household_id));
}

const REMEDY = text(
  '每户恰有一人为户主，其余成员填写与户主关系。',
  'One member of each household is its head; the others say what they are to the head.',
);

/** What is wrong with the members of one household, taken together. */
export function wrongHousehold(members: readonly Belonging[], exists: boolean): Wrong | null {
  const heads = members.filter((one) => one.relation === 'head').length;
  if (members.some((one) => one.relation === null))
    return wrongRow(
      text('户内有人没有填写与户主关系。', 'Somebody in the household has no relation.'),
      REMEDY,
    );
  if (exists && heads > 0)
    return wrongRow(text('该户已有户主。', 'The household has a head already.'), REMEDY);
  if (!exists && heads !== 1)
    return wrongRow(text(`该户有 ${heads} 名户主。`, `The household has ${heads} heads.`), REMEDY);
  return null;
}
