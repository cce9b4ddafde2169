-- name: person^
SELECT id, name, username, language, locale, banned_at, ban_reason, writing_to, unreachable_since
FROM person
WHERE id = :id;

-- name: person_seen!
INSERT INTO person (id, name, username, language, first_seen_at, words)
VALUES (:id, :name, :username, :language, :at, :words)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, username = excluded.username, language = excluded.language, words = excluded.words;

-- name: username_freed!
-- Whoever had it before is called so no more, seen or not.
UPDATE person SET username = NULL WHERE lower(username) = :username AND username IS NOT NULL AND id <> :id;

-- name: person_locale!
UPDATE person SET locale = :value WHERE id = :id;

-- name: person_writing_to!
UPDATE person SET writing_to = :value WHERE id = :id;

-- name: person_banned_at!
UPDATE person SET banned_at = :value WHERE id = :id;

-- name: person_ban_reason!
UPDATE person SET ban_reason = :value WHERE id = :id;

-- name: person_unreachable_since!
UPDATE person SET unreachable_since = :value WHERE id = :id;

-- name: person_written_to!
-- Free text of the seller goes to the dialog that support wrote in, unless several are open.
UPDATE person
SET writing_to = CASE
    WHEN writing_to = :number THEN writing_to
    WHEN NOT EXISTS (
        SELECT 1 FROM dialog
        WHERE dialog.seller_id = :id AND dialog.status <> 'finished' AND dialog.number <> :number
    ) THEN :number
END
WHERE id = :id;

-- name: person_called^
SELECT id, name, username, language, locale, banned_at, ban_reason, writing_to, unreachable_since
FROM person
WHERE lower(username) = :username AND username IS NOT NULL
LIMIT 1;

-- name: people_to_forget
-- Bans are kept, and so are admins. What somebody did lately is a row of `fsm_state`.
SELECT id FROM person
WHERE id > :after AND first_seen_at < :before AND banned_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM dialog WHERE dialog.seller_id = person.id)
  AND NOT EXISTS (SELECT 1 FROM fsm_state WHERE fsm_state.person = person.id)
  AND NOT EXISTS (SELECT 1 FROM admin WHERE admin.person = person.id)
ORDER BY id
LIMIT :limit;
