-- name: fsm_state^
SELECT state, data, version FROM fsm_state WHERE key = :key;

-- name: person_and_fsm_state^
-- Both in one, for they are read at each update; a row also where there is neither.
SELECT
    person.id, person.name, person.username, person.language, person.locale, person.banned_at, person.ban_reason,
    person.writing_to, person.unreachable_since, fsm_state.state, fsm_state.data, fsm_state.version
FROM (SELECT CAST(:id AS BIGINT) AS id, CAST(:key AS TEXT) AS key) AS asked
LEFT JOIN person ON person.id = asked.id
LEFT JOIN fsm_state ON fsm_state.key = asked.key;

-- name: conversations_left
SELECT key, state, data, version FROM fsm_state
WHERE at >= :since AND at <= :until
ORDER BY at
LIMIT :limit;

-- name: fsm_state_saved!
-- Also where it is empty: a row that is gone would count from the beginning again.
INSERT INTO fsm_state (key, state, data, at, version)
VALUES (:key, :state, :data, :at, 1)
ON CONFLICT (key) DO UPDATE
SET state = excluded.state, data = excluded.data, at = excluded.at, version = fsm_state.version + 1
WHERE fsm_state.version = :version;
