-- Casework: everything that has an applicant, steps, deadlines and an outcome. Distributed by the case.
-- area_scope is the unit that has the case today; compartment keeps health services apart from all others. Both stand
-- on every row of a case: row-level security reads them.

CREATE TABLE casework_cases (
  case_id uuid NOT NULL,
  number text COLLATE "C" NOT NULL,
  service text NOT NULL,
  service_version integer NOT NULL,
  compartment text NOT NULL,
  channel text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  subject_area text COLLATE "C" NOT NULL,
  queue text,
  step text,
  outcome text,
  applicant_name text,
  person_id uuid,
  restricted boolean NOT NULL,
  distress boolean NOT NULL,
  filed_at timestamptz NOT NULL,
  filed_by text NOT NULL,
  received_on date NOT NULL,
  started_on date NOT NULL,
  reply_due date,
  close_due date,
  replied_on date,
  closed_on date,
  reply_late boolean NOT NULL,
  close_late boolean NOT NULL,
  assignee text,
  bundle_id uuid,
  merged_into uuid,
  external_number text,
  answers jsonb NOT NULL,
  version integer NOT NULL,
  CONSTRAINT casework_cases_pk PRIMARY KEY (case_id),
  CONSTRAINT casework_cases_compartment CHECK (compartment IN ('casework', 'health')),
  CONSTRAINT casework_cases_queue CHECK (queue IN ('intake', 'handling', 'visit', 'panel', 'approval', 'waiting')),
  CONSTRAINT casework_cases_one_queue CHECK ((queue IS NULL) = (outcome IS NOT NULL)),
  CONSTRAINT casework_cases_open_or_closed CHECK ((step IS NULL) = (outcome IS NOT NULL)),
  CONSTRAINT casework_cases_closed CHECK ((closed_on IS NULL) = (outcome IS NULL))
);

CREATE INDEX casework_cases_queue_scope ON casework_cases (area_scope, queue) WHERE queue IS NOT NULL;

CREATE INDEX casework_cases_closed_scope ON casework_cases (area_scope, closed_on) WHERE closed_on IS NOT NULL;

CREATE INDEX casework_cases_bundle ON casework_cases (bundle_id) WHERE bundle_id IS NOT NULL;

CREATE INDEX casework_cases_person ON casework_cases (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX casework_cases_external ON casework_cases (external_number) WHERE external_number IS NOT NULL;

CREATE INDEX casework_cases_number ON casework_cases (number);

CREATE INDEX casework_cases_due ON casework_cases (close_due) WHERE queue IS NOT NULL;

-- Append-only: the state of a case is the fold of its actions.
CREATE TABLE casework_actions (
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  action text NOT NULL,
  taken_by text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  step_from text,
  place_to text NOT NULL,
  unit text COLLATE "C" NOT NULL,
  answers jsonb NOT NULL,
  compartment text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT casework_actions_pk PRIMARY KEY (case_id, seq),
  CONSTRAINT casework_actions_taken_by CHECK (taken_by IN ('applicant', 'officer', 'system'))
);

-- What other units are asked for: the matter, without who asked.
CREATE TABLE casework_parts (
  case_id uuid NOT NULL,
  part_id uuid NOT NULL,
  unit_scope text COLLATE "C" NOT NULL,
  question text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by text,
  compartment text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT casework_parts_pk PRIMARY KEY (case_id, part_id),
  CONSTRAINT casework_parts_answered
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);

CREATE INDEX casework_parts_unit ON casework_parts (unit_scope) WHERE answer IS NULL;

-- Asked once: how it went.
CREATE TABLE casework_ratings (
  case_id uuid NOT NULL,
  satisfied text NOT NULL,
  solved text NOT NULL,
  remark text,
  rated_at timestamptz NOT NULL,
  compartment text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT casework_ratings_pk PRIMARY KEY (case_id),
  CONSTRAINT casework_ratings_satisfied CHECK (satisfied IN ('satisfied', 'neutral', 'dissatisfied')),
  CONSTRAINT casework_ratings_solved CHECK (solved IN ('yes', 'partly', 'no'))
);

-- What applicants are told, by whatever adapter sends it.
CREATE TABLE casework_messages (
  case_id uuid NOT NULL,
  message_id uuid NOT NULL,
  recipient text,
  body_zh text NOT NULL,
  body_en text NOT NULL,
  written_at timestamptz NOT NULL,
  sent_at timestamptz,
  compartment text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT casework_messages_pk PRIMARY KEY (case_id, message_id)
);

CREATE INDEX casework_messages_waiting ON casework_messages (written_at) WHERE sent_at IS NULL AND recipient IS NOT NULL;

-- Certificates that anybody can verify by number and check code.
CREATE TABLE casework_certificates (
  case_id uuid NOT NULL,
  certificate_number text COLLATE "C" NOT NULL,
  issued_on date NOT NULL,
  shown jsonb NOT NULL,
  revoked_on date,
  compartment text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT casework_certificates_pk PRIMARY KEY (case_id, certificate_number)
);

-- Finds a case by its number, for whoever knows the second factor; counts wrong guesses.
CREATE TABLE casework_numbers (
  number_digest text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  compartment text NOT NULL,
  phone_digest text COLLATE "C",
  wrong_guesses integer NOT NULL,
  closed_until timestamptz,
  CONSTRAINT casework_numbers_pk PRIMARY KEY (number_digest)
);

CREATE INDEX casework_numbers_phone ON casework_numbers (phone_digest) WHERE phone_digest IS NOT NULL;

-- Forms that were begun: sealed, found by a token that only whoever began has, gone after a while.
CREATE TABLE casework_drafts (
  draft_digest text COLLATE "C" NOT NULL,
  service text NOT NULL,
  service_version integer NOT NULL,
  answers text NOT NULL,
  filed_as text COLLATE "C",
  expires_at timestamptz NOT NULL,
  CONSTRAINT casework_drafts_pk PRIMARY KEY (draft_digest)
);

CREATE INDEX casework_drafts_expiry ON casework_drafts (expires_at);

ALTER TABLE casework_actions ADD CONSTRAINT casework_actions_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE casework_parts ADD CONSTRAINT casework_parts_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE casework_ratings ADD CONSTRAINT casework_ratings_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE casework_messages ADD CONSTRAINT casework_messages_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE casework_certificates ADD CONSTRAINT casework_certificates_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE casework_cases ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_cases FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_cases_area ON casework_cases USING (
  (nullif(current_setting('app.purpose', true), '') IN ('operation', 'statistics')
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE casework_actions ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_actions FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_actions_area ON casework_actions USING (
  (nullif(current_setting('app.purpose', true), '') IN ('operation', 'statistics')
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE casework_parts ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_parts FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_parts_area ON casework_parts USING (
  (nullif(current_setting('app.purpose', true), '') = 'operation'
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND ((area_scope >= nullif(current_setting('app.area_from', true), '')
        AND area_scope < nullif(current_setting('app.area_to', true), ''))
    OR (unit_scope >= nullif(current_setting('app.area_from', true), '')
        AND unit_scope < nullif(current_setting('app.area_to', true), '')))
);

ALTER TABLE casework_ratings ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_ratings FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_ratings_area ON casework_ratings USING (
  (nullif(current_setting('app.purpose', true), '') IN ('operation', 'statistics')
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE casework_messages ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_messages FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_messages_area ON casework_messages USING (
  (nullif(current_setting('app.purpose', true), '') = 'operation'
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE casework_certificates ENABLE ROW LEVEL SECURITY;

ALTER TABLE casework_certificates FORCE ROW LEVEL SECURITY;

CREATE POLICY casework_certificates_area ON casework_certificates USING (
  (nullif(current_setting('app.purpose', true), '') = 'operation'
    OR nullif(current_setting('app.purpose', true), '') = compartment)
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, UPDATE ON casework_cases TO jiahu_app;

-- Append-only, but for the column that says who answers for it.
GRANT SELECT, INSERT ON casework_actions TO jiahu_app;

GRANT UPDATE (area_scope) ON casework_actions TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON casework_parts TO jiahu_app;

GRANT SELECT, INSERT ON casework_ratings TO jiahu_app;

GRANT UPDATE (area_scope) ON casework_ratings TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON casework_messages TO jiahu_app;

GRANT SELECT, INSERT ON casework_certificates TO jiahu_app;

GRANT UPDATE (revoked_on, area_scope) ON casework_certificates TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON casework_numbers TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON casework_drafts TO jiahu_app;
