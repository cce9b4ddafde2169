-- name: person^
SELECT id, name, username, language, locale, banned_at, ban_reason, writing_to, unreachable_since
FROM person
WHERE id = :id;

-- name: person_seen!
INSERT INTO person (id, name, username, language, first_seen_at, words)
VALUES (:id, :name, :username, :language, :at, :words)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, username = excluded.username, language = excluded.language, words = excluded.words;

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

-- name: conversation^
SELECT state, data FROM conversation WHERE key = :key;

-- name: person_and_conversation^
-- Both in one, for they are read at each update; a row also where there is neither.
SELECT
    person.id, person.name, person.username, person.language, person.locale, person.banned_at, person.ban_reason,
    person.writing_to, person.unreachable_since, conversation.state, conversation.data
FROM (SELECT CAST(:id AS BIGINT) AS id, CAST(:key AS TEXT) AS key) AS asked
LEFT JOIN person ON person.id = asked.id
LEFT JOIN conversation ON conversation.key = asked.key;

-- name: conversation_kept!
INSERT INTO conversation (key, state, data, at)
VALUES (:key, :state, :data, :at)
ON CONFLICT (key) DO UPDATE
SET state = excluded.state, data = excluded.data, at = excluded.at;

-- name: conversation_forgotten!
DELETE FROM conversation WHERE key = :key;

-- name: revisions
SELECT version_num FROM alembic_version;
