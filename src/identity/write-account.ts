import type { AreaCode, Text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { hashPassword } from './password.ts';
import { type RoleName, roles } from './roles.ts';
import type { IdentityTables } from './tables.ts';

const SALT_BYTES = 16;

export interface NewAccount {
  readonly name: string;
  readonly display: Text;
  readonly password: string;
  readonly role: RoleName;
  readonly area: AreaCode;
  readonly demo: boolean;
}

/** Inserts an account, or gives the one of that name this password, role and area. */
export async function writeAccount(context: TransactionContext, account: NewAccount): Promise<void> {
  const values = {
    display_zh: account.display.zh,
    display_en: account.display.en,
    password_hash: await hashPassword(account.password, context.randomBytes(SALT_BYTES)),
    role: account.role,
    area_code: account.area,
    purpose: roles[account.role].purpose,
    demo: account.demo,
  };
  await context.tx
    .withTables<IdentityTables>()
    .insertInto('identity_accounts')
    .values({
      account_id: context.newId(),
      name: account.name,
      created_at: context.now(),
      disabled_at: null,
      ...values,
    })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}
