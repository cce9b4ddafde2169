-- name: audit
SELECT id, by_id, action, details, at FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset;

-- name: count_audit^
-- It grows at one end and is forgotten at the other, so nothing is counted.
SELECT coalesce((SELECT max(id) FROM audit) - (SELECT min(id) FROM audit) + 1, 0) AS total;

-- name: audited!
INSERT INTO audit (by_id, action, details, at, subject) VALUES (:by, :action, :details, :at, :subject);
