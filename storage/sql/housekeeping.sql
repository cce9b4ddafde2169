-- What is kept for a while only. In batches, so that nobody waits for a long transaction.

-- name: forget_updates!
DELETE FROM update_seen WHERE update_id IN (SELECT update_id FROM update_seen WHERE at < :before LIMIT :limit);

-- name: forget_set_aside!
DELETE FROM update_set_aside
WHERE update_id IN (SELECT update_id FROM update_set_aside WHERE at < :before LIMIT :limit);

-- name: forget_delivered!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 1 AND done_at < :before LIMIT :limit);

-- name: forget_undeliverable!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 2 AND done_at < :before LIMIT :limit);

-- name: forget_conversations!
DELETE FROM conversation WHERE key IN (SELECT key FROM conversation WHERE at < :before LIMIT :limit);
