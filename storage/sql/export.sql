-- In batches: after the one at (`after`, `number`).

-- name: export_dialogs
SELECT dialog.*, person.name AS seller_name, person.username,
       (SELECT turn.due_at FROM turn WHERE turn.dialog = dialog.number ORDER BY turn.asked_at LIMIT 1) AS promised_until
FROM dialog JOIN person ON person.id = dialog.seller_id
WHERE created_at < :until AND (created_at, number) > (:after, :number)
ORDER BY created_at, number
LIMIT :limit;

-- name: export_ratings
SELECT dialog.*, person.name AS seller_name, person.username,
       (SELECT turn.due_at FROM turn WHERE turn.dialog = dialog.number ORDER BY turn.asked_at LIMIT 1) AS promised_until
FROM dialog JOIN person ON person.id = dialog.seller_id
WHERE rating IS NOT NULL AND rated_at < :until AND (rated_at, number) > (:after, :number)
ORDER BY rated_at, number
LIMIT :limit;

-- name: export_messages
SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
       merged_from, merged_at
FROM message
WHERE id > :after AND id < :last
ORDER BY id
LIMIT :limit;
