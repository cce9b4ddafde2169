-- What the desk's own dialogs taught the search, and how it does: counts, no texts.

CREATE TABLE search_evidence (
    stem TEXT NOT NULL,
    topic TEXT NOT NULL,
    dialogs BIGINT NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (stem, topic)
);

-- One row: dialogs that ended until then have been learned from.

CREATE TABLE search_taught (
    id BIGINT PRIMARY KEY,
    until BIGINT NOT NULL
);

CREATE TABLE search_figure (
    day BIGINT NOT NULL, -- since 1970, UTC
    what TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (day, what)
);

-- Words by which a topic was not found; the topic is the one that was meant, empty where none was chosen.

CREATE TABLE search_missed (
    word TEXT NOT NULL,
    topic TEXT NOT NULL,
    count BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (word, topic)
);

CREATE INDEX search_missed_by_count ON search_missed (count, word, topic);
