-- name: catalogue^
SELECT text FROM catalogue ORDER BY id DESC LIMIT 1;

-- name: catalogue_replaced!
INSERT INTO catalogue (text, at, by_id) VALUES (:text, :at, :by);

-- name: settings
SELECT name, value FROM setting;

-- name: setting_changed!
INSERT INTO setting (name, value, at, by_id)
VALUES (:name, :value, :at, :by)
ON CONFLICT (name) DO UPDATE
SET value = excluded.value, at = excluded.at, by_id = excluded.by_id;

-- name: setting_reset!
DELETE FROM setting WHERE name = :name;

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

-- name: templates
SELECT id, category, title, text, position FROM template ORDER BY category, position, title, id;

-- name: template^
SELECT id, category, title, text, position FROM template WHERE id = :id;

-- name: template_added!
INSERT INTO template (category, title, text, position) VALUES (:category, :title, :text, :position);

-- name: template_changed!
UPDATE template SET category = :category, title = :title, text = :text, position = :position WHERE id = :id;

-- name: template_removed!
DELETE FROM template WHERE id = :id;

-- name: announcements
SELECT id, text, categories, at, by_id, until, ended_at FROM announcement
WHERE ended_at IS NULL AND (until IS NULL OR until > :now)
ORDER BY id DESC;

-- name: announcements_due
SELECT id, text, categories, at, by_id, until, ended_at FROM announcement
WHERE ended_at IS NULL AND until <= :now
ORDER BY id;

-- name: announcement^
SELECT id, text, categories, at, by_id, until, ended_at FROM announcement WHERE id = :id;

-- name: announcements_to_tell
SELECT id, text, categories, at, by_id, until, ended_at FROM announcement
WHERE ended_at IS NOT NULL
  AND EXISTS (
      SELECT 1 FROM subscriber WHERE subscriber.announcement = announcement.id AND subscriber.told_at IS NULL
  )
ORDER BY id
LIMIT :limit;

-- name: announcement_made!
INSERT INTO announcement (text, categories, until, at, by_id) VALUES (:text, :categories, :until, :at, :by);

-- name: announcement_ended!
UPDATE announcement SET ended_at = :at WHERE id = :id AND ended_at IS NULL;

-- name: subscribed!
INSERT INTO subscriber (announcement, person, at) VALUES (:announcement, :person, :at)
ON CONFLICT (announcement, person) DO NOTHING;

-- name: untold
SELECT person FROM subscriber WHERE announcement = :announcement AND told_at IS NULL ORDER BY person LIMIT :limit;

-- name: count_subscribers^
SELECT count(*) AS total FROM subscriber WHERE announcement = :announcement;

-- name: subscriber_told!
UPDATE subscriber SET told_at = :at WHERE announcement = :announcement AND person = :person AND told_at IS NULL;

-- name: audit
SELECT id, by_id, deed, details, at FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset;

-- name: count_audit^
SELECT count(*) AS total FROM audit;

-- name: noted!
INSERT INTO audit (by_id, deed, details, at) VALUES (:by, :deed, :details, :at);
