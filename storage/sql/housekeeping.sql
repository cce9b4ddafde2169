-- What is kept for a while only. In batches, so that nobody waits for a long transaction.

-- name: forget_updates!
DELETE FROM inbox
WHERE update_id IN (SELECT update_id FROM inbox WHERE state = 1 AND at < :before ORDER BY at LIMIT :limit);

-- name: forget_set_aside!
DELETE FROM inbox
WHERE update_id IN (SELECT update_id FROM inbox WHERE state = 2 AND at < :before ORDER BY at LIMIT :limit);

-- name: forget_delivered!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 1 AND done_at < :before ORDER BY done_at LIMIT :limit);

-- name: forget_undeliverable!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 2 AND done_at < :before ORDER BY done_at LIMIT :limit);

-- name: forget_conversations!
DELETE FROM conversation WHERE key IN (SELECT key FROM conversation WHERE at < :before ORDER BY at LIMIT :limit);
