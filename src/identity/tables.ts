import type { AreaCode } from '../language/index.ts';
import type { RoleName } from './roles.ts';

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type AccountsTable = {
  account_id: string;
  name: string;
  display_zh: string;
  display_en: string;
  password_hash: string;
  role: RoleName;
  area_code: AreaCode;
  purpose: string;
  demo: boolean;
  created_at: Date;
  disabled_at: Date | null;
};

type SessionsTable = {
  token_sha256: string;
  account_id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
};

type SignInFailuresTable = {
  subject: string;
  failed_at: Date;
  failure_id: string;
};

/** The tables of the identity room. */
export type IdentityTables = {
  identity_accounts: AccountsTable;
  identity_sessions: SessionsTable;
  identity_sign_in_failures: SignInFailuresTable;
};

export const identityTableKinds = {
  identity_accounts: { kind: 'local' },
  identity_sessions: { kind: 'local' },
  identity_sign_in_failures: { kind: 'local' },
} as const;
