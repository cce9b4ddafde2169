-- name: waiting
-- Those after the last that was read, and those that come late: see storage/late_rows.py.
SELECT id, lane, kind, dialog, message, details, album, priority, due_at, created_at
FROM outbox
WHERE state = 0 AND id = ANY (CAST(:missing AS BIGINT[]))
UNION ALL (
    SELECT id, lane, kind, dialog, message, details, album, priority, due_at, created_at
    FROM outbox
    WHERE state = 0 AND id > :after
    ORDER BY id
    LIMIT :limit
)
ORDER BY id
LIMIT :limit;
