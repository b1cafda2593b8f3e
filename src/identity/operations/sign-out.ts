import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { closeSession, sessionOf } from '../sessions.ts';

/** Ends the session whose token is given, or the one in which it is called: a browser cannot read its own token. */
export const signOut = defineOperation({
  name: 'identity/sign-out',
  kind: 'command',
  summary: text('退出登录', 'Sign out'),
  permission: 'public',
  input: z.object({ token: z.string().min(1).max(200).optional() }),
  output: z.object({ signedOut: z.literal(true) }),
  handle: async (context, { token }) => {
    const session = token === undefined ? context.actor.session : sessionOf(token);
    if (session !== undefined) await closeSession(context.tx, session);
    return { signedOut: true as const };
  },
});
