-- What figures are made of; what each of them means is said in core/figures.py. Durations are in seconds.
-- `turns_by_place` stands in the dialects' folders. `array_agg`: on SQLite it is group_concat, see storage/queries.py.

-- name: dialogs_by_place
SELECT category, topic,
       count(*) AS dialogs,
       count(first_answer_at) AS answered,
       count(*) FILTER (WHERE status = 'finished') AS finished,
       count(*) FILTER (WHERE ending = 'expired') AS expired,
       count(*) FILTER (WHERE ending = 'cancelled') AS cancelled,
       count(rating) AS ratings,
       count(rating) FILTER (WHERE first_answer_at IS NOT NULL) AS ratings_of_answered,
       count(*) FILTER (WHERE rating >= 4) AS satisfied,
       array_agg((first_answer_at - created_at) / 1000) FILTER (WHERE first_answer_at IS NOT NULL) AS first_response,
       array_agg((ended_at - created_at) / 1000) FILTER (WHERE ending IN ('rated', 'closed')) AS resolution
FROM dialog
WHERE created_at >= :since AND created_at < :until AND merged_into IS NULL
GROUP BY category, topic;

-- name: dialogs_by_agent
-- The name is the last one: until the year 2286 all times have as many digits.
SELECT first_answer_by AS agent, substr(max(created_at || coalesce(first_answer_name, '')), 14) AS name,
       count(*) AS dialogs,
       count(first_answer_at) AS answered,
       count(*) FILTER (WHERE status = 'finished') AS finished,
       count(*) FILTER (WHERE ending = 'expired') AS expired,
       count(*) FILTER (WHERE ending = 'cancelled') AS cancelled,
       count(rating) AS ratings,
       count(rating) FILTER (WHERE first_answer_at IS NOT NULL) AS ratings_of_answered,
       count(*) FILTER (WHERE rating >= 4) AS satisfied,
       array_agg((first_answer_at - created_at) / 1000) FILTER (WHERE first_answer_at IS NOT NULL) AS first_response,
       array_agg((ended_at - created_at) / 1000) FILTER (WHERE ending IN ('rated', 'closed')) AS resolution
FROM dialog
WHERE created_at >= :since AND created_at < :until AND merged_into IS NULL AND first_answer_by IS NOT NULL
GROUP BY first_answer_by;

-- name: turns_by_agent
SELECT agent_id AS agent, substr(max(asked_at || coalesce(agent_name, '')), 14) AS name,
       array_agg((answered_at - asked_at) / 1000) AS next_response
FROM turn
WHERE asked_at >= :since AND asked_at < :until AND answered_at IS NOT NULL AND agent_id IS NOT NULL
GROUP BY agent_id;

-- name: dialogs_by_group
SELECT group_id, status, count(*) AS dialogs
FROM dialog
WHERE created_at >= :since AND created_at < :until AND merged_into IS NULL
GROUP BY group_id, status;

-- name: dialogs_by_quarter
SELECT created_at / 900000 AS quarter, count(*) AS dialogs
FROM dialog
WHERE created_at >= :since AND created_at < :until AND merged_into IS NULL
GROUP BY created_at / 900000;

-- name: first_answers
-- In batches: after the one at (`after`, `number`).
SELECT number, created_at, first_answer_at, group_id
FROM dialog
WHERE created_at < :until AND (created_at, number) > (:after, :number) AND first_answer_at IS NOT NULL
  AND merged_into IS NULL
ORDER BY created_at, number
LIMIT :limit;

-- name: promises_kept^
SELECT count(*) AS total
FROM turn
WHERE asked_at >= :since AND asked_at < :until AND answered_at <= due_at;

-- name: promises_not_kept
-- In batches: after the one at (`after`, `number`).
SELECT turn.dialog AS number, turn.asked_at, turn.due_at, coalesce(turn.answered_at, dialog.ended_at) AS waited_until,
       dialog.group_id
FROM turn JOIN dialog ON dialog.number = turn.dialog
WHERE turn.asked_at < :until AND (turn.asked_at, turn.dialog) > (:after, :number)
  AND turn.due_at IS NOT NULL AND (turn.answered_at IS NULL OR turn.answered_at > turn.due_at)
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
