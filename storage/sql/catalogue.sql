-- name: catalogue^
SELECT text FROM catalogue ORDER BY id DESC LIMIT 1;

-- name: catalogue_replaced!
INSERT INTO catalogue (text, at, by_id) VALUES (:text, :at, :by);
