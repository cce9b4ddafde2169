-- name: update_seen!
INSERT INTO update_seen (update_id, at) VALUES (:update_id, :at)
ON CONFLICT (update_id) DO NOTHING;

-- name: update_set_aside!
INSERT INTO update_set_aside (update_id, body, error, at) VALUES (:update_id, :body, :error, :at)
ON CONFLICT (update_id) DO NOTHING;

-- name: update_taken_up!
DELETE FROM update_set_aside WHERE update_id = :update_id;

-- name: updates_set_aside
SELECT update_id, body, error, at FROM update_set_aside ORDER BY at DESC, update_id DESC LIMIT :limit;

-- name: count_set_aside^
SELECT count(*) AS total FROM update_set_aside;
