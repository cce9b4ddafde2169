-- name: notice_queued!
INSERT INTO outbox (stream, kind, dialog, message, details, album, priority, due_at, created_at)
VALUES (:stream, :kind, :dialog, :message, :details, :album, :priority, :due_at, :created_at);

-- name: card_queued!
-- One waiting card of a dialog is enough: the one that leaves shows the dialog as it is then.
INSERT INTO outbox (stream, kind, dialog, details, priority, due_at, created_at)
SELECT CAST(:stream AS TEXT), 'card', CAST(:dialog AS BIGINT), '{}', CAST(:priority AS BIGINT), CAST(:due_at AS BIGINT),
       CAST(:created_at AS BIGINT)
WHERE NOT EXISTS (
    SELECT 1 FROM outbox WHERE dialog = :dialog AND kind = 'card' AND state = 0 AND due_at > :created_at
);

-- name: stars_queued!
-- One that has not begun looks at all answers from its own on.
INSERT INTO outbox (stream, kind, dialog, message, details, priority, due_at, created_at)
SELECT CAST(:stream AS TEXT), 'stars', CAST(:dialog AS BIGINT), CAST(:message AS BIGINT), '{}',
       CAST(:priority AS BIGINT), CAST(:due_at AS BIGINT), CAST(:created_at AS BIGINT)
WHERE NOT EXISTS (
    SELECT 1 FROM outbox
    WHERE dialog = :dialog AND kind = 'stars' AND state = 0 AND due_at > :created_at AND message <= :message
);

-- name: album_grew!
UPDATE outbox SET due_at = :due_at WHERE album = :album AND state = 0;

-- name: first_waiting^
SELECT id, stream, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND stream = :stream
ORDER BY priority, id
LIMIT 1;

-- name: first_due^
SELECT id, stream, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND stream = :stream AND due_at <= :now AND NOT EXISTS (
    SELECT 1 FROM outbox AS held
    WHERE held.state = 0 AND held.stream = :stream AND held.id < outbox.id AND held.due_at > :now
      AND coalesce(held.dialog, 0) = coalesce(outbox.dialog, 0)
)
ORDER BY priority, id
LIMIT 1;

-- name: waiting
SELECT id, stream, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND id > :after
ORDER BY id
LIMIT :limit;

-- name: stream_heads
SELECT outbox.stream, min(outbox.id) AS first, max(outbox.id) AS newest, min(outbox.priority) AS priority,
       min(outbox.due_at) AS due_at, max(dialog.group_id) AS group_id, max(dialog.seller_id) AS seller_id
FROM outbox LEFT JOIN dialog ON dialog.number = outbox.dialog
WHERE outbox.state = 0 AND outbox.id > :after
GROUP BY outbox.stream;

-- name: late_answers
-- `created_at`: by the index; what waits by itself may still be taken back, and is not late.
SELECT id, stream, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND stream >= 'person:' AND stream < 'person;' AND kind = 'relay'
  AND created_at < :before AND due_at < :before
ORDER BY created_at DESC
LIMIT :limit;

-- name: delivered_in_groups
SELECT thread.chat_id, outbox.kind, outbox.done_at
FROM outbox JOIN thread ON thread.dialog = outbox.dialog
WHERE outbox.state = 1 AND outbox.done_at > :since AND outbox.stream NOT LIKE 'person:%'
  AND outbox.kind NOT IN ('event', 'stars')
ORDER BY outbox.done_at;

-- name: last_answers
-- Those that ended in the last minute before the newest delivery. `+id`: sorted when found, not sought in that order.
SELECT outbox.state, outbox.details, reaction.emoji
FROM outbox LEFT JOIN reaction ON reaction.message = outbox.message
WHERE state IN (1, 2) AND done_at > (SELECT max(done_at) FROM outbox WHERE state = 1) - 60000
  AND kind = 'relay' AND stream LIKE 'person:%'
ORDER BY +outbox.id;

-- name: waiting_album
SELECT id, stream, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND album = :album AND stream = :stream
ORDER BY id
LIMIT 10;

-- name: delivery_context^
-- All that a delivery needs to know of a notice, in one read.
SELECT dialog.*,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.holds,
       message.album AS message_album, message.merged_from, message.merged_at,
       thread.chat_id AS thread_chat, thread.thread_id, thread.card_id, thread.name AS thread_name,
       thread.closed AS thread_closed,
       person.name AS person_name, person.username, person.language, person.locale, person.banned_at,
       person.ban_reason, person.unreachable_since
FROM dialog
JOIN person ON person.id = dialog.seller_id
LEFT JOIN message ON message.id = :message
LEFT JOIN thread ON thread.dialog = dialog.number
WHERE dialog.number = :dialog;

-- name: delivered!
UPDATE outbox SET state = 1, done_at = :at WHERE id = :id;

-- name: undeliverable!
UPDATE outbox SET state = 2, done_at = :at, error = :error WHERE id = :id;

-- name: send_again!
-- What could not reach a person who is back now waits once more, in its old place: before all that came after it.
UPDATE outbox SET state = 0, error = NULL, done_at = NULL, due_at = :at, created_at = :at
WHERE state = 2 AND stream = :stream AND kind = 'relay'
  AND :reasons LIKE '%,' || error || ',%';

-- name: again_queued!
-- A new row is what a delivering process finds; it looks then for what waits in the stream before it.
INSERT INTO outbox (stream, kind, details, priority, due_at, created_at)
SELECT CAST(:stream AS TEXT), 'again', '{}', 0, CAST(:at AS BIGINT), CAST(:at AS BIGINT)
WHERE EXISTS (SELECT 1 FROM outbox WHERE state = 0 AND stream = :stream);

-- name: oldest_waiting^
-- Of what people wait for; events of a receiver that is down are told of by themselves.
SELECT min(created_at) AS at, count(*) AS total FROM outbox WHERE state = 0 AND due_at <= :now AND priority < 3;

-- name: events_switched_on!
DELETE FROM setting WHERE name = 'events_off';

-- name: events_replayed!
UPDATE outbox SET state = 0, error = NULL, done_at = NULL, due_at = :at
WHERE state IN (1, 2) AND done_at >= :since AND created_at >= :since AND kind = 'event';
