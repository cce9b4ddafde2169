-- name: kept_answer^
SELECT caller, key, request, status, body, at FROM idempotency_key WHERE caller = :caller AND key = :key;

-- name: answer_kept!
INSERT INTO idempotency_key (caller, key, request, status, body, at)
VALUES (:caller, :key, :request, :status, :body, :at)
ON CONFLICT (caller, key) DO NOTHING;
