-- Full text: indexes that read the words from the tables themselves, and that triggers keep in step.

CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
    detail = none, columnsize = 0
);

CREATE TRIGGER message_words_added AFTER INSERT ON message WHEN new.words <> '' BEGIN
    INSERT INTO message_words (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER message_words_changed AFTER UPDATE OF words ON message WHEN old.words <> new.words BEGIN
    INSERT INTO message_words (message_words, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO message_words (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER message_words_removed AFTER DELETE ON message WHEN old.words <> '' BEGIN
    INSERT INTO message_words (message_words, rowid, words) VALUES ('delete', old.id, old.words);
END;

CREATE VIRTUAL TABLE person_words USING fts5 (
    words, content = 'person', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
    detail = none, columnsize = 0
);

CREATE TRIGGER person_words_added AFTER INSERT ON person WHEN new.words <> '' BEGIN
    INSERT INTO person_words (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER person_words_changed AFTER UPDATE OF words ON person WHEN old.words <> new.words BEGIN
    INSERT INTO person_words (person_words, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO person_words (rowid, words) VALUES (new.id, new.words);
END;

CREATE TRIGGER person_words_removed AFTER DELETE ON person WHEN old.words <> '' BEGIN
    INSERT INTO person_words (person_words, rowid, words) VALUES ('delete', old.id, old.words);
END;
