-- What a seller put on an answer (empty: took away), and when they were asked what it lacks.

CREATE TABLE reaction (
    message {id} REFERENCES message (id),
    emoji TEXT,
    asked_at BIGINT
);
