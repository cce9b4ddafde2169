-- Each word begins with the period (25 days) in which it was said. The full text is merged a word at a time, and
-- whoever commits then waits for all messages that have it: now for those of a period, however many years there are.

DROP TRIGGER message_words_added;

DROP TRIGGER message_words_changed;

DROP TRIGGER message_words_removed;

DROP TABLE message_words;

CREATE VIEW message_in_period (id, words) AS
SELECT id, (id >> 51) || 'x' || replace(words, ' ', ' ' || (id >> 51) || 'x') FROM message WHERE words <> '';

CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = 'message_in_period', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
    detail = none, columnsize = 0
);

-- Bytes of a page: so many of them are merged at once, and that is waited for, too.

INSERT INTO message_words (message_words, rank) VALUES ('pgsz', 1000);

INSERT INTO message_words (message_words) VALUES ('rebuild');

CREATE TRIGGER message_words_added AFTER INSERT ON message WHEN new.words <> '' BEGIN
    INSERT INTO message_words (rowid, words)
    VALUES (new.id, (new.id >> 51) || 'x' || replace(new.words, ' ', ' ' || (new.id >> 51) || 'x'));
END;

CREATE TRIGGER message_words_changed AFTER UPDATE OF words ON message WHEN old.words <> new.words BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES ('delete', old.id, (old.id >> 51) || 'x' || replace(old.words, ' ', ' ' || (old.id >> 51) || 'x'));
    INSERT INTO message_words (rowid, words)
    VALUES (new.id, (new.id >> 51) || 'x' || replace(new.words, ' ', ' ' || (new.id >> 51) || 'x'));
END;

CREATE TRIGGER message_words_removed AFTER DELETE ON message WHEN old.words <> '' BEGIN
    INSERT INTO message_words (message_words, rowid, words)
    VALUES ('delete', old.id, (old.id >> 51) || 'x' || replace(old.words, ' ', ' ' || (old.id >> 51) || 'x'));
END;
