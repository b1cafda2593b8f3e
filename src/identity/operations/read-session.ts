import { z } from 'zod';
import { addDays, type CalendarDate, text } from '../../language/index.ts';
import { type Actor, defineOperation } from '../../platform/index.ts';

interface SessionDependencies {
  readonly today: () => CalendarDate;
  /** A key of 256 bits that only this server can make, for a name. */
  readonly keyFor: (name: string) => string;
}

/**
 * Keys for what waits in the browser without a network: of the account and the day, so that whoever signs in again
 * the same day or the next can still send it. Nobody who is not signed in gets one.
 */
function offlineKeys(
  { accountId, session }: Actor,
  { today, keyFor }: SessionDependencies,
): readonly string[] {
  if (session === undefined) return [];
  return [today(), addDays(today(), -1)].map((day) => keyFor(JSON.stringify([accountId, day])));
}

/** Who the caller is, as the server sees it. */
export const readSession = (dependencies: SessionDependencies) =>
  defineOperation({
    name: 'identity/read-session',
    kind: 'query',
    summary: text('当前登录身份', 'Who is signed in'),
    permission: 'public',
    input: z.object({}),
    output: z.object({
      name: z.string(),
      role: z.string(),
      area: z.string(),
      purpose: z.string(),
      permissions: z.array(z.string()),
      /** The first one seals, all of them open; base64url. */
      offlineKeys: z.array(z.string()),
    }),
    handle: ({ actor }) =>
      Promise.resolve({
        name: actor.name,
        role: actor.role,
        area: actor.area,
        purpose: actor.purpose,
        permissions: [...actor.permissions].sort(),
        offlineKeys: [...offlineKeys(actor, dependencies)],
      }),
  });
