-- name: words_merged!
-- Nothing to do: PostgreSQL's index of words is not made of pieces.
DELETE FROM message WHERE false;
