-- Who is on shift in the agents' groups.

-- name: shifts
SELECT shift.*, (
    SELECT count(*) FROM dialog
    WHERE dialog.status <> 'finished' AND dialog.agent_id = shift.agent_id AND dialog.group_id = shift.group_id
) AS open
FROM shift WHERE group_id = :group_id;

-- name: shift_began!
INSERT INTO shift (group_id, agent_id, name, is_on, seen_at) VALUES (:group_id, :agent_id, :name, 1, :at)
ON CONFLICT (group_id, agent_id) DO UPDATE SET name = excluded.name, is_on = 1, seen_at = excluded.seen_at;

-- name: agent_wrote!
-- Whoever went stays away until the day is over.
INSERT INTO shift (group_id, agent_id, name, is_on, seen_at) VALUES (:group_id, :agent_id, :name, 1, :at)
ON CONFLICT (group_id, agent_id) DO UPDATE SET name = excluded.name, is_on = 1, seen_at = excluded.seen_at
WHERE shift.seen_at < excluded.seen_at AND (shift.is_on = 1 OR shift.seen_at < :today);

-- name: shift_ended!
INSERT INTO shift (group_id, agent_id, name, is_on, seen_at) VALUES (:group_id, :agent_id, :name, 0, :at)
ON CONFLICT (group_id, agent_id) DO UPDATE
SET name = excluded.name, is_on = 0, seen_at = excluded.seen_at, version = shift.version + 1
WHERE shift.version = :version;

-- name: dialog_given!
UPDATE shift SET given_at = :at, version = version + 1
WHERE group_id = :group_id AND agent_id = :agent_id AND is_on = 1 AND version = :version;

-- name: shifts_moved!
UPDATE shift SET group_id = :new
WHERE group_id = :old AND agent_id NOT IN (SELECT agent_id FROM shift WHERE group_id = :new);
