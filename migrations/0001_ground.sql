-- The ground: what every room stands on. All local tables (src/platform/tables.ts says the kind of each).

CREATE TABLE platform_city (
  id smallint NOT NULL,
  kind text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT platform_city_pk PRIMARY KEY (id),
  CONSTRAINT platform_city_one_row CHECK (id = 1),
  CONSTRAINT platform_city_kind CHECK (kind IN ('synthetic', 'real'))
);

CREATE FUNCTION platform_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a database stays % for ever', OLD.kind USING ERRCODE = 'integrity_constraint_violation';
END
$$;

-- A trigger is allowed here: the table is local and has one row.
CREATE TRIGGER platform_city_for_ever BEFORE UPDATE OR DELETE ON platform_city
  FOR EACH ROW EXECUTE FUNCTION platform_refuse_change();

CREATE TABLE platform_seed (
  id smallint NOT NULL,
  seed bigint NOT NULL,
  scale double precision NOT NULL,
  persons integer NOT NULL,
  finished_at timestamptz NOT NULL,
  CONSTRAINT platform_seed_pk PRIMARY KEY (id),
  CONSTRAINT platform_seed_one_row CHECK (id = 1)
);

CREATE TABLE platform_idempotency (
  actor text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  request_sha256 text NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL,
  CONSTRAINT platform_idempotency_pk PRIMARY KEY (actor, key)
);

CREATE INDEX platform_idempotency_created ON platform_idempotency (created_at);

CREATE TABLE platform_audit (
  audit_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_role text NOT NULL,
  actor_area text COLLATE "C" NOT NULL,
  purpose text NOT NULL,
  operation text NOT NULL,
  outcome text NOT NULL,
  subject_id uuid,
  detail jsonb,
  CONSTRAINT platform_audit_pk PRIMARY KEY (audit_id)
);

CREATE INDEX platform_audit_at ON platform_audit (at);

CREATE TABLE platform_snapshots (
  snapshot_id uuid NOT NULL,
  compartment text NOT NULL,
  at date NOT NULL,
  sealed_at timestamptz NOT NULL,
  sha256 text NOT NULL,
  folder text NOT NULL,
  rows jsonb NOT NULL,
  CONSTRAINT platform_snapshots_pk PRIMARY KEY (snapshot_id)
);

-- Destroying a row here severs the snapshot from the register; the sealed figures stay.
CREATE TABLE platform_snapshot_keys (
  snapshot_id uuid NOT NULL,
  link_key bytea NOT NULL,
  CONSTRAINT platform_snapshot_keys_pk PRIMARY KEY (snapshot_id)
);

GRANT SELECT, INSERT ON platform_city TO jiahu_app;

GRANT SELECT, INSERT ON platform_seed TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON platform_idempotency TO jiahu_app;

GRANT SELECT, INSERT ON platform_audit TO jiahu_app;

GRANT SELECT, INSERT ON platform_snapshots TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON platform_snapshot_keys TO jiahu_app;

GRANT SELECT ON platform_migrations TO jiahu_app;
