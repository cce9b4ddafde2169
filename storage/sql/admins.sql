-- name: admins
SELECT admin.person, admin.role, admin.at, admin.by_id, coalesce(person.name, '') AS name
FROM admin LEFT JOIN person ON person.id = admin.person
ORDER BY admin.at, admin.person;

-- name: admin_appointed!
INSERT INTO admin (person, role, at, by_id)
VALUES (:person, :role, :at, :by)
ON CONFLICT (person) DO UPDATE
SET role = excluded.role, at = excluded.at, by_id = excluded.by_id;

-- name: admin_revoked!
DELETE FROM admin WHERE person = :person;
