-- How a name sounds, `zw zhangwei`: initials, then the syllables. Names are searched by it under row-level security.
ALTER TABLE register_persons ADD COLUMN sound text COLLATE "C";

-- NOT VALID: the next start computes the sounds of names that an earlier version wrote, then validates it.
ALTER TABLE register_persons ADD CONSTRAINT register_persons_sound CHECK (sound IS NOT NULL) NOT VALID;

CREATE INDEX register_persons_sound_registered ON register_persons (sound, registered_scope);

CREATE INDEX register_persons_sound_resident ON register_persons (sound, resident_scope);

-- For people who may be recorded already: born on one day, under a like name.
CREATE INDEX register_persons_birth ON register_persons (birth_date, sound);
