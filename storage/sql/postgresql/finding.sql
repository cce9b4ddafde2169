-- name: dialogs_of_people
SELECT * FROM dialog
WHERE seller_id IN (
    SELECT id FROM person
    WHERE array_to_tsvector(string_to_array(words, ' ')) @@ CAST(CAST(:question AS TEXT) AS tsquery)
    LIMIT :people
)
ORDER BY number DESC
LIMIT :limit;

-- name: messages_with
SELECT dialog.*,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.album AS message_album
FROM (
    SELECT id FROM message
    WHERE array_to_tsvector(string_to_array(words, ' ')) @@ CAST(CAST(:question AS TEXT) AS tsquery) AND id < :before
    ORDER BY id DESC
    LIMIT :limit
) AS hit
JOIN message ON message.id = hit.id
JOIN dialog ON dialog.number = message.dialog
ORDER BY message.id DESC;
