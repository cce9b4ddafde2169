-- name: next_number<!
UPDATE numbering SET last = last + 1 WHERE name = 'dialog' RETURNING last;

-- name: dialog^
SELECT * FROM dialog WHERE number = :number;

-- name: open_dialogs
SELECT * FROM dialog
WHERE seller_id = :seller_id AND status <> 'finished'
ORDER BY number DESC
LIMIT 50;

-- name: dialogs_of_seller
SELECT * FROM dialog
WHERE seller_id = :seller_id
  AND created_at >= :since AND created_at < :until
  AND (:status = '' OR status = :status)
  AND (:topic = '' OR topic = :topic)
ORDER BY number DESC
LIMIT :limit OFFSET :offset;

-- name: count_dialogs_of_seller^
SELECT count(*) AS total FROM dialog
WHERE seller_id = :seller_id
  AND created_at >= :since AND created_at < :until
  AND (:status = '' OR status = :status)
  AND (:topic = '' OR topic = :topic);

-- name: dialog_page
SELECT * FROM dialog WHERE number < :before ORDER BY number DESC LIMIT :limit;

-- name: dialog_page_of_status
SELECT * FROM dialog WHERE status = :status AND number < :before ORDER BY number DESC LIMIT :limit;

-- name: dialog_page_of_topic
SELECT * FROM dialog
WHERE topic = :topic AND number < :before AND (:status = '' OR status = :status)
ORDER BY number DESC
LIMIT :limit;

-- name: dialog_page_of_seller
SELECT * FROM dialog
WHERE seller_id = :seller_id AND number < :before
  AND (:topic = '' OR topic = :topic)
  AND (:status = '' OR status = :status)
ORDER BY number DESC
LIMIT :limit;

-- name: topics_used
SELECT * FROM dialog
WHERE number IN (SELECT max(number) FROM dialog WHERE seller_id = :seller_id GROUP BY topic)
ORDER BY number DESC
LIMIT 100;

-- name: topic_taken^
SELECT at, number FROM topic_taken WHERE seller_id = :seller_id AND topic = :topic;

-- name: topics_taken
SELECT topic, at FROM topic_taken WHERE seller_id = :seller_id AND at > :after;

-- name: first_dialog_at^
SELECT min(created_at) AS at FROM dialog;

-- name: take_topic!
INSERT INTO topic_taken (seller_id, topic, number, at)
VALUES (:seller_id, :topic, :number, :at)
ON CONFLICT (seller_id, topic) DO UPDATE
SET number = excluded.number, at = excluded.at
WHERE topic_taken.at <= :free_before;

-- name: dialog_opened!
INSERT INTO dialog (
    number, seller_id, category, topic, titles, fields, group_id, status, created_at, waiting_since, due_at, warn_at,
    seller_said_at, has_files, agent_id, agent_name, version
) VALUES (
    :number, :seller_id, :category, :topic, :titles, :fields, :group_id, :status, :created_at, :waiting_since, :due_at,
    :warn_at, :seller_said_at, :has_files, :agent_id, :agent_name, 0
);

-- name: dialog_changed!
UPDATE dialog
SET category = :category, topic = :topic, titles = :titles, group_id = :group_id,
    status = :status, ending = :ending, waiting_since = :waiting_since, due_at = :due_at, warn_at = :warn_at,
    snoozed_until = :snoozed_until, snooze_told = :snooze_told, woken_at = :woken_at, woken_from = :woken_from,
    support_wrote_at = :support_wrote_at,
    seller_said_at = :seller_said_at, support_said_at = :support_said_at,
    nudged_at = :nudged_at, escalated_at = :escalated_at, reminded_at = :reminded_at, answered_at = :answered_at, ended_at = :ended_at,
    rating = :rating, rating_comment = :rating_comment, rated_at = :rated_at,
    agent_id = :agent_id, agent_name = :agent_name, has_files = :has_files, merged_into = :merged_into,
    version = version + 1
WHERE number = :number AND version = :version;

-- name: turn_began!
INSERT INTO turn (dialog, asked_at, due_at) VALUES (:dialog, :asked_at, :due_at)
ON CONFLICT (dialog, asked_at) DO UPDATE SET due_at = excluded.due_at
WHERE coalesce(turn.due_at, 0) <> coalesce(excluded.due_at, 0);

-- name: turn_answered!
-- By a message of support that came after the question; what the seller wrote since is the next turn.
UPDATE turn
SET answered_at = :at,
    agent_id = (SELECT author_id FROM message WHERE id = :message),
    agent_name = (SELECT author_name FROM message WHERE id = :message)
WHERE dialog IN (:dialog, (SELECT dialog FROM message WHERE id = :message)) AND answered_at IS NULL
  AND asked_at <= (SELECT created_at FROM message WHERE id = :message AND side = 'agent' AND holds = 0);

-- name: first_answer!
UPDATE dialog
SET first_answer_at = :at,
    first_answer_by = (SELECT author_id FROM message WHERE id = :message),
    first_answer_name = (SELECT author_name FROM message WHERE id = :message)
WHERE number = :number AND first_answer_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM message WHERE id = :message AND holds = 1);

-- name: past_ratings
SELECT rating FROM dialog
WHERE seller_id = :seller_id AND number < :before AND rating IS NOT NULL
ORDER BY number DESC
LIMIT 5;

-- name: count_past^
SELECT count(*) AS total FROM dialog WHERE seller_id = :seller_id AND number < :before AND merged_into IS NULL;

-- name: count_beside^
SELECT count(*) AS total FROM dialog WHERE seller_id = :seller_id AND status <> 'finished' AND number <> :number;

-- name: usual_answer_time
SELECT first_answer_at - created_at AS took FROM dialog
WHERE topic = :topic AND created_at >= :since AND first_answer_at IS NOT NULL
ORDER BY created_at DESC
LIMIT 500;

-- name: to_remind
SELECT * FROM dialog
WHERE status IN ('answered', 'clarifying') AND support_wrote_at <= :silent_since AND reminded_at IS NULL
  AND snoozed_until IS NULL
ORDER BY support_wrote_at
LIMIT :limit;

-- name: to_expire
SELECT * FROM dialog
WHERE status IN ('answered', 'clarifying') AND support_wrote_at <= :silent_since AND snoozed_until IS NULL
ORDER BY support_wrote_at
LIMIT :limit;

-- name: waiting_dialogs
-- Page after page: those that wait since `until` or longer, after the one at (`after`, `number`).
SELECT * FROM dialog
WHERE status = 'created' AND due_at IS NULL AND snoozed_until IS NULL
  AND waiting_since <= :until AND (waiting_since, number) > (:after, :number)
ORDER BY waiting_since, number
LIMIT :limit;

-- name: to_warn
SELECT * FROM dialog WHERE warn_at <= :until AND snoozed_until IS NULL ORDER BY warn_at LIMIT :limit;

-- name: to_bring_back
SELECT * FROM dialog WHERE snoozed_until <= :until ORDER BY snoozed_until LIMIT :limit;

-- name: dialog_numbers
SELECT number FROM dialog WHERE seller_id = :seller_id ORDER BY number;

-- name: ended_before
-- One that became part of another goes with it: its number leads there.
SELECT number FROM dialog
WHERE status = 'finished' AND ended_at < :moment AND NOT EXISTS (
    SELECT 1 FROM dialog AS survivor
    WHERE survivor.number = dialog.merged_into AND coalesce(survivor.ended_at, :moment) >= :moment
)
ORDER BY ended_at, number
LIMIT :limit;

-- name: count_ended_before^
SELECT count(*) AS total FROM dialog
WHERE status = 'finished' AND ended_at < :moment AND NOT EXISTS (
    SELECT 1 FROM dialog AS survivor
    WHERE survivor.number = dialog.merged_into AND coalesce(survivor.ended_at, :moment) >= :moment
);
