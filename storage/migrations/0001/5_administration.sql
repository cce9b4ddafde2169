CREATE TABLE catalogue (
    id {identity},
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id BIGINT NOT NULL
);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id BIGINT NOT NULL
);

CREATE TABLE admin (
    person BIGINT PRIMARY KEY,
    role TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id BIGINT NOT NULL
);

CREATE TABLE template (
    id {identity},
    category TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE announcement (
    id {identity},
    text TEXT NOT NULL,
    categories TEXT NOT NULL,
    until BIGINT,
    at BIGINT NOT NULL,
    by_id BIGINT NOT NULL,
    ended_at BIGINT
);

CREATE INDEX announcement_running ON announcement (id) WHERE ended_at IS NULL;

CREATE TABLE subscriber (
    announcement BIGINT NOT NULL REFERENCES announcement (id),
    person BIGINT NOT NULL,
    at BIGINT NOT NULL,
    told_at BIGINT,
    PRIMARY KEY (announcement, person)
);

CREATE INDEX subscriber_untold ON subscriber (announcement, person) WHERE told_at IS NULL;

CREATE TABLE audit (
    id {identity},
    by_id BIGINT NOT NULL,
    deed TEXT NOT NULL,
    details TEXT NOT NULL,
    at BIGINT NOT NULL
);
