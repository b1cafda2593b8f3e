-- Publishing: a reference table, written once per edition and never changed.

CREATE TABLE publishing_editions (
  year integer NOT NULL,
  edition integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  snapshot_id uuid NOT NULL,
  content jsonb NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT publishing_editions_pk PRIMARY KEY (year, edition),
  CONSTRAINT publishing_editions_edition CHECK (edition >= 1)
);

GRANT SELECT, INSERT ON publishing_editions TO jiahu_app;
