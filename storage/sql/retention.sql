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

-- name: forget_subscribers!
DELETE FROM subscriber WHERE (announcement, person) IN (
    SELECT subscriber.announcement, subscriber.person
    FROM announcement JOIN subscriber ON subscriber.announcement = announcement.id
    WHERE announcement.ended_at < :before
    ORDER BY announcement.ended_at
    LIMIT :limit
);

-- name: forget_announcements!
DELETE FROM announcement
WHERE id IN (SELECT id FROM announcement WHERE ended_at < :before ORDER BY ended_at LIMIT :limit);

-- name: forget_topics_taken!
DELETE FROM topic_taken WHERE (seller_id, topic) IN (
    SELECT seller_id, topic FROM topic_taken WHERE at < :before ORDER BY at LIMIT :limit
);

-- name: audit_may_be_forgotten!
-- The audit lets nothing go that is younger.
UPDATE numbering SET last = :before WHERE name = 'audit';

-- name: forget_audit!
DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < :before ORDER BY at LIMIT :limit);

-- name: forget_catalogues!
DELETE FROM catalogue WHERE id NOT IN (SELECT id FROM catalogue ORDER BY id DESC LIMIT :kept);

-- name: forget_held!
DELETE FROM outbox
WHERE id IN (SELECT id FROM outbox WHERE state = 3 AND done_at < :before ORDER BY done_at LIMIT :limit);

-- name: forget_merges!
DELETE FROM dialog_merge WHERE number IN (SELECT number FROM dialog_merge WHERE at < :before ORDER BY at LIMIT :limit);

-- name: forget_fsm_states!
DELETE FROM fsm_state WHERE key IN (SELECT key FROM fsm_state WHERE at < :before ORDER BY at LIMIT :limit);

-- name: forget_kept_answers!
DELETE FROM idempotency_key
WHERE (caller, key) IN (SELECT caller, key FROM idempotency_key WHERE at < :before ORDER BY at LIMIT :limit);

-- name: forget_helpful_answers!
DELETE FROM helpful_answer
WHERE dialog IN (SELECT dialog FROM helpful_answer WHERE at < :before ORDER BY at LIMIT :limit);

-- name: forget_shifts!
DELETE FROM shift WHERE (group_id, agent_id) IN (
    SELECT group_id, agent_id FROM shift WHERE seen_at < :before AND given_at < :before LIMIT :limit
);

-- name: forget_missed_words!
DELETE FROM search_missed WHERE (word, topic) IN (
    SELECT word, topic FROM search_missed WHERE at < :before ORDER BY at LIMIT :limit
);

-- name: forget_search_figures!
DELETE FROM search_figure WHERE (day, what) IN (
    SELECT day, what FROM search_figure WHERE day < :before ORDER BY day LIMIT :limit
);
