-- What figures are made of. In batches: after the one at (`after`, `number`).

-- name: dialog_facts
SELECT number, category, topic, group_id, first_answer_by, first_answer_name, status, ending, created_at, first_answer_at, ended_at,
       rating
FROM dialog
WHERE created_at < :until AND (created_at, number) > (:after, :number)
ORDER BY created_at, number
LIMIT :limit;

-- name: turn_facts
SELECT turn.dialog AS number, turn.asked_at, turn.answered_at, turn.agent_id, turn.agent_name, dialog.category, dialog.topic
FROM turn JOIN dialog ON dialog.number = turn.dialog
WHERE turn.asked_at < :until AND (turn.asked_at, turn.dialog) > (:after, :number) AND turn.answered_at IS NOT NULL
ORDER BY turn.asked_at, turn.dialog
LIMIT :limit;

-- name: deliveries
-- What is not delivered is little, and has an index; the rest is counted and not looked at.
SELECT 'accepted' AS outcome,
       (SELECT count(*) FROM message WHERE id >= :first AND id < :last)
       - (SELECT count(*) FROM message WHERE side = 'note' AND id >= :first AND id < :last) AS total
UNION ALL
SELECT coalesce(failure, 'waiting') AS outcome, count(*) AS total
FROM message
WHERE delivered_at IS NULL AND side <> 'note' AND id >= :first AND id < :last
GROUP BY coalesce(failure, 'waiting');

-- name: titles^
SELECT titles FROM dialog WHERE topic = :topic ORDER BY created_at DESC LIMIT 1;
