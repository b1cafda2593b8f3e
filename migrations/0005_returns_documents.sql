-- Returns: numbers that areas report and the areas above approve. Distributed by the reporting area.
-- area_scope is the code of today that answers for the row: row-level security reads it.

CREATE TABLE statistics_returns (
  area_code text COLLATE "C" NOT NULL,
  form text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  form_version integer NOT NULL,
  amounts jsonb NOT NULL,
  explanation text,
  state text NOT NULL,
  approved_level text,
  invented boolean NOT NULL,
  submitted_by text NOT NULL,
  version integer NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT statistics_returns_pk PRIMARY KEY (area_code, form, from_date),
  CONSTRAINT statistics_returns_days CHECK (to_date >= from_date),
  CONSTRAINT statistics_returns_state CHECK (state IN ('submitted', 'sent_back', 'approved')),
  CONSTRAINT statistics_returns_approved CHECK ((state = 'approved') = (approved_level IS NOT NULL)),
  CONSTRAINT statistics_returns_level CHECK (approved_level IN ('township', 'county', 'city'))
);

CREATE INDEX statistics_returns_scope ON statistics_returns (area_scope);

CREATE INDEX statistics_returns_form ON statistics_returns (form, from_date);

-- Append-only: every step of a return, with what it said then.
CREATE TABLE statistics_return_steps (
  area_code text COLLATE "C" NOT NULL,
  step_id uuid NOT NULL,
  form text NOT NULL,
  from_date date NOT NULL,
  step text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  by_area text COLLATE "C" NOT NULL,
  amounts jsonb NOT NULL,
  remark text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT statistics_return_steps_pk PRIMARY KEY (area_code, step_id),
  CONSTRAINT statistics_return_steps_step CHECK (step IN ('submitted', 'sent_back', 'approved'))
);

CREATE INDEX statistics_return_steps_return ON statistics_return_steps (area_code, form, from_date);

ALTER TABLE statistics_returns ENABLE ROW LEVEL SECURITY;

ALTER TABLE statistics_returns FORCE ROW LEVEL SECURITY;

CREATE POLICY statistics_returns_area ON statistics_returns USING (
  nullif(current_setting('app.purpose', true), '') IN ('statistics', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE statistics_return_steps ENABLE ROW LEVEL SECURITY;

ALTER TABLE statistics_return_steps FORCE ROW LEVEL SECURITY;

CREATE POLICY statistics_return_steps_area ON statistics_return_steps USING (
  nullif(current_setting('app.purpose', true), '') IN ('statistics', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, UPDATE ON statistics_returns TO jiahu_app;

GRANT SELECT, INSERT ON statistics_return_steps TO jiahu_app;

GRANT UPDATE (area_scope) ON statistics_return_steps TO jiahu_app;

-- The library of documents: a reference table. A document is published once; only its end may be written later.
CREATE TABLE publishing_documents (
  document_key text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  number text,
  issuer_zh text NOT NULL,
  issuer_en text NOT NULL,
  issued_on date NOT NULL,
  ended_on date,
  ended_by_zh text,
  ended_by_en text,
  subject text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  explains text COLLATE "C",
  body jsonb NOT NULL,
  source_zh text NOT NULL,
  source_en text NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  CONSTRAINT publishing_documents_pk PRIMARY KEY (document_key),
  CONSTRAINT publishing_documents_address CHECK (document_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT publishing_documents_kind
    CHECK (kind IN ('circular', 'policy', 'study', 'procedure', 'interpretation', 'explanation')),
  CONSTRAINT publishing_documents_validity CHECK (ended_on IS NULL OR ended_on > issued_on),
  CONSTRAINT publishing_documents_end
    CHECK ((ended_on IS NULL) = (ended_by_zh IS NULL) AND (ended_on IS NULL) = (ended_by_en IS NULL))
);

CREATE INDEX publishing_documents_issued ON publishing_documents (issued_on);

GRANT SELECT, INSERT ON publishing_documents TO jiahu_app;

GRANT UPDATE (ended_on, ended_by_zh, ended_by_en) ON publishing_documents TO jiahu_app;
