-- Payments: lists for the bank, what came of each line, and the books. Lines are distributed by the person and
-- append-only; which months they pay is the key of a table of its own, so that no month is ever paid twice.

-- Small and read everywhere: a list of payments of a programme for a quarter and an area.
CREATE TABLE benefits_batches (
  batch_id uuid NOT NULL,
  number text COLLATE "C" NOT NULL,
  programme text NOT NULL,
  year integer NOT NULL,
  quarter integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  state text NOT NULL,
  lines integer NOT NULL,
  fen bigint NOT NULL,
  digest text NOT NULL,
  rates jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  approved_at timestamptz,
  approved_by text,
  exported_at timestamptz,
  exported_by text,
  reconciled_at timestamptz,
  reconciled_by text,
  cancelled_at timestamptz,
  cancelled_by text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_batches_pk PRIMARY KEY (batch_id),
  CONSTRAINT benefits_batches_number UNIQUE (number),
  CONSTRAINT benefits_batches_quarter CHECK (quarter BETWEEN 1 AND 4),
  CONSTRAINT benefits_batches_state CHECK (state IN ('draft', 'approved', 'exported', 'reconciled', 'cancelled')),
  -- Whoever made a list does not approve it.
  CONSTRAINT benefits_batches_four_eyes CHECK (approved_by IS NULL OR approved_by <> created_by),
  CONSTRAINT benefits_batches_approved
    CHECK ((state IN ('approved', 'exported', 'reconciled')) = (approved_by IS NOT NULL))
);

CREATE INDEX benefits_batches_scope ON benefits_batches (area_scope, year, quarter);

-- Append-only: one line of a list.
CREATE TABLE benefits_payments (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line integer NOT NULL,
  programme text NOT NULL,
  fen bigint NOT NULL,
  months integer NOT NULL,
  from_month date,
  to_month date,
  account_version integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_payments_pk PRIMARY KEY (person_id, entitlement_id, batch_id),
  CONSTRAINT benefits_payments_fen CHECK (fen > 0)
);

CREATE INDEX benefits_payments_line ON benefits_payments (batch_id, line);

-- Each month (of a yearly amount, the January) of a programme is given to a person by one line: this key says so. Rows
-- go only when a list is cancelled before anybody approved it.
CREATE TABLE benefits_paid_months (
  person_id uuid NOT NULL,
  programme text NOT NULL,
  month date NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  fen bigint NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_paid_months_pk PRIMARY KEY (person_id, programme, month),
  CONSTRAINT benefits_paid_months_fen CHECK (fen > 0)
);

-- Append-only: what the bank said of a line. It says it once.
CREATE TABLE benefits_payment_results (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  result text NOT NULL,
  fen bigint NOT NULL,
  reason text,
  day date NOT NULL,
  file_digest text COLLATE "C" NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_payment_results_pk PRIMARY KEY (person_id, entitlement_id, batch_id),
  CONSTRAINT benefits_payment_results_kind CHECK (result IN ('paid', 'failed')),
  CONSTRAINT benefits_payment_results_reason CHECK ((result = 'failed') = (reason IS NOT NULL))
);

-- Append-only: the lines that failed, written with their results.
CREATE TABLE benefits_failed_lines (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  programme text NOT NULL,
  fen bigint NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_failed_lines_pk PRIMARY KEY (person_id, entitlement_id, batch_id)
);

CREATE INDEX benefits_failed_lines_programme ON benefits_failed_lines (programme);

-- A line that failed is put on a later list, once, and only if it failed: key and foreign key say so.
CREATE TABLE benefits_retries (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  failed_batch_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  fen bigint NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_retries_pk PRIMARY KEY (person_id, entitlement_id, failed_batch_id)
);

-- Append-only, double entry: each row debits one account and credits another with the same amount. What is done once
-- for a list or an overpayment (approved, sent) has a name in once.
CREATE TABLE benefits_ledger (
  source_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  day date NOT NULL,
  debit text NOT NULL,
  credit text NOT NULL,
  fen bigint NOT NULL,
  programme text NOT NULL,
  purpose text NOT NULL,
  once text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_ledger_pk PRIMARY KEY (source_id, entry_id),
  CONSTRAINT benefits_ledger_once UNIQUE (source_id, once),
  CONSTRAINT benefits_ledger_fen CHECK (fen > 0),
  CONSTRAINT benefits_ledger_sides CHECK (debit <> credit)
);

-- Append-only: each time a list was written out with the accounts on it.
CREATE TABLE benefits_exports (
  batch_id uuid NOT NULL,
  export_id uuid NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  format text NOT NULL,
  lines integer NOT NULL,
  fen bigint NOT NULL,
  sha256 text NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_exports_pk PRIMARY KEY (batch_id, export_id)
);

-- A file from the bank, by its digest. finished_at is empty while it was read in part.
CREATE TABLE benefits_return_files (
  batch_id uuid NOT NULL,
  file_digest text COLLATE "C" NOT NULL,
  format text NOT NULL,
  lines integer NOT NULL,
  begun_at timestamptz NOT NULL,
  begun_by text NOT NULL,
  finished_at timestamptz,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_return_files_pk PRIMARY KEY (batch_id, file_digest)
);

-- What was paid and should not have been, as a person found it, and how people settled it.
CREATE TABLE benefits_overpayments (
  person_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  overpayment_id uuid NOT NULL,
  programme text NOT NULL,
  fen bigint NOT NULL,
  from_month date NOT NULL,
  to_month date NOT NULL,
  noted_on date NOT NULL,
  noted_by text NOT NULL,
  settled_as text,
  settled_fen bigint,
  settled_on date,
  settled_by text,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_overpayments_pk PRIMARY KEY (person_id, entitlement_id, overpayment_id),
  CONSTRAINT benefits_overpayments_fen CHECK (fen > 0 AND (settled_fen IS NULL OR settled_fen BETWEEN 0 AND fen)),
  CONSTRAINT benefits_overpayments_way CHECK (settled_as IN ('returned', 'waived', 'not-owed')),
  CONSTRAINT benefits_overpayments_four_eyes CHECK (settled_by IS NULL OR settled_by <> noted_by)
);

-- Hundreds of thousands of lines are written at once, from the entitlements themselves: no foreign key looks each of
-- them up again. Writing a list out refuses when a line has no account, and the check of the books tells.
ALTER TABLE benefits_payment_results ADD CONSTRAINT benefits_payment_results_payment_fk
  FOREIGN KEY (person_id, entitlement_id, batch_id) REFERENCES benefits_payments (person_id, entitlement_id, batch_id);

ALTER TABLE benefits_retries ADD CONSTRAINT benefits_retries_failed_fk
  FOREIGN KEY (person_id, entitlement_id, failed_batch_id)
  REFERENCES benefits_failed_lines (person_id, entitlement_id, batch_id);

ALTER TABLE benefits_failed_lines ADD CONSTRAINT benefits_failed_lines_payment_fk
  FOREIGN KEY (person_id, entitlement_id, batch_id) REFERENCES benefits_payments (person_id, entitlement_id, batch_id);

ALTER TABLE benefits_overpayments ADD CONSTRAINT benefits_overpayments_entitlement_fk
  FOREIGN KEY (person_id, entitlement_id) REFERENCES benefits_entitlements (person_id, entitlement_id);

ALTER TABLE benefits_batches ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_batches FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_batches_area ON benefits_batches USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_payments ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_payments FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_payments_area ON benefits_payments USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_paid_months ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_paid_months FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_paid_months_area ON benefits_paid_months USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_payment_results ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_payment_results FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_payment_results_area ON benefits_payment_results USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_failed_lines ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_failed_lines FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_failed_lines_area ON benefits_failed_lines USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_retries ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_retries FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_retries_area ON benefits_retries USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation', 'statistics')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_ledger ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_ledger FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_ledger_area ON benefits_ledger USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_exports ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_exports FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_exports_area ON benefits_exports USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_return_files ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_return_files FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_return_files_area ON benefits_return_files USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

ALTER TABLE benefits_overpayments ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_overpayments FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_overpayments_area ON benefits_overpayments USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, UPDATE ON benefits_batches TO jiahu_app;

GRANT SELECT, INSERT ON benefits_payments TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_payments TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON benefits_paid_months TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_paid_months TO jiahu_app;

GRANT SELECT, INSERT ON benefits_payment_results TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_payment_results TO jiahu_app;

GRANT SELECT, INSERT ON benefits_failed_lines TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_failed_lines TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON benefits_retries TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_retries TO jiahu_app;

GRANT SELECT, INSERT ON benefits_ledger TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_ledger TO jiahu_app;

GRANT SELECT, INSERT ON benefits_exports TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_exports TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON benefits_return_files TO jiahu_app;

GRANT SELECT, INSERT, UPDATE ON benefits_overpayments TO jiahu_app;
