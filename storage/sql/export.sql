-- In batches: after the one at (`after`, `number`).

-- name: export_dialogs
SELECT dialog.*, person.name AS seller_name, person.username,
       (SELECT turn.due_at FROM turn WHERE turn.dialog = dialog.number ORDER BY turn.asked_at LIMIT 1) AS promised_until,
       (
           SELECT content FROM message
           WHERE message.dialog = dialog.number AND message.side = 'seller'
           ORDER BY message.id
           LIMIT 1
       ) AS question,
       CASE WHEN has_files = 1 THEN (
           SELECT count(*) FROM message
           WHERE message.dialog = dialog.number AND side <> 'note'
             AND kind NOT IN ('text', 'sticker', 'contact', 'location', 'venue')
       ) END AS files
FROM dialog JOIN person ON person.id = dialog.seller_id
WHERE created_at < :until AND (created_at, number) > (:after, :number)
ORDER BY created_at, number
LIMIT :limit;

-- name: export_ratings
SELECT dialog.*, person.name AS seller_name, person.username,
       (SELECT turn.due_at FROM turn WHERE turn.dialog = dialog.number ORDER BY turn.asked_at LIMIT 1) AS promised_until,
       (
           SELECT content FROM message
           WHERE message.dialog = dialog.number AND message.side = 'seller'
           ORDER BY message.id
           LIMIT 1
       ) AS question,
       CASE WHEN has_files = 1 THEN (
           SELECT count(*) FROM message
           WHERE message.dialog = dialog.number AND side <> 'note'
             AND kind NOT IN ('text', 'sticker', 'contact', 'location', 'venue')
       ) END AS files
FROM dialog JOIN person ON person.id = dialog.seller_id
WHERE rating IS NOT NULL AND rated_at < :until AND (rated_at, number) > (:after, :number)
ORDER BY rated_at, number
LIMIT :limit;

-- name: export_history
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at, reaction.emoji
FROM message LEFT JOIN reaction ON reaction.message = message.id
WHERE dialog = :number AND side <> 'note'
ORDER BY id
LIMIT :limit;

-- name: export_messages
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at, reaction.emoji
FROM message LEFT JOIN reaction ON reaction.message = message.id
WHERE id > :after AND id < :last
ORDER BY id
LIMIT :limit;
