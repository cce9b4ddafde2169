-- Who of several processes leads, in which term, and until when (the server's clock, ms) unless it is renewed.

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    term BIGINT NOT NULL,
    until BIGINT NOT NULL
);
