-- name: waiting
SELECT id, lane, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND id > :after
ORDER BY id
LIMIT :limit;
