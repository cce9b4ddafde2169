-- `state`: 0 unread, 1 handled (its body is gone), 2 set aside.

CREATE TABLE inbox (
    update_id {id},
    key TEXT NOT NULL, -- what must stay in order with it
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    state BIGINT NOT NULL DEFAULT 0,
    error TEXT
);

CREATE INDEX inbox_unread ON inbox (key, update_id) WHERE state = 0;

CREATE INDEX inbox_by_state ON inbox (state, at);

INSERT INTO inbox (update_id, key, body, at, state, error)
SELECT update_id, '', body, at, 2, error FROM update_set_aside;

INSERT INTO inbox (update_id, key, body, at, state)
SELECT update_id, '', '', at, 1 FROM update_seen
WHERE update_id NOT IN (SELECT update_id FROM update_set_aside);

DROP TABLE update_seen;

DROP TABLE update_set_aside;

-- Counts the changes of a conversation, so that nobody writes over what they did not read.

ALTER TABLE conversation ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
