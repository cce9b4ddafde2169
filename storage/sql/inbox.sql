-- name: update_received!
INSERT INTO inbox (update_id, key, body, at) VALUES (:update_id, :key, :body, :at)
ON CONFLICT (update_id) DO NOTHING;

-- name: update_handled!
-- What stays for some days says of nobody that they wrote: the number alone shows that it was handled.
INSERT INTO inbox (update_id, key, body, at, state) VALUES (:update_id, '', '', :at, 1)
ON CONFLICT (update_id) DO UPDATE SET state = 1, key = '', body = '', error = NULL WHERE inbox.state <> 1;

-- name: update_set_aside!
INSERT INTO inbox (update_id, key, body, at, state, error) VALUES (:update_id, '', :body, :at, 2, :error)
ON CONFLICT (update_id) DO UPDATE SET state = 2, error = excluded.error WHERE inbox.state = 0;

-- name: unread
SELECT update_id, key, body, at FROM inbox WHERE state = 0 AND at <= :until ORDER BY +update_id LIMIT :limit;

-- name: unread_of_key
SELECT update_id, key, body, at FROM inbox WHERE state = 0 AND key = :key ORDER BY update_id LIMIT :limit;

-- name: preceding^
SELECT update_id, key, body, at FROM inbox
WHERE state = 0 AND key = :key AND update_id < :update_id
ORDER BY update_id
LIMIT 1;

-- name: oldest_unread^
SELECT min(at) AS at, count(*) AS total FROM inbox WHERE state = 0;

-- name: unread_with^
SELECT update_id FROM inbox WHERE state = 0 AND body LIKE :pattern LIMIT 1;

-- name: updates_set_aside
SELECT update_id, body, error, at FROM inbox
WHERE state = 2
ORDER BY at DESC, update_id DESC
LIMIT :limit;

-- name: count_set_aside^
SELECT count(*) AS total FROM inbox WHERE state = 2;
