import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineProcess, failure, recordAudit } from '../../platform/index.ts';
import { unusableHash, verifyPassword } from '../password.ts';
import { openSession } from '../sessions.ts';
import { noteFailure, requireFewFailures, subjectsOf } from '../sign-in-throttle.ts';
import type { IdentityTables } from '../tables.ts';

const input = z.object({
  name: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1000),
});

const output = z.object({
  /** For `Authorization: Bearer …`; the browser gets it as a cookie as well. */
  token: z.string(),
  expiresAt: z.iso.datetime(),
  account: z.object({ name: z.string(), role: z.string(), area: z.string() }),
});

export interface SignInDependencies {
  /** Demo accounts may sign in only where nobody but this machine can reach the server. */
  readonly demoAllowed: (callerAddress: string) => boolean;
}

const wrong = () =>
  failure(
    'unauthenticated',
    text('用户名或密码不正确。', 'Name or password is not right.'),
    text(
      '请核对后重试；忘记密码请联系管理员。',
      'Check them and try again; if forgotten, ask an administrator.',
    ),
  );

/** Opens a session for a name and password. Wrong name and wrong password look alike and take the same time. */
export const signIn = (dependencies: SignInDependencies) =>
  defineProcess({
    name: 'identity/sign-in',
    kind: 'process',
    summary: text('登录', 'Sign in'),
    permission: 'public',
    input,
    output,
    handle: async (context, { name, password }) => {
      const subjects = subjectsOf(name, context.callerAddress);
      const account = await context.transaction(async (within) => {
        await requireFewFailures(within, subjects);
        return within.tx
          .withTables<IdentityTables>()
          .selectFrom('identity_accounts')
          .selectAll()
          .where('name', '=', name)
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
      });
      // Outside any transaction: deriving the key takes tens of milliseconds.
      const right = await verifyPassword(password, account?.password_hash ?? unusableHash);
      if (!account || !right || (account.demo && !dependencies.demoAllowed(context.callerAddress))) {
        await context.transaction(async (within) => {
          await noteFailure(within, subjects);
          await recordAudit(within.tx, within, {
            operation: 'identity/sign-in',
            outcome: 'refused',
            detail: { name },
          });
        });
        throw wrong();
      }
      const session = await context.transaction((within) => openSession(within, account.account_id));
      return {
        token: session.token,
        expiresAt: session.expiresAt.toISOString(),
        account: { name: account.name, role: account.role, area: account.area_code },
      };
    },
  });
