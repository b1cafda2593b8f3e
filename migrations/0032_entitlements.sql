-- Entitlements: who is given what, from which month on. Distributed by the person. State is a fold over append-only
-- actions; the rows of entitlements and segments are kept in the same transaction.

CREATE TABLE benefits_entitlements (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  programme text NOT NULL,
  case_id uuid,
  step text,
  outcome text,
  start_month date,
  account_version integer,
  checked_year integer,
  area_code text COLLATE "C" NOT NULL,
  made_on date NOT NULL,
  made_by text NOT NULL,
  version integer NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_entitlements_pk PRIMARY KEY (person_id, entitlement_id),
  CONSTRAINT benefits_entitlements_open_or_closed CHECK ((step IS NULL) = (outcome IS NOT NULL))
);

-- Nobody has two of the same programme at a time.
CREATE UNIQUE INDEX benefits_entitlements_one_open ON benefits_entitlements (person_id, programme)
  WHERE outcome IS NULL;

CREATE INDEX benefits_entitlements_scope ON benefits_entitlements (area_scope, programme);

CREATE INDEX benefits_entitlements_case ON benefits_entitlements (case_id) WHERE case_id IS NOT NULL;

-- Append-only, but for the column that says who answers for it.
CREATE TABLE benefits_entitlement_actions (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  seq integer NOT NULL,
  action text NOT NULL,
  taken_by text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  step_from text,
  place_to text NOT NULL,
  answers jsonb NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_entitlement_actions_pk PRIMARY KEY (person_id, entitlement_id, seq),
  CONSTRAINT benefits_entitlement_actions_taken_by CHECK (taken_by IN ('applicant', 'officer', 'system'))
);

-- What is given in which months: the variant, and the place whose rates count. next_month is the first month that no
-- approved list has paid yet. Between two segments nothing is given: a pause is a gap.
CREATE TABLE benefits_segments (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  from_month date NOT NULL,
  to_month date,
  next_month date NOT NULL,
  programme text NOT NULL,
  variant text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  beyond_death boolean NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_segments_pk PRIMARY KEY (person_id, entitlement_id, from_month),
  CONSTRAINT benefits_segments_months CHECK (to_month IS NULL OR to_month >= from_month),
  CONSTRAINT benefits_segments_first_days CHECK (extract(day FROM from_month) = 1
    AND extract(day FROM next_month) = 1 AND (to_month IS NULL OR extract(day FROM to_month) = 1))
)
-- Each approved list moves next_month on: room on the page keeps the indexes as they are.
WITH (fillfactor = 60);

CREATE INDEX benefits_segments_scope ON benefits_segments (area_scope, programme);

-- Append-only: where it is paid to; a change is a new version. Number and holder are sealed together.
CREATE TABLE benefits_accounts (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  version integer NOT NULL,
  route text NOT NULL,
  account text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_accounts_pk PRIMARY KEY (person_id, entitlement_id, version),
  CONSTRAINT benefits_accounts_route CHECK (route IN ('bank-account', 'citizen-card'))
);

-- What only the applicant could say stands here and nowhere else, until its day comes.
CREATE TABLE benefits_declarations (
  person_id uuid NOT NULL,
  case_id uuid NOT NULL,
  condition_id text NOT NULL,
  programme text NOT NULL,
  words_zh text NOT NULL,
  words_en text NOT NULL,
  declared_on date NOT NULL,
  kept_years integer NOT NULL,
  kept_until date,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_declarations_pk PRIMARY KEY (person_id, case_id, condition_id)
);

CREATE INDEX benefits_declarations_kept_until ON benefits_declarations (kept_until) WHERE kept_until IS NOT NULL;

-- What is heard of an application in public: a masked name and a programme.
CREATE TABLE benefits_notices (
  case_id uuid NOT NULL,
  level text NOT NULL,
  programme text NOT NULL,
  masked_name text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  posted_on date NOT NULL,
  runs_until date NOT NULL,
  posted_by text NOT NULL,
  taken_down_on date,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_notices_pk PRIMARY KEY (case_id, level),
  CONSTRAINT benefits_notices_level CHECK (level IN ('village', 'township', 'county')),
  CONSTRAINT benefits_notices_days CHECK (runs_until >= posted_on),
  -- Nothing is ever posted of families whose child died or is disabled, of complications or operations.
  CONSTRAINT benefits_notices_never CHECK (programme NOT IN ('special-support', 'complication-support', 'cleft-operation'))
);

CREATE TABLE benefits_objections (
  case_id uuid NOT NULL,
  objection_id uuid NOT NULL,
  received_on date NOT NULL,
  account text NOT NULL,
  recorded_by text NOT NULL,
  finding text,
  found_on date,
  found_by text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_objections_pk PRIMARY KEY (case_id, objection_id),
  CONSTRAINT benefits_objections_found CHECK ((finding IS NULL) = (found_on IS NULL) AND (finding IS NULL) = (found_by IS NULL))
);

ALTER TABLE benefits_entitlement_actions ADD CONSTRAINT benefits_entitlement_actions_entitlement_fk
  FOREIGN KEY (person_id, entitlement_id) REFERENCES benefits_entitlements (person_id, entitlement_id);

ALTER TABLE benefits_segments ADD CONSTRAINT benefits_segments_entitlement_fk
  FOREIGN KEY (person_id, entitlement_id) REFERENCES benefits_entitlements (person_id, entitlement_id);

ALTER TABLE benefits_accounts ADD CONSTRAINT benefits_accounts_entitlement_fk
  FOREIGN KEY (person_id, entitlement_id) REFERENCES benefits_entitlements (person_id, entitlement_id);

ALTER TABLE benefits_notices ADD CONSTRAINT benefits_notices_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE benefits_objections ADD CONSTRAINT benefits_objections_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE benefits_entitlements ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_entitlements FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_entitlements_area ON benefits_entitlements USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_entitlement_actions ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_entitlement_actions FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_entitlement_actions_area ON benefits_entitlement_actions USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_segments ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_segments FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_segments_area ON benefits_segments USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_accounts FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_accounts_area ON benefits_accounts USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_declarations ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_declarations FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_declarations_area ON benefits_declarations USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_notices ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_notices FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_notices_area ON benefits_notices USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_objections ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_objections FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_objections_area ON benefits_objections USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, UPDATE ON benefits_entitlements TO jiahu_app;

GRANT SELECT, INSERT ON benefits_entitlement_actions TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_entitlement_actions TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON benefits_segments TO jiahu_app;

GRANT SELECT, INSERT ON benefits_accounts TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_accounts TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON benefits_declarations TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON benefits_notices TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON benefits_objections TO jiahu_app;
