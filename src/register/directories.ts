import { text } from '../language/index.ts';
import { DomainError, type TransactionContext } from '../platform/index.ts';
import { addressTokens } from './contact.ts';
import { type DocumentKind, kindsOf, tidyDocument } from './documents.ts';
import { parseIdNumber } from './id-number.ts';
import type { RegisterTables } from './tables.ts';
import type { SealedKey, Vault } from './vault.ts';

/** What of a person can be found by its digest; null holds nothing in the directories. */
export type Findable =
  | (Readonly<Record<SealedKey, string | null>> & { readonly documentKind: DocumentKind | null })
  | null;

export interface DirectoryChange {
  readonly personId: string;
  readonly before: Findable;
  readonly after: Findable;
  readonly vault: Vault;
}

/** A number that identifies: who else bears it, is the same person. */
interface Identifier {
  readonly field: SealedKey;
  readonly digest: string;
}

export const taken = (field: SealedKey) =>
  new DomainError({
    code: 'conflict',
    field,
    message: text('该证件号码已在全市登记。', 'This number is already recorded in the city.'),
    remedy: text(
      '请先查找此人；如号码有误，请更正。',
      'Look the person up first; if the number is wrong, correct it.',
    ),
  });

const tables = (context: TransactionContext) => context.tx.withTables<RegisterTables>();

/** What of a person identifies: the citizen number, the number of another document. */
export function identifiersOf(vault: Vault, one: Findable): readonly Identifier[] {
  const found: Identifier[] = [];
  if (one?.idNumber) found.push({ field: 'idNumber', digest: vault.idDigest(one.idNumber) });
  if (one?.documentKind && one.documentNumber)
    found.push({
      field: 'documentNumber',
      digest: vault.documentDigest(one.documentKind, one.documentNumber),
    });
  return found;
}

const without = (list: readonly Identifier[], others: readonly Identifier[]) =>
  list.filter((one) => !others.some(({ digest }) => digest === one.digest));

async function freeIdentifiers(
  context: TransactionContext,
  { personId, before, after, vault }: DirectoryChange,
) {
  for (const gone of without(identifiersOf(vault, before), identifiersOf(vault, after)))
    await tables(context)
      .deleteFrom('register_id_directory')
      .where('id_digest', '=', gone.digest)
      .where('person_id', '=', personId)
      .execute();
}

/** A number belongs to one person in the whole city. */
async function claimIdentifiers(
  context: TransactionContext,
  { personId, before, after, vault }: DirectoryChange,
) {
  for (const added of without(identifiersOf(vault, after), identifiersOf(vault, before))) {
    const claimed = await tables(context)
      .insertInto('register_id_directory')
      .values({ id_digest: added.digest, person_id: personId })
      .onConflict((conflict) => conflict.column('id_digest').doNothing())
      .executeTakeFirst();
    if (claimed.numInsertedOrUpdatedRows !== 1n) throw taken(added.field);
  }
}

async function movePhone(context: TransactionContext, { personId, before, after, vault }: DirectoryChange) {
  const [old, next] = [before?.phone ?? null, after?.phone ?? null];
  if (old === next) return;
  if (old !== null)
    await tables(context)
      .deleteFrom('register_phone_directory')
      .where('phone_digest', '=', vault.phoneDigest(old))
      .where('person_id', '=', personId)
      .execute();
  if (next !== null)
    await tables(context)
      .insertInto('register_phone_directory')
      .values({ phone_digest: vault.phoneDigest(next), person_id: personId })
      .execute();
}

export const digestsOf = ({ addressDigest }: Vault, address: string | null | undefined) =>
  addressTokens(address ?? '').map(addressDigest);

async function moveAddress(context: TransactionContext, { personId, before, after, vault }: DirectoryChange) {
  const [old, next] = [digestsOf(vault, before?.address), digestsOf(vault, after?.address)];
  const gone = old.filter((one) => !next.includes(one));
  const added = next.filter((one) => !old.includes(one));
  if (gone.length > 0)
    await tables(context)
      .deleteFrom('register_address_directory')
      .where('token_digest', 'in', gone)
      .where('person_id', '=', personId)
      .execute();
  if (added.length > 0)
    await tables(context)
      .insertInto('register_address_directory')
      .values(added.map((token_digest) => ({ token_digest, person_id: personId })))
      .execute();
}

/**
 * Keeps the directories at what the numbers, phones and addresses of the people of one act are now. What goes is freed
 * before anything is claimed: a number recorded with the wrong person goes over to the right one in one act.
 */
export async function moveInDirectories(
  context: TransactionContext,
  changes: readonly DirectoryChange[],
): Promise<void> {
  for (const change of changes) await freeIdentifiers(context, change);
  for (const change of changes) {
    await claimIdentifiers(context, change);
    await movePhone(context, change);
    await moveAddress(context, change);
  }
}

/** The digests under which a number may stand, as people type it: none when it cannot be one. */
export function digestsOfNumber(vault: Vault, typed: string): readonly string[] {
  const citizen = parseIdNumber(typed);
  if (citizen) return [vault.idDigest(citizen.idNumber)];
  const tidy = tidyDocument(typed);
  return kindsOf(tidy).map((kind) => vault.documentDigest(kind, tidy));
}

/** Whose number it is, as people type it, in the whole city; null when nobody's, or when it cannot be one. */
export async function findByIdNumber(
  context: TransactionContext,
  typed: string,
  vault: Vault,
): Promise<string | null> {
  const digests = digestsOfNumber(vault, typed);
  if (digests.length === 0) return null;
  const row = await tables(context)
    .selectFrom('register_id_directory')
    .select('person_id')
    .where('id_digest', 'in', digests)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
