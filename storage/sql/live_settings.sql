-- name: settings
SELECT name, value FROM setting;

-- name: setting_changed!
INSERT INTO setting (name, value, at, by_id)
VALUES (:name, :value, :at, :by)
ON CONFLICT (name) DO UPDATE
SET value = excluded.value, at = excluded.at, by_id = excluded.by_id;

-- name: setting_reset!
DELETE FROM setting WHERE name = :name;
