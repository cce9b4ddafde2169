-- The period with which each word begins is scattered: what old dialogs leave empty lies between what is still there.
-- 40503 is odd, so each period below 65536 has a number of its own, and 65536 times the golden ratio, so neighbours lie
-- far apart.

DROP TRIGGER message_words_added;

DROP TRIGGER message_words_changed;

DROP TRIGGER message_words_removed;

DROP TABLE message_words;

DROP VIEW message_in_period;

CREATE VIEW message_in_period (id, words) AS
SELECT id, ((id >> 48) * 40503 & 65535) || 'x' || replace(words, ' ', ' ' || ((id >> 48) * 40503 & 65535) || 'x')
FROM message WHERE words <> '';

CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = 'message_in_period', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
    detail = none, columnsize = 0
);

INSERT INTO message_words (message_words, rank) VALUES ('pgsz', 1000);

INSERT INTO message_words (message_words) VALUES ('rebuild');

CREATE TRIGGER message_words_added AFTER INSERT ON message WHEN new.words <> '' BEGIN
    INSERT INTO message_words (rowid, words)
    VALUES (
        new.id,
        ((new.id >> 48) * 40503 & 65535) || 'x'
            || replace(new.words, ' ', ' ' || ((new.id >> 48) * 40503 & 65535) || 'x')
    );
END;

CREATE TRIGGER message_words_changed AFTER UPDATE OF words ON message WHEN old.words <> new.words BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES (
        'delete',
        old.id,
        ((old.id >> 48) * 40503 & 65535) || 'x'
            || replace(old.words, ' ', ' ' || ((old.id >> 48) * 40503 & 65535) || 'x')
    );
    INSERT INTO message_words (rowid, words)
    VALUES (
        new.id,
        ((new.id >> 48) * 40503 & 65535) || 'x'
            || replace(new.words, ' ', ' ' || ((new.id >> 48) * 40503 & 65535) || 'x')
    );
END;

CREATE TRIGGER message_words_removed AFTER DELETE ON message WHEN old.words <> '' BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES (
        'delete',
        old.id,
        ((old.id >> 48) * 40503 & 65535) || 'x'
            || replace(old.words, ' ', ' ' || ((old.id >> 48) * 40503 & 65535) || 'x')
    );
END;
