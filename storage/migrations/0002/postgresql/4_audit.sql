DROP TRIGGER audit_only_grows ON audit;

DROP FUNCTION refuse_change();

UPDATE audit SET subject = CAST(CAST(details AS jsonb) ->> 'person' AS BIGINT)
WHERE jsonb_typeof(CAST(details AS jsonb) -> 'person') = 'number';

CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF old.at >= (SELECT last FROM numbering WHERE name = 'audit') THEN
            RAISE EXCEPTION 'the audit only grows';
        END IF;
        RETURN old;
    END IF;
    IF old.subject IS NULL OR new.subject IS NOT NULL OR new.details <> '{"forgotten":true}'
        OR new.id <> old.id OR new.by_id <> old.by_id OR new.deed <> old.deed OR new.at <> old.at
    THEN
        RAISE EXCEPTION 'the audit only grows';
    END IF;
    RETURN new;
END;
$$;

CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION keep_audit();

CREATE FUNCTION refuse_truncation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit only grows';
END;
$$;

CREATE TRIGGER audit_is_not_truncated BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation();
