-- name: merge^
SELECT number, survivor, by_id, at, details FROM dialog_merge WHERE number = :number;

-- name: merge_kept!
INSERT INTO dialog_merge (number, survivor, by_id, at, details) VALUES (:number, :survivor, :by_id, :at, :details)
ON CONFLICT (number) DO UPDATE
SET survivor = excluded.survivor, by_id = excluded.by_id, at = excluded.at, details = excluded.details;

-- name: merge_forgotten!
DELETE FROM dialog_merge WHERE number = :number AND at = :at;

-- name: messages_merged!
UPDATE message
SET dialog = :survivor, merged_from = coalesce(merged_from, :number), merged_at = :at
WHERE dialog = :number;

-- name: merged_messages
SELECT * FROM (
    SELECT id, dialog, side, author_id, author_name, content, created_at, edited_at, asks, holds, album,
           merged_from, merged_at
    FROM message
    WHERE dialog = :number AND merged_at = :at
    ORDER BY id DESC
    LIMIT :limit
) AS newest
ORDER BY id;

-- name: messages_parted!
-- What was said in the dialog itself, and in those that had become part of it before.
UPDATE message
SET dialog = :number,
    merged_from = CASE WHEN merged_from = :number THEN NULL ELSE merged_from END,
    merged_at = CASE WHEN merged_from = :number THEN NULL ELSE merged_at END
WHERE dialog = :survivor AND merged_from IN (
    WITH RECURSIVE part (number) AS (
        SELECT CAST(:number AS BIGINT)
        UNION ALL
        SELECT dialog.number FROM dialog JOIN part ON dialog.merged_into = part.number
    )
    SELECT number FROM part
);

-- name: waiting_follows!
-- What waits to leave goes where its message is now.
UPDATE outbox
SET dialog = :here, stream = CASE stream
    WHEN 'dialog:' || CAST(:left AS TEXT) THEN 'dialog:' || CAST(:here AS TEXT)
    WHEN 'stars:' || CAST(:left AS TEXT) THEN 'stars:' || CAST(:here AS TEXT)
    ELSE stream
END
WHERE state = 0 AND dialog = :left AND kind IN ('relay', 'correct', 'stars')
  AND EXISTS (SELECT 1 FROM message WHERE message.id = outbox.message AND message.dialog = :here);

-- name: first_answer_shared!
-- An answer in the one, given since the other was opened, is the first one of both.
UPDATE dialog
SET first_answer_at = (SELECT merged.first_answer_at FROM dialog AS merged WHERE merged.number = :number),
    first_answer_by = (SELECT merged.first_answer_by FROM dialog AS merged WHERE merged.number = :number),
    first_answer_name = (SELECT merged.first_answer_name FROM dialog AS merged WHERE merged.number = :number)
WHERE number = :survivor AND first_answer_at IS NULL
  AND created_at <= (SELECT merged.first_answer_at FROM dialog AS merged WHERE merged.number = :number);

-- name: first_answer_returned!
UPDATE dialog SET first_answer_at = NULL, first_answer_by = NULL, first_answer_name = NULL
WHERE number = :survivor
  AND first_answer_at = (SELECT merged.first_answer_at FROM dialog AS merged WHERE merged.number = :number);

-- name: turn_withdrawn!
DELETE FROM turn WHERE dialog = :dialog AND asked_at = :asked_at AND answered_at IS NULL;

-- name: merged_nowhere!
-- Held until the commit, so that nobody merges it meanwhile.
UPDATE dialog SET merged_into = NULL WHERE number = :number AND merged_into IS NULL;
