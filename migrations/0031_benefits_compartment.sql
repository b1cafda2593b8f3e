-- Applications for benefits are a compartment of their own: whoever handles other cases does not see them, and whoever
-- handles benefits sees nothing else. Of the register they see who is alive and where somebody belongs, and change nothing.

ALTER TABLE casework_cases DROP CONSTRAINT casework_cases_compartment;

ALTER TABLE casework_cases ADD CONSTRAINT casework_cases_compartment
  CHECK (compartment IN ('casework', 'health', 'benefits'));

SET LOCAL app.area_from = '1';

SET LOCAL app.area_to = '9';

SET LOCAL app.purpose = 'operation';

UPDATE casework_numbers n SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = n.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_actions t SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = t.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_parts t SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = t.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_ratings t SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = t.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_messages t SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = t.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_certificates t SET compartment = 'benefits' FROM casework_cases c
  WHERE c.case_id = t.case_id
    AND c.service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

UPDATE casework_cases SET compartment = 'benefits'
  WHERE service IN ('rural-reward-support', 'special-support', 'only-child-reward', 'childcare-subsidy');

CREATE POLICY register_persons_benefits ON register_persons FOR SELECT USING (
  nullif(current_setting('app.purpose', true), '') = 'benefits'
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
  AND (nullif(current_setting('app.children', true), '') = 'yes'
    OR birth_date <= (current_timestamp AT TIME ZONE 'Asia/Shanghai')::date - interval '14 years')
);

CREATE POLICY register_events_benefits ON register_events FOR SELECT USING (
  nullif(current_setting('app.purpose', true), '') = 'benefits'
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

CREATE POLICY register_spells_benefits ON register_spells FOR SELECT USING (
  nullif(current_setting('app.purpose', true), '') = 'benefits'
  AND ((registered_scope >= nullif(current_setting('app.area_from', true), '')
        AND registered_scope < nullif(current_setting('app.area_to', true), ''))
    OR (resident_scope >= nullif(current_setting('app.area_from', true), '')
        AND resident_scope < nullif(current_setting('app.area_to', true), '')))
);

CREATE POLICY register_households_benefits ON register_households FOR SELECT USING (
  nullif(current_setting('app.purpose', true), '') = 'benefits'
  AND village_scope >= nullif(current_setting('app.area_from', true), '')
  AND village_scope < nullif(current_setting('app.area_to', true), '')
);
