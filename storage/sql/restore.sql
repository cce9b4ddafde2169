-- What is done to a backup that was put back, and what admins decide of it.

-- name: last_number^
SELECT last FROM numbering WHERE name = 'dialog';

-- name: busiest_day
-- When the newest dialog was opened, and the most dialogs of a day in the time before it.
SELECT max(newest) AS newest, max(opened) AS most
FROM (
    SELECT max(created_at) AS newest, count(*) AS opened
    FROM dialog
    WHERE created_at > (SELECT max(created_at) FROM dialog) - :since_last
    GROUP BY created_at / :day
) AS days;

-- name: jump_numbers!
UPDATE numbering SET last = CASE WHEN last + :by > :given THEN last + :by ELSE :given END WHERE name = 'dialog';

-- name: hold_waiting!
UPDATE outbox SET state = 3, done_at = :at WHERE state = 0;

-- name: unread_was_handled!
UPDATE inbox SET state = 1, key = '', body = '' WHERE state = 0;

-- name: held^
SELECT count(*) AS total FROM outbox WHERE state = 3;

-- name: held_queued!
-- As new rows, which are what a delivering process finds; in their old order.
INSERT INTO outbox (stream, kind, dialog, message, details, album, priority, due_at, created_at)
SELECT stream, kind, dialog, message, details, album, priority, CAST(:at AS BIGINT), CAST(:at AS BIGINT)
FROM outbox
WHERE state = 3
ORDER BY +id;

-- name: held_dropped!
DELETE FROM outbox WHERE state = 3;
