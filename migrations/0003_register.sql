-- The register. Distributed by the owner of the row: person_id, household_id, or the digest of the directory.
-- registered_scope and resident_scope say which areas answer for the record today: row-level security reads them,
-- so they stand on every row of a person and are kept right on moves and boundary changes.

CREATE TABLE register_persons (
  person_id uuid NOT NULL,
  name text NOT NULL,
  sex text NOT NULL,
  birth_date date NOT NULL,
  death_date date,
  id_number text COLLATE "C",
  household_id uuid,
  relation_to_head text,
  mother_id uuid,
  mother_birth_date date,
  father_id uuid,
  spouse_id uuid,
  registered_village text COLLATE "C",
  resident_village text COLLATE "C",
  registered_scope text COLLATE "C",
  resident_scope text COLLATE "C",
  version integer NOT NULL,
  CONSTRAINT register_persons_pk PRIMARY KEY (person_id),
  CONSTRAINT register_persons_sex CHECK (sex IN ('male', 'female')),
  CONSTRAINT register_persons_life CHECK (death_date IS NULL OR death_date >= birth_date),
  CONSTRAINT register_persons_scope CHECK (registered_scope IS NOT NULL OR resident_scope IS NOT NULL),
  CONSTRAINT register_persons_dead_live_nowhere
    CHECK (death_date IS NULL OR (registered_village IS NULL AND resident_village IS NULL))
);

CREATE TABLE register_households (
  household_id uuid NOT NULL,
  head_id uuid NOT NULL,
  village_scope text COLLATE "C" NOT NULL,
  formed_on date NOT NULL,
  CONSTRAINT register_households_pk PRIMARY KEY (household_id)
);

-- Append-only: what happened, as it was recorded. Each event is a transition of the person's place in both
-- populations; NULL is outside the city (or not born, or dead).
CREATE TABLE register_events (
  person_id uuid NOT NULL,
  event_id uuid NOT NULL,
  kind text NOT NULL,
  event_date date NOT NULL,
  registered_from text COLLATE "C",
  registered_to text COLLATE "C",
  resident_from text COLLATE "C",
  resident_to text COLLATE "C",
  spouse_id uuid,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  registered_scope text COLLATE "C",
  resident_scope text COLLATE "C",
  CONSTRAINT register_events_pk PRIMARY KEY (person_id, event_id),
  CONSTRAINT register_events_kind CHECK (kind IN ('enrolment', 'birth', 'death', 'move', 'hukou_transfer', 'marriage')),
  CONSTRAINT register_events_spouse CHECK ((kind = 'marriage') = (spouse_id IS NOT NULL))
);

-- Current state beside the events: each unbroken stay in a village, per population; half-open [from_date, to_date).
CREATE TABLE register_spells (
  person_id uuid NOT NULL,
  spell_id uuid NOT NULL,
  population text NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  from_date date NOT NULL,
  to_date date,
  registered_scope text COLLATE "C",
  resident_scope text COLLATE "C",
  CONSTRAINT register_spells_pk PRIMARY KEY (person_id, spell_id),
  CONSTRAINT register_spells_population CHECK (population IN ('registered', 'resident')),
  CONSTRAINT register_spells_days CHECK (to_date IS NULL OR to_date >= from_date)
);

-- One row for each identity number in the city: the only place that can say "already there".
CREATE TABLE register_id_directory (
  id_digest text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT register_id_directory_pk PRIMARY KEY (id_digest)
);

CREATE INDEX register_persons_registered_scope ON register_persons (registered_scope);

CREATE INDEX register_persons_resident_scope ON register_persons (resident_scope);

CREATE INDEX register_persons_household ON register_persons (household_id);

CREATE INDEX register_households_scope ON register_households (village_scope);

ALTER TABLE register_events ADD CONSTRAINT register_events_person_fk
  FOREIGN KEY (person_id) REFERENCES register_persons (person_id);

ALTER TABLE register_spells ADD CONSTRAINT register_spells_person_fk
  FOREIGN KEY (person_id) REFERENCES register_persons (person_id);

ALTER TABLE register_persons ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_persons FORCE ROW LEVEL SECURITY;

CREATE POLICY register_persons_area ON register_persons USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

ALTER TABLE register_events ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_events FORCE ROW LEVEL SECURITY;

CREATE POLICY register_events_area ON register_events USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

ALTER TABLE register_spells ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_spells FORCE ROW LEVEL SECURITY;

CREATE POLICY register_spells_area ON register_spells USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

ALTER TABLE register_households ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_households FORCE ROW LEVEL SECURITY;

CREATE POLICY register_households_area ON register_households USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND village_scope >= nullif(current_setting('app.area_from', true), '')
  AND village_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, UPDATE ON register_persons TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON register_households TO jiahu_app;

-- Append-only, but for the two columns that say who answers for the record.
GRANT SELECT, INSERT ON register_events TO jiahu_app;

GRANT UPDATE (registered_scope, resident_scope) ON register_events TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON register_spells TO jiahu_app;

GRANT SELECT, INSERT ON register_id_directory TO jiahu_app;

