-- Areas: reference tables, rarely written, effective-dated.

CREATE TABLE areas_divisions (
  code text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  name_zh text NOT NULL,
  name_en text,
  level text NOT NULL,
  parent_code text COLLATE "C",
  invented boolean NOT NULL,
  source text NOT NULL,
  CONSTRAINT areas_divisions_pk PRIMARY KEY (code, valid_from),
  CONSTRAINT areas_divisions_code CHECK (code ~ '^[1-9][0-9]{11}$'),
  CONSTRAINT areas_divisions_level CHECK (level IN ('province', 'city', 'county', 'township', 'village')),
  CONSTRAINT areas_divisions_validity CHECK (valid_to IS NULL OR valid_to > valid_from)
);

CREATE INDEX areas_divisions_parent ON areas_divisions (parent_code);

CREATE TABLE areas_successors (
  code text COLLATE "C" NOT NULL,
  successor_code text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT areas_successors_pk PRIMARY KEY (code, successor_code),
  CONSTRAINT areas_successors_other CHECK (code <> successor_code)
);

CREATE INDEX areas_successors_successor ON areas_successors (successor_code);

-- Identity: local tables.

CREATE TABLE identity_accounts (
  account_id uuid NOT NULL,
  name text NOT NULL,
  display_zh text NOT NULL,
  display_en text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  purpose text NOT NULL,
  demo boolean NOT NULL,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz,
  CONSTRAINT identity_accounts_pk PRIMARY KEY (account_id),
  CONSTRAINT identity_accounts_name UNIQUE (name)
);

CREATE TABLE identity_sessions (
  token_sha256 text NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT identity_sessions_pk PRIMARY KEY (token_sha256)
);

CREATE INDEX identity_sessions_account ON identity_sessions (account_id);

CREATE TABLE identity_sign_in_failures (
  subject text NOT NULL,
  failed_at timestamptz NOT NULL,
  failure_id uuid NOT NULL,
  CONSTRAINT identity_sign_in_failures_pk PRIMARY KEY (failure_id)
);

CREATE INDEX identity_sign_in_failures_subject ON identity_sign_in_failures (subject, failed_at);

ALTER TABLE identity_sessions ADD CONSTRAINT identity_sessions_account_fk
  FOREIGN KEY (account_id) REFERENCES identity_accounts (account_id);

GRANT SELECT, INSERT, UPDATE ON areas_divisions TO jiahu_app;

GRANT SELECT, INSERT ON areas_successors TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON identity_accounts TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON identity_sessions TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON identity_sign_in_failures TO jiahu_app;
