-- name: message^
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE id = :id;

-- name: message_at^
-- What stands at a place of the messenger: a message of the history, or another post of the bot for a dialog.
SELECT dialog.*,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.holds,
       message.album AS message_album, message.merged_from, message.merged_at
FROM message_ref
JOIN dialog ON dialog.number = message_ref.dialog
LEFT JOIN message ON message.id = message_ref.message
WHERE message_ref.chat_id = :chat_id AND message_ref.post_id = :post_id;

-- name: message_added!
INSERT INTO message (id, dialog, side, author_id, author_name, kind, content, size, created_at, asks, holds, album, words)
VALUES (:id, :dialog, :side, :author_id, :author_name, :kind, :content, :size, :created_at, :asks, :holds, :album,
        :words)
ON CONFLICT (id) DO NOTHING;

-- name: message_ref_saved!
INSERT INTO message_ref (chat_id, post_id, message, dialog, source)
VALUES (:chat_id, :post_id, :message, :dialog, :source)
ON CONFLICT (chat_id, post_id) DO NOTHING;

-- name: message_delivered!
UPDATE message SET delivered_at = :at, failure = NULL WHERE id = :id AND delivered_at IS NULL;

-- name: message_failed!
UPDATE message SET failure = :error
WHERE id = (SELECT message FROM outbox WHERE id = :notice AND kind = 'relay') AND delivered_at IS NULL;

-- name: version_kept!
INSERT INTO message_version (message, content, until)
SELECT id, content, CAST(:at AS BIGINT) FROM message WHERE id = :id;

-- name: message_edited!
UPDATE message SET kind = :kind, content = :content, size = :size, words = :words, edited_at = :at WHERE id = :id;

-- name: history
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE dialog = :number AND side <> 'note'
ORDER BY id
LIMIT :limit OFFSET :offset;

-- name: message_page
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE dialog = :number AND id > :after
ORDER BY id
LIMIT :limit;

-- name: message_states
SELECT message.id, message.delivered_at, message.failure, reaction.emoji
FROM message LEFT JOIN reaction ON reaction.message = message.id
WHERE message.dialog = :number AND message.id BETWEEN :first AND :last;

-- name: answer_at^
SELECT message.side, message.failure, reaction.emoji,
       EXISTS (SELECT 1 FROM outbox WHERE state = 0 AND kind = 'relay' AND outbox.message = message.id) AS waits
FROM message_ref
JOIN message ON message.id = message_ref.message
LEFT JOIN reaction ON reaction.message = message.id
WHERE message_ref.chat_id = :chat_id AND message_ref.post_id = :post_id AND message_ref.source = 1
  AND message.side <> 'seller';

-- name: last_messages
SELECT * FROM (
    SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
    FROM message
    WHERE dialog = :number AND side <> 'note'
    ORDER BY id DESC
    LIMIT :limit
) AS newest
ORDER BY id;

-- name: last_answer^
SELECT id FROM message
WHERE dialog = :number AND side = 'agent' AND holds = 0
ORDER BY id DESC
LIMIT 1;

-- name: answers_since
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE dialog = :number AND id >= :first AND side = 'agent' AND holds = 0
ORDER BY id DESC
LIMIT :limit;

-- name: failed_messages
SELECT id FROM message WHERE dialog = :number AND failure IS NOT NULL;

-- name: count_history^
SELECT count(*) AS total FROM message WHERE dialog = :number AND side <> 'note';

-- name: files
SELECT content FROM message
WHERE dialog = :number AND side <> 'note' AND kind NOT IN ('text', 'sticker', 'contact', 'location', 'venue')
ORDER BY id
LIMIT 500;

-- name: count_files^
SELECT count(*) AS total FROM message
WHERE dialog = :number AND side <> 'note' AND kind NOT IN ('text', 'sticker', 'contact', 'location', 'venue');

-- name: album
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE album = :album
ORDER BY id
LIMIT 10;

-- name: album_size^
SELECT coalesce(sum(size), 0) AS total FROM message WHERE album = :album;

-- name: message_refs
-- `source`: 0 delivered there, 1 written there, 2 words of it that stand below their file.
SELECT message, chat_id, post_id, source FROM message_ref WHERE message = :message AND source < 2;

-- name: copies
SELECT chat_id, post_id FROM message_ref WHERE message = :message AND source <> 1;

-- name: versions
SELECT content, until FROM message_version WHERE message = :message ORDER BY until;

-- name: due_at^
SELECT due_at FROM outbox WHERE state = 0 AND kind = 'relay' AND message = :message;

-- name: relay_recalled!
DELETE FROM outbox WHERE state = 0 AND kind = 'relay' AND message = :message;

-- name: message_recalled!
UPDATE message SET side = 'note' WHERE id = :message;
