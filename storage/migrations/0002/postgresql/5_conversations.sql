-- A key is chat:person:thread.

ALTER TABLE conversation
ADD COLUMN person BIGINT GENERATED ALWAYS AS (CAST(nullif(split_part(key, ':', 2), '') AS BIGINT)) STORED;

CREATE INDEX conversation_of_person ON conversation (person);
