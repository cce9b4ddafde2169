-- The period with which each word begins is three days and no longer 25: what is merged at once, and waited for, is all
-- that a word has in one of them.

DROP TRIGGER message_words_added;

DROP TRIGGER message_words_changed;

DROP TRIGGER message_words_removed;

DROP TABLE message_words;

DROP VIEW message_in_period;

CREATE VIEW message_in_period (id, words) AS
SELECT id, (id >> 48) || 'x' || replace(words, ' ', ' ' || (id >> 48) || 'x') FROM message WHERE words <> '';

CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = 'message_in_period', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
    detail = none, columnsize = 0
);

INSERT INTO message_words (message_words, rank) VALUES ('pgsz', 1000);

INSERT INTO message_words (message_words) VALUES ('rebuild');

CREATE TRIGGER message_words_added AFTER INSERT ON message WHEN new.words <> '' BEGIN
    INSERT INTO message_words (rowid, words)
    VALUES (new.id, (new.id >> 48) || 'x' || replace(new.words, ' ', ' ' || (new.id >> 48) || 'x'));
END;

CREATE TRIGGER message_words_changed AFTER UPDATE OF words ON message WHEN old.words <> new.words BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES ('delete', old.id, (old.id >> 48) || 'x' || replace(old.words, ' ', ' ' || (old.id >> 48) || 'x'));
    INSERT INTO message_words (rowid, words)
    VALUES (new.id, (new.id >> 48) || 'x' || replace(new.words, ' ', ' ' || (new.id >> 48) || 'x'));
END;

CREATE TRIGGER message_words_removed AFTER DELETE ON message WHEN old.words <> '' BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES ('delete', old.id, (old.id >> 48) || 'x' || replace(old.words, ' ', ' ' || (old.id >> 48) || 'x'));
END;
