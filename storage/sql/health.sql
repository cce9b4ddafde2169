-- name: failures
SELECT coalesce(error, 'other') AS reason, count(*) AS total
FROM outbox
WHERE state = 2 AND done_at >= :since
GROUP BY error
ORDER BY total DESC, reason;

-- name: open_dialogs_by_status
SELECT status, count(*) AS total, min(CASE WHEN status = 'created' THEN waiting_since END) AS since
FROM dialog
WHERE status IN ('created', 'answered', 'clarifying')
GROUP BY status;
