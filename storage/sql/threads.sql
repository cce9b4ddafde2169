-- Where dialogs stand in the agents' groups, and what agents look for there.

-- name: queue
-- Where support owes an answer: what is due first, then whoever waits longest. In the order of its index.
SELECT dialog.*, thread.chat_id AS thread_chat, thread.thread_id, thread.card_id, thread.name AS thread_name,
       thread.closed AS thread_closed, person.name AS seller_name
FROM dialog LEFT JOIN thread ON thread.dialog = dialog.number LEFT JOIN person ON person.id = dialog.seller_id
WHERE dialog.status = 'created' AND dialog.snoozed_until IS NULL AND dialog.group_id = :group_id
ORDER BY coalesce(dialog.due_at, 9223372036854775807), dialog.waiting_since, dialog.number
LIMIT :limit OFFSET :offset;

-- name: count_queue^
-- By the index of the queue, and not that of all the group's dialogs.
SELECT count(*) AS total FROM dialog
WHERE status = 'created' AND snoozed_until IS NULL AND group_id = :group_id AND waiting_since > 0;

-- name: count_snoozed^
SELECT count(*) AS total FROM dialog WHERE snoozed_until > 0 AND group_id = :group_id;

-- name: assigned_to
-- An agent's open dialogs, those that wait for an answer first.
SELECT dialog.*, thread.chat_id AS thread_chat, thread.thread_id, thread.card_id, thread.name AS thread_name,
       thread.closed AS thread_closed, person.name AS seller_name
FROM dialog LEFT JOIN thread ON thread.dialog = dialog.number LEFT JOIN person ON person.id = dialog.seller_id
WHERE dialog.status <> 'finished' AND dialog.agent_id = :agent_id
ORDER BY CASE dialog.status WHEN 'created' THEN 0 ELSE 1 END, dialog.waiting_since, dialog.number
LIMIT :limit OFFSET :offset;

-- name: count_assigned_to^
SELECT count(*) AS total FROM dialog WHERE status <> 'finished' AND agent_id = :agent_id;

-- name: past_dialogs
SELECT dialog.*, thread.chat_id AS thread_chat, thread.thread_id, thread.card_id, thread.name AS thread_name,
       thread.closed AS thread_closed
FROM dialog LEFT JOIN thread ON thread.dialog = dialog.number
WHERE dialog.seller_id = :seller_id
ORDER BY dialog.number DESC
LIMIT :limit OFFSET :offset;

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

-- name: dialog_at^
SELECT dialog.*
FROM thread JOIN dialog ON dialog.number = thread.dialog
WHERE thread.chat_id = :chat_id AND thread.thread_id = :thread_id;

-- name: thread^
SELECT chat_id, thread_id, card_id, name, closed FROM thread WHERE dialog = :number;

-- name: thread_saved!
INSERT INTO thread (dialog, chat_id, thread_id, card_id, name, closed)
VALUES (:dialog, :chat_id, :thread_id, :card_id, :name, :closed)
ON CONFLICT (dialog) DO UPDATE
SET chat_id = excluded.chat_id, thread_id = excluded.thread_id, card_id = excluded.card_id,
    name = excluded.name, closed = excluded.closed
WHERE CAST(:chat_before AS BIGINT) = 0
   OR (thread.chat_id = :chat_before AND coalesce(thread.thread_id, 0) = CAST(:thread_before AS BIGINT));

-- name: card_posted!
UPDATE thread SET card_id = :card_id
WHERE dialog = :dialog AND chat_id = :chat_id AND coalesce(thread_id, 0) = :thread_id;

-- name: thread_named!
UPDATE thread SET name = :name
WHERE dialog = :dialog AND chat_id = :chat_id AND coalesce(thread_id, 0) = :thread_id;

-- name: thread_closed!
UPDATE thread SET closed = :closed WHERE dialog = :dialog AND thread_id = :thread_id;

-- name: groups_answering
-- From one group to the next: as many steps as there are groups, however many dialogs are open.
WITH RECURSIVE answering (group_id) AS (
    SELECT min(group_id) FROM dialog WHERE status <> 'finished'
    UNION ALL
    SELECT (SELECT min(dialog.group_id) FROM dialog
            WHERE dialog.status <> 'finished' AND dialog.group_id > answering.group_id)
    FROM answering WHERE answering.group_id IS NOT NULL
)
SELECT group_id FROM answering WHERE group_id IS NOT NULL ORDER BY group_id;

-- name: groups_moved
SELECT old_id, new_id FROM group_moved;

-- name: group_moved!
INSERT INTO group_moved (old_id, new_id) VALUES (:old, :new)
ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id;

-- name: open_dialogs_shown!
-- Where they stand now, with their card and their last words; what people write goes first.
INSERT INTO outbox (stream, kind, dialog, details, priority, due_at, created_at)
SELECT 'dialog:' || number, 'move', number, '{}', 1, CAST(:at AS BIGINT), CAST(:at AS BIGINT)
FROM dialog WHERE group_id = :old AND status <> 'finished';

-- name: dialogs_moved!
-- A turn that read the old group decides again.
UPDATE dialog SET group_id = :new, version = version + 1 WHERE group_id = :old;

-- name: threads_moved!
UPDATE thread SET chat_id = :new, thread_id = NULL, card_id = NULL WHERE chat_id = :old;

-- name: group_ability^
SELECT able FROM agents_group WHERE chat_id = :chat_id;

-- name: group_ability_changed!
INSERT INTO agents_group (chat_id, able) VALUES (:chat_id, :able)
ON CONFLICT (chat_id) DO UPDATE SET able = excluded.able;

-- name: group_ability_moved!
INSERT INTO agents_group (chat_id, able)
SELECT CAST(:new AS BIGINT), able FROM agents_group WHERE chat_id = :old
ON CONFLICT (chat_id) DO NOTHING;

-- name: open_by_category
SELECT category, count(*) AS total FROM dialog WHERE status <> 'finished' AND group_id = :group_id GROUP BY category;

-- name: rerouted_shown!
-- As `open_dialogs_shown`; and where they stood it is said where they went, if anybody is there to read it.
INSERT INTO outbox (stream, kind, dialog, details, priority, due_at, created_at)
SELECT 'dialog:' || dialog.number, 'move', dialog.number,
       CASE WHEN thread.chat_id IS NULL THEN '{}'
            ELSE '{"left": [' || thread.chat_id || ', ' || coalesce(CAST(thread.thread_id AS TEXT), 'null') || ', '
                 || coalesce(CAST(thread.card_id AS TEXT), 'null') || ']}' END,
       1, CAST(:at AS BIGINT), CAST(:at AS BIGINT)
FROM dialog LEFT JOIN thread ON thread.dialog = dialog.number
WHERE dialog.group_id = :group_id AND dialog.category = :category AND dialog.status <> 'finished';

-- name: dialogs_rerouted!
-- Those there decide who takes them. A turn that read the old group decides again.
UPDATE dialog SET group_id = :to, agent_id = NULL, agent_name = NULL, version = version + 1
WHERE group_id = :group_id AND category = :category AND status <> 'finished';
