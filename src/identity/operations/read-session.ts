import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';

/** Who the caller is, as the server sees it. */
export const readSession = defineOperation({
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
  }),
  handle: ({ actor }) =>
    Promise.resolve({
      name: actor.name,
      role: actor.role,
      area: actor.area,
      purpose: actor.purpose,
      permissions: [...actor.permissions].sort(),
    }),
});
