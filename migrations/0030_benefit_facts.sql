-- What the register does not know and benefits ask about, attested with a document; and the numbers of rules that an
-- officer enters for a place. No declaration stands here.

-- Append-only: who attested what of whom. What turns out wrong is withdrawn, and stays readable.
CREATE TABLE benefits_facts (
  person_id uuid NOT NULL,
  fact_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  until date,
  sex text,
  adopted_on date,
  grade integer,
  graded_from date,
  graded_to date,
  document text NOT NULL,
  invented boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  registered_scope text COLLATE "C",
  resident_scope text COLLATE "C",
  CONSTRAINT benefits_facts_pk PRIMARY KEY (person_id, fact_id),
  CONSTRAINT benefits_facts_kind CHECK (kind IN (
    'children-complete', 'earlier-child', 'disability', 'honour-certificate', 'complication', 'classed-rural',
    'cleft-diagnosis', 'cleft-operation', 'institution', 'local-childcare', 'checkup')),
  CONSTRAINT benefits_facts_days CHECK (until IS NULL OR until >= day),
  CONSTRAINT benefits_facts_sex CHECK (sex IS NULL OR (sex IN ('male', 'female') AND kind = 'earlier-child')),
  CONSTRAINT benefits_facts_grade CHECK (grade BETWEEN 1 AND 4),
  CONSTRAINT benefits_facts_withdrawn CHECK (
    (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
  CONSTRAINT benefits_facts_scope CHECK (registered_scope IS NOT NULL OR resident_scope IS NOT NULL)
);

-- Public: values of rules for places, with document and day. One officer enters, another approves.
CREATE TABLE benefits_values (
  value_id uuid NOT NULL,
  programme text NOT NULL,
  parameter text NOT NULL,
  place text COLLATE "C" NOT NULL,
  from_date date NOT NULL,
  to_date date,
  amount integer NOT NULL,
  document text NOT NULL,
  published_on date NOT NULL,
  confirmed_through date NOT NULL,
  entered_at timestamptz NOT NULL,
  entered_by text NOT NULL,
  approved_at timestamptz,
  approved_by text,
  CONSTRAINT benefits_values_pk PRIMARY KEY (value_id),
  CONSTRAINT benefits_values_days CHECK (to_date IS NULL OR to_date >= from_date),
  CONSTRAINT benefits_values_amount CHECK (amount >= 0),
  CONSTRAINT benefits_values_approved CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
  CONSTRAINT benefits_values_second_person CHECK (approved_by <> entered_by)
);

ALTER TABLE benefits_facts ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_facts FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_facts_area ON benefits_facts USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

GRANT SELECT, INSERT ON benefits_facts TO jiahu_app;

-- Append-only, but for a withdrawal and for the columns that say who answers for it.
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason, registered_scope, resident_scope)
  ON benefits_facts TO jiahu_app;

GRANT SELECT, INSERT ON benefits_values TO jiahu_app;

GRANT UPDATE (approved_at, approved_by) ON benefits_values TO jiahu_app;
