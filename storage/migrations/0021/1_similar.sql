-- Answers that helped, and the stems of the questions that they answered: so many of each topic, and no texts.

CREATE TABLE helpful_answer (
    dialog {id} REFERENCES dialog (number),
    topic TEXT NOT NULL,
    message BIGINT NOT NULL,
    at BIGINT NOT NULL -- the dialog's end
);

CREATE INDEX helpful_answer_of_topic ON helpful_answer (topic, at, dialog);

CREATE INDEX helpful_answer_by_age ON helpful_answer (at);

CREATE TABLE helpful_stem (
    topic TEXT NOT NULL,
    stem TEXT NOT NULL,
    dialog BIGINT NOT NULL REFERENCES helpful_answer (dialog) ON DELETE CASCADE,
    PRIMARY KEY (topic, stem, dialog)
){without_rowid};

CREATE INDEX helpful_stem_of_dialog ON helpful_stem (dialog);

INSERT INTO numbering (name, last) VALUES ('answers-read', 0);
