import { z } from 'zod';
import { areaContains, areaInput, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { requireGoodPassword } from '../password.ts';
import { assignableRoles } from '../roles.ts';
import type { IdentityTables } from '../tables.ts';
import { writeAccount } from '../write-account.ts';

const input = z.object({
  name: z.string().trim().min(2).max(60),
  displayName: z.string().trim().min(1).max(60),
  password: z.string(),
  role: z.enum(assignableRoles),
  area: areaInput,
});

/** A new account, its role bound to an area inside the administrator's own. */
export const createAccount = defineOperation({
  name: 'identity/create-account',
  kind: 'command',
  summary: text('新建账户', 'Create an account'),
  permission: 'identity:administer',
  input,
  output: z.object({ name: z.string(), role: z.string(), area: z.string() }),
  handle: async (context, { name, displayName, password, role, area }) => {
    requireGoodPassword(password);
    if (!areaContains(context.actor.area, area)) throw outsideArea();
    const taken = await context.tx
      .withTables<IdentityTables>()
      .selectFrom('identity_accounts')
      .select('name')
      .where('name', '=', name)
      .executeTakeFirst();
    if (taken) throw nameTaken(name);
    const display = { zh: displayName, en: displayName };
    await writeAccount(context, { name, display, password, role, area, demo: false });
    return { name, role, area };
  },
});

const outsideArea = () =>
  failure(
    'forbidden',
    text('不能为管辖范围以外的地区设立账户。', 'You may not give an account an area outside your own.'),
    text('请选择本辖区内的地区。', 'Choose an area inside yours.'),
  );

const nameTaken = (name: string) =>
  failure(
    'conflict',
    text(`用户名 ${name} 已被使用。`, `The name ${name} is taken.`),
    text('请换一个用户名。', 'Choose another name.'),
  );
