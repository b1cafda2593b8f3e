-- Somebody who asks for a copy of what is held of them is told that withheld records exist, and how many: nothing else
-- of them can be read (Personal Information Protection Law, arts. 45 and 47).
CREATE FUNCTION health_count_withheld(cases uuid[], whose text) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT count(*)::integer FROM public.health_withheld
      WHERE case_id = ANY (cases) AND subject = whose AND current_setting('app.purpose', true) = 'health'
  $$;

REVOKE EXECUTE ON FUNCTION health_count_withheld(uuid[], text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION health_count_withheld(uuid[], text) TO jiahu_app;
