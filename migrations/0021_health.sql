-- Health services: a compartment of its own. What concerns somebody is distributed by the case; what concerns a
-- station by the station. No row about somebody exists without a standing consent: a foreign key says so.

-- Public: where services are given. A change is a new version.
CREATE TABLE health_stations (
  station_id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  hours text NOT NULL,
  offers jsonb NOT NULL,
  capacity integer NOT NULL,
  opened_on date NOT NULL,
  closed_on date,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_stations_pk PRIMARY KEY (station_id, version),
  CONSTRAINT health_stations_level CHECK (level IN ('city', 'county', 'township', 'village')),
  CONSTRAINT health_stations_capacity CHECK (capacity >= 0),
  CONSTRAINT health_stations_days CHECK (closed_on IS NULL OR closed_on >= opened_on)
);

CREATE INDEX health_stations_scope ON health_stations (area_scope);

-- Once a year: whether a station is a model for others, criterion by criterion.
CREATE TABLE health_assessments (
  station_id uuid NOT NULL,
  year integer NOT NULL,
  assessed_on date NOT NULL,
  basis text NOT NULL,
  findings jsonb NOT NULL,
  is_model boolean NOT NULL,
  assessed_by text NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_assessments_pk PRIMARY KEY (station_id, year)
);

-- Append-only: what went wrong, without the names of those to whom it happened.
CREATE TABLE health_incidents (
  station_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  affected integer NOT NULL,
  account text NOT NULL,
  reported_at timestamptz NOT NULL,
  reported_by text NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_incidents_pk PRIMARY KEY (station_id, incident_id),
  CONSTRAINT health_incidents_affected CHECK (affected >= 0)
);

-- Append-only: what was done about it.
CREATE TABLE health_incident_steps (
  station_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  step_id uuid NOT NULL,
  day date NOT NULL,
  account text NOT NULL,
  closes boolean NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_incident_steps_pk PRIMARY KEY (station_id, incident_id, step_id)
);

-- Append-only: who consented to what, in the words that were shown.
CREATE TABLE health_consents (
  case_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  subject text NOT NULL,
  given_by text NOT NULL,
  giver text NOT NULL,
  way text NOT NULL,
  service text NOT NULL,
  text_version integer NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  given_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_consents_pk PRIMARY KEY (case_id, consent_id),
  CONSTRAINT health_consents_subject CHECK (subject IN ('woman', 'man', 'child')),
  CONSTRAINT health_consents_way CHECK (way IN ('signed', 'online')),
  CONSTRAINT health_consents_given_by CHECK (given_by IN ('self', 'guardian')),
  -- Personal Information Protection Law, article 31.
  CONSTRAINT health_consents_guardian CHECK (subject <> 'child' OR given_by = 'guardian')
);

-- The consents that stand: the row goes when consent is withdrawn, and with it all that leans on it must be gone.
CREATE TABLE health_standing_consents (
  case_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  subject text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_standing_consents_pk PRIMARY KEY (case_id, consent_id, subject),
  CONSTRAINT health_standing_consents_one UNIQUE (case_id, subject)
);

-- Append-only: consents that were taken back. No reason is asked.
CREATE TABLE health_withdrawals (
  case_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_withdrawals_pk PRIMARY KEY (case_id, consent_id)
);

-- Visits, results, counselling and follow-up of somebody; every value in content is sealed by itself.
CREATE TABLE health_records (
  case_id uuid NOT NULL,
  record_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  station_id uuid NOT NULL,
  day date NOT NULL,
  content jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_records_pk PRIMARY KEY (case_id, record_id),
  CONSTRAINT health_records_kind
    CHECK (kind IN ('visit', 'results', 'counselling', 'early-follow-up', 'outcome-follow-up'))
);

-- Records whose consent was withdrawn: stored as the rules on medical records ask, opened by nobody here
-- (Personal Information Protection Law, article 47). The application can put rows in and never read them.
CREATE TABLE health_withheld (
  case_id uuid NOT NULL,
  record_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  station_id uuid NOT NULL,
  day date NOT NULL,
  content jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  withheld_at timestamptz NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_withheld_pk PRIMARY KEY (case_id, record_id)
);

-- One check-up booked at a time for a case.
CREATE TABLE health_bookings (
  case_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  subject text NOT NULL,
  station_id uuid NOT NULL,
  day date NOT NULL,
  booked_at timestamptz NOT NULL,
  booked_by text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_bookings_pk PRIMARY KEY (case_id)
);

-- How full a day is: no names, one row that bookings of the same day wait for.
CREATE TABLE health_booking_days (
  station_id uuid NOT NULL,
  day date NOT NULL,
  booked integer NOT NULL,
  capacity integer NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_booking_days_pk PRIMARY KEY (station_id, day),
  CONSTRAINT health_booking_days_booked CHECK (booked >= 0)
);

-- Append-only: one row for each service given, without whom.
CREATE TABLE health_given (
  station_id uuid NOT NULL,
  given_id uuid NOT NULL,
  kind text NOT NULL,
  detail text,
  day date NOT NULL,
  amount integer NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_given_pk PRIMARY KEY (station_id, given_id),
  CONSTRAINT health_given_amount CHECK (amount > 0)
);

-- What a station has to give out free of charge.
CREATE TABLE health_stock (
  station_id uuid NOT NULL,
  supply text NOT NULL,
  quantity integer NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_stock_pk PRIMARY KEY (station_id, supply),
  CONSTRAINT health_stock_quantity CHECK (quantity >= 0)
);

-- Append-only: what came and what was given; there is no column for whoever took it.
CREATE TABLE health_stock_moves (
  station_id uuid NOT NULL,
  move_id uuid NOT NULL,
  supply text NOT NULL,
  way text NOT NULL,
  quantity integer NOT NULL,
  day date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  level text NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT health_stock_moves_pk PRIMARY KEY (station_id, move_id),
  CONSTRAINT health_stock_moves_way CHECK (way IN ('received', 'given')),
  CONSTRAINT health_stock_moves_quantity CHECK (quantity > 0)
);

ALTER TABLE health_incident_steps ADD CONSTRAINT health_incident_steps_incident_fk
  FOREIGN KEY (station_id, incident_id) REFERENCES health_incidents (station_id, incident_id);

ALTER TABLE health_consents ADD CONSTRAINT health_consents_case_fk
  FOREIGN KEY (case_id) REFERENCES casework_cases (case_id);

ALTER TABLE health_standing_consents ADD CONSTRAINT health_standing_consents_consent_fk
  FOREIGN KEY (case_id, consent_id) REFERENCES health_consents (case_id, consent_id);

ALTER TABLE health_withdrawals ADD CONSTRAINT health_withdrawals_consent_fk
  FOREIGN KEY (case_id, consent_id) REFERENCES health_consents (case_id, consent_id);

ALTER TABLE health_records ADD CONSTRAINT health_records_standing_consent_fk
  FOREIGN KEY (case_id, consent_id, subject) REFERENCES health_standing_consents (case_id, consent_id, subject);

ALTER TABLE health_withheld ADD CONSTRAINT health_withheld_consent_fk
  FOREIGN KEY (case_id, consent_id) REFERENCES health_consents (case_id, consent_id);

ALTER TABLE health_bookings ADD CONSTRAINT health_bookings_standing_consent_fk
  FOREIGN KEY (case_id, consent_id, subject) REFERENCES health_standing_consents (case_id, consent_id, subject);

ALTER TABLE health_assessments ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_assessments FORCE ROW LEVEL SECURITY;

CREATE POLICY health_assessments_area ON health_assessments USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_incidents ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_incidents FORCE ROW LEVEL SECURITY;

CREATE POLICY health_incidents_area ON health_incidents USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_given ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_given FORCE ROW LEVEL SECURITY;

CREATE POLICY health_given_area ON health_given USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_stock_moves ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_stock_moves FORCE ROW LEVEL SECURITY;

CREATE POLICY health_stock_moves_area ON health_stock_moves USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_consents ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_consents FORCE ROW LEVEL SECURITY;

CREATE POLICY health_consents_area ON health_consents USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_standing_consents ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_standing_consents FORCE ROW LEVEL SECURITY;

CREATE POLICY health_standing_consents_area ON health_standing_consents USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_withdrawals ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_withdrawals FORCE ROW LEVEL SECURITY;

CREATE POLICY health_withdrawals_area ON health_withdrawals USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_records ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_records FORCE ROW LEVEL SECURITY;

CREATE POLICY health_records_area ON health_records USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_withheld ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_withheld FORCE ROW LEVEL SECURITY;

CREATE POLICY health_withheld_area ON health_withheld USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_bookings ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_bookings FORCE ROW LEVEL SECURITY;

CREATE POLICY health_bookings_area ON health_bookings USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_booking_days ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_booking_days FORCE ROW LEVEL SECURITY;

CREATE POLICY health_booking_days_area ON health_booking_days USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_stock ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_stock FORCE ROW LEVEL SECURITY;

CREATE POLICY health_stock_area ON health_stock USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE health_incident_steps ENABLE ROW LEVEL SECURITY;

ALTER TABLE health_incident_steps FORCE ROW LEVEL SECURITY;

CREATE POLICY health_incident_steps_area ON health_incident_steps USING (
  nullif(current_setting('app.purpose', true), '') IN ('health', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

-- Append-only, but for the column that says who answers for it.
GRANT SELECT, INSERT ON health_stations TO jiahu_app;

GRANT UPDATE (area_scope) ON health_stations TO jiahu_app;

GRANT SELECT, INSERT ON health_assessments TO jiahu_app;

GRANT UPDATE (area_scope) ON health_assessments TO jiahu_app;

GRANT SELECT, INSERT ON health_incidents TO jiahu_app;

GRANT UPDATE (area_scope) ON health_incidents TO jiahu_app;

GRANT SELECT, INSERT ON health_incident_steps TO jiahu_app;

GRANT UPDATE (area_scope) ON health_incident_steps TO jiahu_app;

GRANT SELECT, INSERT ON health_consents TO jiahu_app;

GRANT UPDATE (area_scope) ON health_consents TO jiahu_app;

GRANT SELECT, INSERT ON health_withdrawals TO jiahu_app;

GRANT UPDATE (area_scope) ON health_withdrawals TO jiahu_app;

GRANT SELECT, INSERT ON health_given TO jiahu_app;

GRANT UPDATE (area_scope) ON health_given TO jiahu_app;

GRANT SELECT, INSERT ON health_stock_moves TO jiahu_app;

GRANT UPDATE (area_scope) ON health_stock_moves TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON health_standing_consents TO jiahu_app;

GRANT UPDATE (area_scope) ON health_standing_consents TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON health_records TO jiahu_app;

GRANT UPDATE (area_scope) ON health_records TO jiahu_app;

-- Put in, and never read again.
GRANT INSERT ON health_withheld TO jiahu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON health_bookings TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON health_booking_days TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON health_stock TO jiahu_app;
