-- What agents look for in their group.

-- name: queue
-- Where support owes an answer, whoever waits longest first.
SELECT dialog.*, place.chat_id AS place_chat, place.thread_id, place.card_id, place.name AS place_name,
       place.closed AS place_closed
FROM dialog LEFT JOIN place ON place.dialog = dialog.number
WHERE dialog.status = 'created' AND dialog.group_id = :group_id
ORDER BY dialog.waiting_since, dialog.number
LIMIT :limit OFFSET :offset;

-- name: count_queue^
-- `waiting_since`: so that the index of the queue is taken, and not that of all the group's dialogs.
SELECT count(*) AS total FROM dialog WHERE status = 'created' AND group_id = :group_id AND waiting_since > 0;

-- name: in_charge
-- An agent's open dialogs, those that wait for an answer first.
SELECT dialog.*, place.chat_id AS place_chat, place.thread_id, place.card_id, place.name AS place_name,
       place.closed AS place_closed
FROM dialog LEFT JOIN place ON place.dialog = dialog.number
WHERE dialog.status <> 'finished' AND dialog.agent_id = :agent_id
ORDER BY CASE dialog.status WHEN 'created' THEN 0 ELSE 1 END, dialog.waiting_since, dialog.number
LIMIT :limit OFFSET :offset;

-- name: count_in_charge^
SELECT count(*) AS total FROM dialog WHERE status <> 'finished' AND agent_id = :agent_id;

-- name: past_dialogs
SELECT dialog.*, place.chat_id AS place_chat, place.thread_id, place.card_id, place.name AS place_name,
       place.closed AS place_closed
FROM dialog LEFT JOIN place ON place.dialog = dialog.number
WHERE dialog.seller_id = :seller_id
ORDER BY dialog.number DESC
LIMIT :limit OFFSET :offset;

-- name: waiting_dialogs
-- Page after page: those that wait since `until` or longer, after the one at (`after`, `number`).
SELECT * FROM dialog
WHERE status = 'created' AND waiting_since <= :until AND (waiting_since, number) > (:after, :number)
ORDER BY waiting_since, number
LIMIT :limit;

-- name: colleagues
-- Who had the group's last dialogs, or wrote in one of them lately.
SELECT agent_id, max(agent_name) AS agent_name, max(number) AS newest
FROM (
    SELECT agent_id, agent_name, number FROM (
        SELECT agent_id, agent_name, number FROM dialog
        WHERE group_id = :group_id
        ORDER BY number DESC
        LIMIT 1000
    ) AS had
    UNION ALL
    SELECT written.author_id, written.author_name, dialog.number
    FROM (
        SELECT author_id, author_name, dialog, side FROM message ORDER BY id DESC LIMIT 1000
    ) AS written
    JOIN dialog ON dialog.number = written.dialog
    WHERE written.side <> 'seller' AND written.author_id > 0 AND dialog.group_id = :group_id
) AS recent
WHERE agent_id IS NOT NULL
GROUP BY agent_id
ORDER BY newest DESC
LIMIT :limit;

-- name: person_called^
SELECT id, name, username, language, locale, banned_at, ban_reason, writing_to, unreachable_since
FROM person
WHERE lower(username) = :username AND username IS NOT NULL
LIMIT 1;

-- name: due_at^
SELECT due_at FROM outbox WHERE state = 0 AND kind = 'relay' AND message = :message;

-- name: relay_withheld!
DELETE FROM outbox WHERE state = 0 AND kind = 'relay' AND message = :message;

-- name: message_withheld!
UPDATE message SET side = 'note' WHERE id = :message;
