import { createHash } from 'node:crypto';
import type { Actor, Transaction, TransactionContext } from '../platform/index.ts';
import { type RoleName, roles } from './roles.ts';
import type { IdentityTables } from './tables.ts';

const TOKEN_BYTES = 32;
const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex');
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

export interface OpenedSession {
  /** 256 random bits; only its SHA-256 is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens a session for an account; every sign-in gets a token of its own. */
export async function openSession(context: TransactionContext, accountId: string): Promise<OpenedSession> {
  const token = context.randomBytes(TOKEN_BYTES).toString('base64url');
  const now = context.now();
  const expiresAt = later(now, ABSOLUTE_HOURS * 60);
  await context.tx
    .withTables<IdentityTables>()
    .insertInto('identity_sessions')
    .values({
      token_sha256: sha256(token),
      account_id: accountId,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

/** The name under which the session of a token is kept. */
export const sessionOf = (token: string): string => sha256(token);

export const closeSession = async (tx: Transaction, session: string): Promise<void> => {
  await tx
    .withTables<IdentityTables>()
    .deleteFrom('identity_sessions')
    .where('token_sha256', '=', session)
    .execute();
};

/** Ends every session that is over, idle or of nobody any more. Returns how many. */
export async function endExpiredSessions(tx: Transaction, now: Date): Promise<number> {
  const ended = await tx
    .withTables<IdentityTables>()
    .deleteFrom('identity_sessions')
    .where((row) => row.or([row('expires_at', '<=', now), row('seen_at', '<=', later(now, -IDLE_MINUTES))]))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

export const actorOf = (account: {
  readonly account_id: string;
  readonly name: string;
  readonly role: RoleName;
  readonly area_code: Actor['area'];
}): Actor => ({
  accountId: account.account_id,
  name: account.name,
  role: account.role,
  area: account.area_code,
  purpose: roles[account.role].purpose,
  permissions: new Set(roles[account.role].permissions),
});

/** Who holds `token` at this moment: role and area are read anew on every request, so a change acts at once. */
export async function actorOfToken(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<(Actor & { readonly demo: boolean }) | null> {
  const db = tx.withTables<IdentityTables>();
  const row = await db
    .selectFrom('identity_sessions as s')
    .innerJoin('identity_accounts as a', 'a.account_id', 's.account_id')
    .select(['a.account_id', 'a.name', 'a.role', 'a.area_code', 'a.demo', 's.seen_at'])
    .where('s.token_sha256', '=', sha256(token))
    .where('s.expires_at', '>', now)
    .where('s.seen_at', '>', later(now, -IDLE_MINUTES))
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  // One write a minute is enough to keep an idle clock.
  if (row.seen_at < later(now, -1)) {
    await db
      .updateTable('identity_sessions')
      .set({ seen_at: now })
      .where('token_sha256', '=', sha256(token))
      .execute();
  }
  return { ...actorOf(row), demo: row.demo, session: sha256(token) };
}
