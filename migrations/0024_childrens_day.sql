-- A child is 14 on the day that it is in the city, not where the clock of the database stands.
DROP POLICY register_persons_area ON register_persons;

CREATE POLICY register_persons_area ON register_persons USING (
  nullif(current_setting('app.purpose', true), '') IN ('registration', 'statistics', 'operation')
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
  AND (nullif(current_setting('app.children', true), '') = 'yes'
    OR nullif(current_setting('app.purpose', true), '') = 'statistics'
    OR birth_date <= (current_timestamp AT TIME ZONE 'Asia/Shanghai')::date - interval '14 years')
);
