import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { closeSession } from '../sessions.ts';

/** Ends the session whose token is given. */
export const signOut = defineOperation({
  name: 'identity/sign-out',
  kind: 'command',
  summary: text('退出登录', 'Sign out'),
  permission: 'public',
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({ signedOut: z.literal(true) }),
  handle: async (context, { token }) => {
    await closeSession(context.tx, token);
    return { signedOut: true as const };
  },
});
