import type { AreaCode } from '../language/index.ts';
import type { Purpose, TransactionContext } from '../platform/index.ts';
import { roles } from './roles.ts';
import type { IdentityTables } from './tables.ts';

/** What an account may do, and where. */
export interface KnownAccount {
  readonly name: string;
  readonly display: { readonly zh: string; readonly en: string };
  readonly role: string;
  readonly area: AreaCode;
  readonly purpose: Purpose;
  readonly permissions: ReadonlySet<string>;
}

/** The account of that name that may sign in; null. */
export async function findAccount(context: TransactionContext, name: string): Promise<KnownAccount | null> {
  const row = await context.tx
    .withTables<IdentityTables>()
    .selectFrom('identity_accounts')
    .selectAll()
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const role = Object.values(roles).find((one) => one.name === row.role);
  return {
    name: row.name,
    display: { zh: row.display_zh, en: row.display_en },
    role: row.role,
    area: row.area_code,
    purpose: row.purpose as Purpose,
    permissions: new Set(role?.permissions),
  };
}
