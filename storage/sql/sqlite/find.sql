-- name: dialogs_of_people
-- `+number`: sorted when found, not sought among all dialogs in that order.
SELECT * FROM dialog
WHERE seller_id IN (SELECT rowid FROM person_words WHERE person_words MATCH :question ORDER BY rowid DESC LIMIT :people)
ORDER BY +number DESC
LIMIT :limit;

-- name: prefixes_of_words
-- A word begins with the period in which it was said, scattered; the newest first.
WITH RECURSIVE period (number) AS (
    SELECT max(id) >> 48 FROM message
    UNION ALL
    SELECT (SELECT max(id) >> 48 FROM message WHERE id < period.number << 48) FROM period
    WHERE period.number IS NOT NULL
)
SELECT (number * 40503 & 65535) || 'x' AS prefix FROM period WHERE number IS NOT NULL ORDER BY number DESC;

-- name: messages_with
SELECT dialog.*,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.holds,
       message.album AS message_album, message.merged_from, message.merged_at
FROM (
    SELECT rowid AS id FROM message_words
    WHERE message_words MATCH :question AND rowid < :before
    ORDER BY rowid DESC
    LIMIT :limit
) AS hit
JOIN message ON message.id = hit.id
JOIN dialog ON dialog.number = message.dialog
ORDER BY message.id DESC;
