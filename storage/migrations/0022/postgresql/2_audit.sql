CREATE OR REPLACE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF old.at >= (SELECT last FROM numbering WHERE name = 'audit') THEN
            RAISE EXCEPTION 'the audit only grows';
        END IF;
        RETURN old;
    END IF;
    IF old.subject IS NULL OR new.subject IS NOT NULL OR new.details <> '{"forgotten":true}'
        OR new.id <> old.id OR new.by_id <> old.by_id OR new.action <> old.action OR new.at <> old.at
    THEN
        RAISE EXCEPTION 'the audit only grows';
    END IF;
    RETURN new;
END;
$$;
