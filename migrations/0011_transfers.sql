-- Transfers between areas: asked for by one side, agreed to by the other.
ALTER TABLE register_requests ADD COLUMN receiving_scope text COLLATE "C";

-- Which side has to agree; the other one asked.
ALTER TABLE register_requests ADD COLUMN agreeing_side text;

-- The receiving side does not see the person yet, only whom it is about.
ALTER TABLE register_requests ADD COLUMN subject_name text;

ALTER TABLE register_requests DROP CONSTRAINT register_requests_kind;

ALTER TABLE register_requests ADD CONSTRAINT register_requests_kind
  CHECK (kind IN ('record', 'correct', 'withdraw', 'transfer'));

ALTER TABLE register_requests DROP CONSTRAINT register_requests_event;

ALTER TABLE register_requests ADD CONSTRAINT register_requests_event
  CHECK ((kind IN ('record', 'transfer')) = (event_id IS NULL));

ALTER TABLE register_requests ADD CONSTRAINT register_requests_transfer CHECK (
  (kind = 'transfer') = (receiving_scope IS NOT NULL)
  AND (kind = 'transfer') = (agreeing_side IS NOT NULL)
  AND (kind = 'transfer') = (subject_name IS NOT NULL)
  AND (agreeing_side IS NULL OR agreeing_side IN ('sending', 'receiving')));

CREATE INDEX register_requests_receiving_scope ON register_requests (receiving_scope) WHERE state = 'requested';

DROP POLICY register_requests_area ON register_requests;

CREATE POLICY register_requests_area ON register_requests USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), ''))
    OR (receiving_scope >= nullif(current_setting('app.area_from', true), '')
        AND receiving_scope < nullif(current_setting('app.area_to', true), '')))
);
