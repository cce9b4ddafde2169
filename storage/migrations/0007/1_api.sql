-- Programs that use the desk. A token is known by its digest.

CREATE TABLE api_token (
    name TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    rights TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);

-- Answers of the API, to be given again where the same is asked twice.

CREATE TABLE idempotency_key (
    caller TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    status BIGINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (caller, key)
){without_rowid};

CREATE INDEX idempotency_key_by_time ON idempotency_key (at);

-- Pages of dialogs, newest first.

CREATE INDEX dialog_of_status ON dialog (status, number);

CREATE INDEX dialog_of_topic ON dialog (topic, number)
