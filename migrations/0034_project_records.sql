-- What is given in kind, insured or done in projects: one kind of record for all of it. What was recorded in error is
-- marked as void; nothing is changed and nothing is deleted.

CREATE TABLE benefits_records (
  record_id uuid NOT NULL,
  project text NOT NULL,
  day date NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  person_id uuid,
  household_id uuid,
  part_of uuid,
  amounts jsonb NOT NULL,
  details text,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  voided_on date,
  voided_by text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_records_pk PRIMARY KEY (record_id),
  CONSTRAINT benefits_records_voided CHECK ((voided_on IS NULL) = (voided_by IS NULL))
);

CREATE INDEX benefits_records_scope ON benefits_records (area_scope, project, day);

ALTER TABLE benefits_records ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_records FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_records_area ON benefits_records USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT ON benefits_records TO jiahu_app;

GRANT UPDATE (voided_on, voided_by, area_scope) ON benefits_records TO jiahu_app;
