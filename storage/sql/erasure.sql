-- Real deletion. Whoever refers comes before what is referred to.

-- name: erase_helpful_answer!
DELETE FROM helpful_answer WHERE dialog = :number;

-- name: erase_versions!
DELETE FROM message_version WHERE message IN (SELECT id FROM message WHERE dialog = :number);

-- name: erase_reactions!
DELETE FROM reaction WHERE message IN (SELECT id FROM message WHERE dialog = :number);

-- name: erase_message_refs!
DELETE FROM message_ref WHERE dialog = :number;

-- name: erase_messages!
DELETE FROM message WHERE dialog = :number;

-- name: count_messages^
SELECT count(*) AS total FROM message WHERE dialog = :number;

-- name: erase_some_versions!
DELETE FROM message_version
WHERE message IN (SELECT id FROM message WHERE dialog = :number ORDER BY id LIMIT :limit);

-- name: erase_some_reactions!
DELETE FROM reaction
WHERE message IN (SELECT id FROM message WHERE dialog = :number ORDER BY id LIMIT :limit);

-- name: erase_some_refs!
DELETE FROM message_ref WHERE message IN (SELECT id FROM message WHERE dialog = :number ORDER BY id LIMIT :limit);

-- name: erase_some_notices!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE dialog = :number LIMIT :limit);

-- name: erase_some_messages!
DELETE FROM message WHERE id IN (SELECT id FROM message WHERE dialog = :number ORDER BY id LIMIT :limit);

-- name: erase_thread!
DELETE FROM thread WHERE dialog = :number;

-- name: erase_turns!
DELETE FROM turn WHERE dialog = :number;

-- name: erase_notices!
DELETE FROM outbox WHERE dialog = :number;

-- name: erase_merge!
DELETE FROM dialog_merge WHERE number = :number;

-- name: erase_dialog!
DELETE FROM dialog WHERE number = :number;

-- name: erase_notices_to!
DELETE FROM outbox WHERE stream = :stream;

-- name: erase_fsm_states!
DELETE FROM fsm_state WHERE person = :seller_id;

-- name: erase_subscriptions!
DELETE FROM subscriber WHERE person = :seller_id;

-- name: erase_set_aside!
-- As they came: where the id stands as one, whole, and not as a part of another.
DELETE FROM inbox
WHERE state = 2
  AND (body LIKE '%"id":' || CAST(CAST(:seller_id AS BIGINT) AS TEXT) || ',%'
       OR body LIKE '%"id":' || CAST(CAST(:seller_id AS BIGINT) AS TEXT) || '}%');

-- name: erase_audit!
-- What was done stays, but not to whom.
UPDATE audit SET subject = NULL, details = '{"forgotten":true}' WHERE subject = :seller_id;

-- name: erase_profile!
UPDATE person
SET name = '', username = NULL, language = NULL, locale = NULL, writing_to = NULL, unreachable_since = NULL, words = ''
WHERE id = :seller_id AND NOT EXISTS (SELECT 1 FROM dialog WHERE dialog.seller_id = person.id);

-- name: erase_person!
DELETE FROM person WHERE id = :seller_id AND banned_at IS NULL;

-- name: erased!
-- Words that were deleted stay in the full-text index until it is merged: see storage/retention.py.
UPDATE numbering SET last = last + 1 WHERE name = 'erased';

-- name: purged!
UPDATE numbering SET last = :last WHERE name = 'purged';

-- name: merged!
UPDATE numbering SET last = :at WHERE name = 'merged';

-- name: unpurged^
SELECT erased.last FROM numbering AS erased JOIN numbering AS purged ON purged.last < erased.last
JOIN numbering AS merged ON merged.name = 'merged' AND merged.last <= :merged_before
WHERE erased.name = 'erased' AND purged.name = 'purged';
