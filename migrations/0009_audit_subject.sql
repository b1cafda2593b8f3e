-- Who has looked at, or changed, one person: part of what that person may ask for.
CREATE INDEX platform_audit_subject ON platform_audit (subject_id, at) WHERE subject_id IS NOT NULL;
