import { text } from '../language/index.ts';
import { failure, type ProcessContext, type TransactionContext } from '../platform/index.ts';
import { readCaseNumber } from './case-number.ts';
import { readCode } from './case-vault.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import type { CaseworkTables, Compartment } from './tables.ts';

/** A case that somebody without an account has shown to be theirs. */
export interface Reached {
  readonly caseId: string;
  readonly compartment: Compartment;
}

const MOST_WRONG = 10;
const CLOSED_MINUTES = 60;

/** A wrong number and a wrong code look alike. */
export const notReached = () =>
  failure(
    'not_found',
    text('编号或查询码不正确。', 'The number or the code is not right.'),
    text('请核对回执上的编号和查询码。', 'Check both on your receipt.'),
  );

const tooManyGuesses = () =>
  failure(
    'too_many_requests',
    text('错误次数过多。', 'There were too many wrong codes.'),
    text('请一小时后重试，或拨打 12345。', 'Try again in an hour, or call 12345.'),
  );

const numberRow = (context: TransactionContext, { vault }: CaseworkDependencies, typed: string) =>
  context.tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_numbers')
    .selectAll()
    .where('number_digest', '=', vault.numberDigest(readCaseNumber(typed) ?? ''))
    .executeTakeFirst();

/** The case of a number; null. For what the house itself has kept of it: from people it asks for a second factor. */
export async function caseOfNumber(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  number: string,
): Promise<Reached | null> {
  const row = await numberRow(context, dependencies, number);
  return row ? { caseId: row.case_id, compartment: row.compartment } : null;
}

interface ShownCode {
  readonly number: string;
  readonly code: string;
  /** Whether the token of a link that asks how it went will do as well. */
  readonly orRatingToken?: boolean;
}

/** The case of a number, for whoever has the code of its receipt; null. */
export async function reachByCode(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { number, code, orRatingToken = false }: ShownCode,
): Promise<Reached | null> {
  const { vault } = dependencies;
  const row = await numberRow(context, dependencies, number);
  const caseId = row?.case_id ?? '';
  const isRight =
    readCode(code) === vault.queryCode(caseId) || (orRatingToken && code === vault.ratingToken(caseId));
  return row && isRight ? { caseId, compartment: row.compartment } : null;
}

/** Number and second factor, as whoever has no account shows them. */
export interface ShownSecret {
  readonly number: string;
  /** The code of the receipt, or the whole phone number that was left. */
  readonly secret: string;
}

/**
 * The case of a number for whoever shows its second factor; `not_found` for a wrong guess. Wrong guesses are counted in
 * a transaction of their own, although nothing is answered, and end the trying: `too_many_requests`.
 */
export async function reachBySecret(
  context: ProcessContext,
  dependencies: CaseworkDependencies,
  shown: ShownSecret,
): Promise<Reached> {
  const reached = await context.transaction((within) => trySecret(within, dependencies, shown));
  if (reached === 'wrong') throw notReached();
  if (reached === 'closed') throw tooManyGuesses();
  return reached;
}

/** Every wrong guess is counted on the number that was tried. */
async function trySecret(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { number, secret }: ShownSecret,
): Promise<Reached | 'wrong' | 'closed'> {
  const { vault } = dependencies;
  const row = await numberRow(context, dependencies, number);
  if (!row) return 'wrong';
  if (row.closed_until && row.closed_until > context.now()) return 'closed';
  const digits = secret.normalize('NFKC').replace(/[\s-]/g, '');
  const isRight =
    readCode(secret) === vault.queryCode(row.case_id) ||
    (row.phone_digest !== null && vault.phoneDigest(digits) === row.phone_digest);
  if (isRight) return { caseId: row.case_id, compartment: row.compartment };
  const wrong = row.wrong_guesses + 1;
  const isOver = wrong >= MOST_WRONG;
  await context.tx
    .withTables<CaseworkTables>()
    .updateTable('casework_numbers')
    .set({
      wrong_guesses: isOver ? 0 : wrong,
      closed_until: isOver ? new Date(context.now().getTime() + CLOSED_MINUTES * 60_000) : null,
    })
    .where('number_digest', '=', row.number_digest)
    .execute();
  return 'wrong';
}
