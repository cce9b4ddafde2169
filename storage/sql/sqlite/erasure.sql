-- name: words_merged!
-- A little more of the full text than it would merge by itself: else pieces gather while much is erased, until so many
-- of them are merged at once that others wait.
INSERT INTO message_words (message_words, rank) VALUES ('merge', 50);
