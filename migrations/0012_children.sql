-- Files of children under 14 are seen only by roles that may: the second lock on the stricter access that the Personal
-- Information Protection Law asks for (art. 31). Counting needs no such right.
DROP POLICY register_persons_area ON register_persons;

CREATE POLICY register_persons_area ON register_persons USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
  AND (nullif(current_setting('app.children', true), '') = 'yes'
    OR nullif(current_setting('app.purpose', true), '') = 'statistics'
    OR birth_date <= current_date - interval '14 years')
);
