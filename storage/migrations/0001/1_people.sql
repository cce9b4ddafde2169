-- All times are UTC milliseconds. Titles, content, details and data are JSON texts.

CREATE TABLE person (
    id {id},
    name TEXT NOT NULL,
    username TEXT,
    language TEXT,
    locale TEXT,
    banned_at BIGINT,
    ban_reason TEXT,
    writing_to BIGINT,
    unreachable_since BIGINT,
    first_seen_at BIGINT NOT NULL,
    words TEXT NOT NULL DEFAULT '' -- of the name and the username, to be found by
);

CREATE INDEX person_by_username ON person (lower(username)) WHERE username IS NOT NULL;

CREATE TABLE conversation (
    key TEXT PRIMARY KEY,
    state TEXT,
    data TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX conversation_by_time ON conversation (at);
