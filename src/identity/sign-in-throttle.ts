import { text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { IdentityTables } from './tables.ts';

const WINDOW_MINUTES = 15;
const ALLOWED_PER_NAME = 5;
const ALLOWED_PER_ADDRESS = 50;

/** What is counted: guesses at one name, and guesses from one address. */
export const subjectsOf = (name: string, address: string) => [`name:${name}`, `address:${address}`] as const;

const limitOf = (subject: string) => (subject.startsWith('name:') ? ALLOWED_PER_NAME : ALLOWED_PER_ADDRESS);

/** Refuses to look at a password after too many wrong ones in a quarter of an hour. */
export async function requireFewFailures(
  context: TransactionContext,
  subjects: readonly string[],
): Promise<void> {
  const since = new Date(context.now().getTime() - WINDOW_MINUTES * 60_000);
  for (const subject of subjects) {
    const { failures } = await context.tx
      .withTables<IdentityTables>()
      .selectFrom('identity_sign_in_failures')
      .select((query) => query.fn.countAll<number>().as('failures'))
      .where('subject', '=', subject)
      .where('failed_at', '>', since)
      .executeTakeFirstOrThrow();
    if (failures >= limitOf(subject)) throw tooMany();
  }
}

const tooMany = () =>
  failure(
    'too_many_requests',
    text('登录失败次数过多。', 'There were too many failed sign-ins.'),
    text('请在十五分钟后重试。', 'Try again in fifteen minutes.'),
  );

export async function noteFailure(context: TransactionContext, subjects: readonly string[]): Promise<void> {
  await context.tx
    .withTables<IdentityTables>()
    .insertInto('identity_sign_in_failures')
    .values(subjects.map((subject) => ({ subject, failed_at: context.now(), failure_id: context.newId() })))
    .execute();
}

/** Forgets failures that no longer count. Returns how many. */
export async function forgetFailures(context: TransactionContext): Promise<number> {
  const since = new Date(context.now().getTime() - WINDOW_MINUTES * 60_000);
  const gone = await context.tx
    .withTables<IdentityTables>()
    .deleteFrom('identity_sign_in_failures')
    .where('failed_at', '<=', since)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
