-- name: audit
SELECT id, by_id, deed, details, at FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset;

-- name: count_audit^
SELECT count(*) AS total FROM audit;

-- name: audited!
INSERT INTO audit (by_id, deed, details, at) VALUES (:by, :deed, :details, :at);
