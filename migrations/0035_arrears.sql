-- Arrears: months that were paid at less than what is due for them by what was decided or approved later. One person
-- notes them, another approves them, and the next list of the programme pays them, once.

-- Small: what was noted together, and what another person decided on it.
CREATE TABLE benefits_arrears_decisions (
  decision_id uuid NOT NULL,
  programme text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  people integer NOT NULL,
  months integer NOT NULL,
  fen bigint NOT NULL,
  document text NOT NULL,
  noted_on date NOT NULL,
  noted_by text NOT NULL,
  decided_as text,
  decided_on date,
  decided_by text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_arrears_decisions_pk PRIMARY KEY (decision_id),
  CONSTRAINT benefits_arrears_decisions_fen CHECK (fen > 0 AND months > 0 AND people > 0),
  CONSTRAINT benefits_arrears_decisions_way CHECK (decided_as IN ('approved', 'refused')),
  CONSTRAINT benefits_arrears_decisions_decided
    CHECK ((decided_as IS NULL) = (decided_by IS NULL) AND (decided_as IS NULL) = (decided_on IS NULL)),
  -- Whoever notes arrears does not decide on them.
  CONSTRAINT benefits_arrears_decisions_four_eyes CHECK (decided_by IS NULL OR decided_by <> noted_by)
);

CREATE INDEX benefits_arrears_decisions_scope ON benefits_arrears_decisions (area_scope, programme);

-- What a month is raised from, and by how much. From each amount it is raised once: that is the key, and so two people
-- who note the same month at the same time cannot both have it. Rows go only when a decision is refused.
CREATE TABLE benefits_arrears (
  person_id uuid NOT NULL,
  programme text NOT NULL,
  month date NOT NULL,
  paid_fen bigint NOT NULL,
  entitlement_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  fen bigint NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_arrears_pk PRIMARY KEY (person_id, programme, month, paid_fen),
  CONSTRAINT benefits_arrears_fen CHECK (fen > 0 AND paid_fen > 0)
);

CREATE INDEX benefits_arrears_decision ON benefits_arrears (decision_id);

CREATE INDEX benefits_arrears_programme ON benefits_arrears (programme);

-- Arrears stand on one list: this key says so, and the foreign key that they were noted. Rows go only when a list is
-- cancelled before anybody approved it.
CREATE TABLE benefits_paid_arrears (
  person_id uuid NOT NULL,
  programme text NOT NULL,
  month date NOT NULL,
  paid_fen bigint NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  fen bigint NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_paid_arrears_pk PRIMARY KEY (person_id, programme, month, paid_fen),
  CONSTRAINT benefits_paid_arrears_fen CHECK (fen > 0)
);

-- A part of the line, shown beside its months.
ALTER TABLE benefits_payments ADD COLUMN arrears_fen bigint NOT NULL DEFAULT 0;

ALTER TABLE benefits_payments ADD CONSTRAINT benefits_payments_arrears CHECK (arrears_fen BETWEEN 0 AND fen);

ALTER TABLE benefits_arrears ADD CONSTRAINT benefits_arrears_month_fk
  FOREIGN KEY (person_id, programme, month) REFERENCES benefits_paid_months (person_id, programme, month);

ALTER TABLE benefits_paid_arrears ADD CONSTRAINT benefits_paid_arrears_noted_fk
  FOREIGN KEY (person_id, programme, month, paid_fen)
  REFERENCES benefits_arrears (person_id, programme, month, paid_fen);

ALTER TABLE benefits_arrears_decisions ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_arrears_decisions FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_arrears_decisions_area ON benefits_arrears_decisions USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_arrears ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_arrears FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_arrears_area ON benefits_arrears USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_paid_arrears ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_paid_arrears FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_paid_arrears_area ON benefits_paid_arrears USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT ON benefits_arrears_decisions TO jiahu_app;

GRANT UPDATE (decided_as, decided_on, decided_by, area_scope) ON benefits_arrears_decisions TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON benefits_arrears TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_arrears TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON benefits_paid_arrears TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_paid_arrears TO jiahu_app;
