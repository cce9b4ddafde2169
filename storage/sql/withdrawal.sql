-- name: withdrawn_versions!
DELETE FROM message_version WHERE message = :message;

-- name: withdrawn_reaction!
DELETE FROM reaction WHERE message = :message;

-- name: withdrawn_source!
-- Where its copies stand is known until they are gone.
DELETE FROM message_ref WHERE message = :message AND source = 1;

-- name: withdrawn_notices!
DELETE FROM outbox WHERE state = 0 AND dialog = :dialog AND message = :message;

-- name: withdrawn_message!
DELETE FROM message WHERE id = :message AND dialog = :dialog;

-- name: turns_withdrawn!
DELETE FROM turn WHERE dialog = :dialog AND asked_at >= :since AND answered_at IS NULL;
