-- Identity numbers, phones and addresses are sealed with keys that live outside the database, and found by keyed digests.

-- What proves at the start that the keys at hand are the ones of this database.
CREATE TABLE platform_key_checks (
  name text COLLATE "C" NOT NULL,
  check_value text NOT NULL,
  CONSTRAINT platform_key_checks_pk PRIMARY KEY (name)
);

GRANT SELECT, INSERT ON platform_key_checks TO jiahu_app;

ALTER TABLE register_persons ADD COLUMN phone text;

ALTER TABLE register_persons ADD COLUMN address text;

-- NOT VALID: numbers that an earlier version wrote in clear are sealed by the next start, which then validates it.
ALTER TABLE register_persons ADD CONSTRAINT register_persons_id_number_sealed CHECK (id_number LIKE '%.%') NOT VALID;

ALTER TABLE register_persons ADD CONSTRAINT register_persons_phone_sealed CHECK (phone LIKE '%.%');

ALTER TABLE register_persons ADD CONSTRAINT register_persons_address_sealed CHECK (address LIKE '%.%');

-- Several people may share a phone; a number finds all of them.
CREATE TABLE register_phone_directory (
  phone_digest text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT register_phone_directory_pk PRIMARY KEY (phone_digest, person_id)
);

-- One row for each part of an address: road, number, building.
CREATE TABLE register_address_directory (
  token_digest text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT register_address_directory_pk PRIMARY KEY (token_digest, person_id)
);

GRANT SELECT, INSERT, DELETE ON register_phone_directory TO jiahu_app;

GRANT SELECT, INSERT, DELETE ON register_address_directory TO jiahu_app;

ALTER TABLE register_events DROP CONSTRAINT register_events_kind;

ALTER TABLE register_events ADD CONSTRAINT register_events_kind CHECK (kind IN (
  'enrolment', 'birth', 'stillbirth', 'death', 'move', 'hukou_transfer', 'hukou_kind_change', 'marriage', 'divorce',
  'adoption', 'guardianship', 'name_change', 'contact_change', 'household_change', 'merge', 'withdrawal'));
