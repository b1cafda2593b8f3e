-- Documents of people who have no citizen identity number: sealed like it, and found by a keyed digest.
ALTER TABLE register_persons ADD COLUMN document_kind text;

ALTER TABLE register_persons ADD COLUMN document_number text;

ALTER TABLE register_persons ADD CONSTRAINT register_persons_document_kind CHECK (document_kind IN (
  'hk-macao-permit', 'taiwan-permit', 'foreign-residence', 'passport', 'birth-certificate'));

ALTER TABLE register_persons ADD CONSTRAINT register_persons_document
  CHECK ((document_kind IS NULL) = (document_number IS NULL));

ALTER TABLE register_persons ADD CONSTRAINT register_persons_document_sealed CHECK (document_number LIKE '%.%');

ALTER TABLE register_events DROP CONSTRAINT register_events_kind;

ALTER TABLE register_events ADD CONSTRAINT register_events_kind CHECK (kind IN (
  'enrolment', 'birth', 'stillbirth', 'death', 'move', 'hukou_transfer', 'hukou_kind_change', 'marriage', 'divorce',
  'adoption', 'guardianship', 'name_change', 'contact_change', 'document_change', 'household_change', 'merge',
  'withdrawal'));

-- Files that were taken in: who sent what, and what became of it.
CREATE TABLE register_imports (
  import_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  area text COLLATE "C" NOT NULL,
  imported_by text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  rows integer NOT NULL,
  added integer NOT NULL,
  known integer NOT NULL,
  refused integer NOT NULL,
  CONSTRAINT register_imports_pk PRIMARY KEY (import_id),
  CONSTRAINT register_imports_kind CHECK (kind IN ('persons', 'households', 'events'))
);

ALTER TABLE register_imports ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_imports FORCE ROW LEVEL SECURITY;

CREATE POLICY register_imports_area ON register_imports USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'operation')
  AND area >= nullif(current_setting('app.area_from', true), '')
  AND area < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT ON register_imports TO jiahu_app;

GRANT UPDATE (finished_at, added, known, refused) ON register_imports TO jiahu_app;

-- Which rows of files were taken in, by keyed digest: the same row sent again is known, and adds nothing.
CREATE TABLE register_import_rows (
  row_digest text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT register_import_rows_pk PRIMARY KEY (row_digest)
);

GRANT SELECT, INSERT ON register_import_rows TO jiahu_app;
