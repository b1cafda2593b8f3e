import { text } from '../language/index.ts';
import { DomainError, type TransactionContext } from '../platform/index.ts';
import { idDigest, parseIdNumber } from './id-number.ts';
import type { RegisterTables } from './tables.ts';

interface Claim {
  readonly personId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly secret: Buffer;
}

const taken = () =>
  new DomainError({
    code: 'conflict',
    field: 'idNumber',
    message: text('该身份证号已在全市登记。', 'This identity number is already recorded in the city.'),
    remedy: text(
      '请先查找此人；如号码有误，请更正。',
      'Look the person up first; if the number is wrong, correct it.',
    ),
  });

/** Keeps the directory at what a person's number is now: a number belongs to one person in the whole city. */
export async function claimIdNumber(context: TransactionContext, claim: Claim): Promise<void> {
  const { personId, before, after, secret } = claim;
  if (before === after) return;
  const db = context.tx.withTables<RegisterTables>();
  if (before !== null)
    await db
      .deleteFrom('register_id_directory')
      .where('id_digest', '=', idDigest(secret, before))
      .where('person_id', '=', personId)
      .execute();
  if (after === null) return;
  const claimed = await db
    .insertInto('register_id_directory')
    .values({ id_digest: idDigest(secret, after), person_id: personId })
    .onConflict((conflict) => conflict.column('id_digest').doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows !== 1n) throw taken();
}

/** Whose number it is, as people type it, in the whole city; null when nobody's, or when it cannot be one. */
export async function findByIdNumber(
  context: TransactionContext,
  typed: string,
  secret: Buffer,
): Promise<string | null> {
  const number = parseIdNumber(typed);
  if (!number) return null;
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_id_directory')
    .select('person_id')
    .where('id_digest', '=', idDigest(secret, number.idNumber))
    .executeTakeFirst();
  return row?.person_id ?? null;
}
