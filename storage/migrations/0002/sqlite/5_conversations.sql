-- A key is chat:person:thread.

ALTER TABLE conversation ADD COLUMN person BIGINT GENERATED ALWAYS AS (
    CAST(substr(key, instr(key, ':') + 1) AS INTEGER) -- reads as many digits as there are
) VIRTUAL;

CREATE INDEX conversation_of_person ON conversation (person);
