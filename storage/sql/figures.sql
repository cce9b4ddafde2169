-- What figures are made of. In batches: after the one at (`after`, `number`).

-- name: dialog_facts
SELECT number, category, topic, group_id, agent_id, agent_name, status, ending, created_at, first_answer_at, ended_at,
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
SELECT outcome, count(*) AS total
FROM (
    SELECT CASE WHEN delivered_at IS NOT NULL THEN 'delivered' ELSE coalesce(failure, 'waiting') END AS outcome
    FROM message
    WHERE id >= :first AND id < :last AND side <> 'note'
) AS outcomes
GROUP BY outcome;

-- name: titles^
SELECT titles FROM dialog WHERE topic = :topic ORDER BY created_at DESC LIMIT 1;
