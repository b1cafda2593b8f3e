-- Requests to erase what is kept by consent: phone and address (Personal Information Protection Law, art. 47).
ALTER TABLE register_requests DROP CONSTRAINT register_requests_kind;

ALTER TABLE register_requests ADD CONSTRAINT register_requests_kind
  CHECK (kind IN ('record', 'correct', 'withdraw', 'transfer', 'erase'));

ALTER TABLE register_requests DROP CONSTRAINT register_requests_event;

ALTER TABLE register_requests ADD CONSTRAINT register_requests_event
  CHECK ((kind IN ('record', 'transfer', 'erase')) = (event_id IS NULL));

-- The one way in which a record loses something: the sealed values of one field, in all records and requests of one
-- person. Records stay otherwise; what happened, when and by whom, is still told.
CREATE FUNCTION register_erase(subject uuid, field text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    UPDATE public.register_events
      SET details = jsonb_set(details, ARRAY['changes', field], '{"from": null, "to": null}')
      WHERE person_id = subject AND field IN ('phone', 'address') AND details -> 'changes' ? field
        AND current_setting('app.purpose', true) IN ('registration', 'operation');
    UPDATE public.register_requests SET form = form - field
      WHERE person_id = subject AND field IN ('phone', 'address') AND form ? field
        AND current_setting('app.purpose', true) IN ('registration', 'operation');
  $$;

REVOKE EXECUTE ON FUNCTION register_erase(uuid, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION register_erase(uuid, text) TO jiahu_app;
