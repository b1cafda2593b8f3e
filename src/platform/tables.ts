import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Instant = ColumnType<Date, Date, Date>;

/** The one row that says, for ever, whether this database holds made-up or real people. */
type CityTable = {
  readonly id: 1;
  readonly kind: 'synthetic' | 'real';
  readonly area_code: string;
  readonly created_at: Instant;
};

/** How the made-up city was made, once it was. */
type SeedTable = {
  readonly id: 1;
  readonly seed: number;
  readonly scale: number;
  readonly persons: number;
  readonly finished_at: Instant;
};

type IdempotencyTable = {
  actor: string;
  key: string;
  operation: string;
  request_sha256: string;
  response: JSONColumnType<object | null, string | null, string | null>;
  created_at: Instant;
};

type AuditTable = {
  audit_id: string;
  at: Instant;
  actor: string;
  actor_role: string;
  actor_area: string;
  purpose: string;
  operation: string;
  outcome: string;
  subject_id: string | null;
  detail: JSONColumnType<object | null, string | null, never>;
};

type SnapshotTable = {
  snapshot_id: string;
  compartment: string;
  at: ColumnType<string, string, never>;
  sealed_at: Instant;
  sha256: string;
  folder: string;
  rows: JSONColumnType<Record<string, number>, string, never>;
};

type SnapshotKeyTable = {
  snapshot_id: string;
  link_key: Buffer;
};

/** What proves that the keys at hand are the ones of this database. */
type KeyCheckTable = {
  name: string;
  check_value: string;
};

type MigrationTable = {
  name: string;
  sha256: string;
  applied_at: Generated<Date>;
};

/** The tables of the ground. */
export type PlatformTables = {
  platform_city: CityTable;
  platform_seed: SeedTable;
  platform_idempotency: IdempotencyTable;
  platform_audit: AuditTable;
  platform_snapshots: SnapshotTable;
  platform_snapshot_keys: SnapshotKeyTable;
  platform_key_checks: KeyCheckTable;
  platform_migrations: MigrationTable;
};

export const platformTableKinds = {
  platform_city: { kind: 'local' },
  platform_seed: { kind: 'local' },
  platform_idempotency: { kind: 'local' },
  platform_audit: { kind: 'local' },
  platform_snapshots: { kind: 'local' },
  platform_snapshot_keys: { kind: 'local' },
  platform_key_checks: { kind: 'local' },
  platform_migrations: { kind: 'local' },
} as const;
