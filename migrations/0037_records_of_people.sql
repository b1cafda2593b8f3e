-- What becomes of records in the long run: two records of one human, and accounts that nobody is paid to any more.

-- Two records of one human: what benefits hold of either stays where it is and is read together, so that a merger can be
-- withdrawn and nothing is lost. No month of a programme is given to the same human by two records.

CREATE INDEX register_persons_merged_into ON register_persons (merged_into) WHERE merged_into IS NOT NULL;

-- Of people with more than one record alone: which record a month is given to. The person is the record that goes on.
-- Rows go only when a list is cancelled before anybody approved it.
CREATE TABLE benefits_merged_months (
  person_id uuid NOT NULL,
  programme text NOT NULL,
  month date NOT NULL,
  record_id uuid NOT NULL,
  entitlement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  area_scope text COLLATE "C" NOT NULL,
  CONSTRAINT benefits_merged_months_pk PRIMARY KEY (person_id, programme, month)
);

CREATE INDEX benefits_merged_months_batch ON benefits_merged_months (batch_id);

ALTER TABLE benefits_merged_months ENABLE ROW LEVEL SECURITY;

ALTER TABLE benefits_merged_months FORCE ROW LEVEL SECURITY;

CREATE POLICY benefits_merged_months_area ON benefits_merged_months USING (
  nullif(current_setting('app.purpose', true), '') IN ('benefits', 'operation')
  AND area_scope >= nullif(current_setting('app.area_from', true), '')
  AND area_scope < nullif(current_setting('app.area_to', true), '')
);

GRANT SELECT, INSERT, DELETE ON benefits_merged_months TO jiahu_app;

GRANT UPDATE (area_scope) ON benefits_merged_months TO jiahu_app;

-- Accounts are kept as long as vouchers are; then number and holder are destroyed. That there was one stays.
ALTER TABLE benefits_accounts ALTER COLUMN account DROP NOT NULL;

ALTER TABLE benefits_accounts ADD COLUMN forgotten_on date;

ALTER TABLE benefits_accounts ADD CONSTRAINT benefits_accounts_forgotten
  CHECK ((account IS NULL) = (forgotten_on IS NOT NULL));

-- The one way in which an account loses what it says: nothing else can be done to it.
CREATE FUNCTION benefits_forget_account(person uuid, entitlement uuid, account_version integer, day date) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    UPDATE public.benefits_accounts SET account = NULL, forgotten_on = day
      WHERE person_id = person AND entitlement_id = entitlement AND version = account_version
        AND account IS NOT NULL AND current_setting('app.purpose', true) IN ('benefits', 'operation');
  $$;

REVOKE EXECUTE ON FUNCTION benefits_forget_account(uuid, uuid, integer, date) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION benefits_forget_account(uuid, uuid, integer, date) TO jiahu_app;
