DROP TRIGGER audit_is_not_changed;

DROP TRIGGER audit_is_not_deleted;

UPDATE audit SET subject = json_extract(details, '$.person') WHERE json_type(details, '$.person') = 'integer';

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
WHEN old.subject IS NULL OR new.subject IS NOT NULL OR new.details <> '{"forgotten":true}'
    OR new.id <> old.id OR new.by_id <> old.by_id OR new.deed <> old.deed OR new.at <> old.at
BEGIN
    SELECT RAISE(ABORT, 'the audit only grows');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
WHEN old.at >= (SELECT last FROM numbering WHERE name = 'audit')
BEGIN
    SELECT RAISE(ABORT, 'the audit only grows');
END;
