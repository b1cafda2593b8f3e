-- The whole history of a person: what an event changed beside the place, which record it corrects, what was done
-- together with it. A record is never changed; a correction is a new record that replaces an earlier one.

ALTER TABLE register_events ADD COLUMN details jsonb;

ALTER TABLE register_events ADD COLUMN replaces uuid;

-- The records that were written together: both sides of a marriage, all who leave a household.
ALTER TABLE register_events ADD COLUMN act_id uuid;

-- Whether the record still counts today: a record that was replaced or withdrawn does not.
ALTER TABLE register_events ADD COLUMN effective boolean NOT NULL DEFAULT true;

-- Who left a household: those in it are found by register_persons.household_id.
ALTER TABLE register_events ADD COLUMN household_from uuid;

ALTER TABLE register_events DROP CONSTRAINT register_events_kind;

ALTER TABLE register_events ADD CONSTRAINT register_events_kind CHECK (kind IN (
  'enrolment', 'birth', 'stillbirth', 'death', 'move', 'hukou_transfer', 'hukou_kind_change', 'marriage', 'divorce',
  'adoption', 'guardianship', 'name_change', 'household_change', 'merge', 'withdrawal'));

ALTER TABLE register_events DROP CONSTRAINT register_events_spouse;

ALTER TABLE register_events ADD CONSTRAINT register_events_spouse
  CHECK ((kind IN ('marriage', 'divorce')) = (spouse_id IS NOT NULL));

ALTER TABLE register_events ADD CONSTRAINT register_events_withdrawal
  CHECK (kind <> 'withdrawal' OR replaces IS NOT NULL);

ALTER TABLE register_persons ADD COLUMN hukou_kind text;

ALTER TABLE register_persons ADD COLUMN guardian_id uuid;

-- The other record of the same human, when this one was found to be a second one.
ALTER TABLE register_persons ADD COLUMN merged_into uuid;

-- Whether anything of the record counts: not when all of it was withdrawn, or when another record goes on in its place.
ALTER TABLE register_persons ADD COLUMN counted boolean NOT NULL DEFAULT true;

ALTER TABLE register_persons ADD CONSTRAINT register_persons_hukou_kind
  CHECK (hukou_kind IN ('rural', 'urban', 'unified'));

ALTER TABLE register_persons ADD CONSTRAINT register_persons_merged
  CHECK (merged_into IS NULL OR (merged_into <> person_id AND registered_village IS NULL AND resident_village IS NULL));

ALTER TABLE register_households ADD COLUMN dissolved_on date;

CREATE INDEX register_events_act ON register_events (act_id) WHERE act_id IS NOT NULL;

CREATE INDEX register_events_household ON register_events (household_from) WHERE household_from IS NOT NULL;

CREATE INDEX register_persons_mother ON register_persons (mother_id) WHERE mother_id IS NOT NULL;

CREATE INDEX register_persons_father ON register_persons (father_id) WHERE father_id IS NOT NULL;

GRANT UPDATE (effective) ON register_events TO jiahu_app;

GRANT DELETE ON register_spells TO jiahu_app;

GRANT DELETE ON register_id_directory TO jiahu_app;

-- What needs a second person before it is recorded: corrections, withdrawals, mergers of two records of one human.
-- Owned by the person they are about.
CREATE TABLE register_requests (
  person_id uuid NOT NULL,
  request_id uuid NOT NULL,
  kind text NOT NULL,
  event_id uuid,
  form_key text NOT NULL,
  form jsonb,
  reason text NOT NULL,
  state text NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  decided_at timestamptz,
  decided_by text,
  decision_reason text,
  registered_scope text COLLATE "C",
  resident_scope text COLLATE "C",
  CONSTRAINT register_requests_pk PRIMARY KEY (person_id, request_id),
  CONSTRAINT register_requests_kind CHECK (kind IN ('record', 'correct', 'withdraw')),
  CONSTRAINT register_requests_event CHECK ((kind = 'record') = (event_id IS NULL)),
  CONSTRAINT register_requests_form CHECK ((kind = 'withdraw') = (form IS NULL)),
  CONSTRAINT register_requests_state CHECK (state IN ('requested', 'approved', 'refused')),
  CONSTRAINT register_requests_decided
    CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT register_requests_second_person CHECK (decided_by <> requested_by)
);

CREATE INDEX register_requests_registered_scope ON register_requests (registered_scope) WHERE state = 'requested';

CREATE INDEX register_requests_resident_scope ON register_requests (resident_scope) WHERE state = 'requested';

ALTER TABLE register_requests ADD CONSTRAINT register_requests_person_fk
  FOREIGN KEY (person_id) REFERENCES register_persons (person_id);

ALTER TABLE register_requests ENABLE ROW LEVEL SECURITY;

ALTER TABLE register_requests FORCE ROW LEVEL SECURITY;

CREATE POLICY register_requests_area ON register_requests USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

GRANT SELECT, INSERT ON register_requests TO jiahu_app;

GRANT UPDATE (state, decided_at, decided_by, decision_reason, registered_scope, resident_scope)
  ON register_requests TO jiahu_app;
