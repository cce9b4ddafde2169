-- name: failures
SELECT coalesce(error, 'other') AS reason, count(*) AS total
FROM outbox
WHERE state = 2 AND done_at >= :since
GROUP BY error
ORDER BY total DESC, reason;
