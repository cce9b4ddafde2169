-- name: announcements
SELECT id, text, categories, at, by_id, until, ended_at, closing FROM announcement
WHERE ended_at IS NULL AND (until IS NULL OR until > :now)
ORDER BY id DESC;

-- name: announcements_due
SELECT id, text, categories, at, by_id, until, ended_at, closing FROM announcement
WHERE ended_at IS NULL AND until <= :now
ORDER BY id;

-- name: announcement^
SELECT id, text, categories, at, by_id, until, ended_at, closing FROM announcement WHERE id = :id;

-- name: announcements_to_notify
SELECT id, text, categories, at, by_id, until, ended_at, closing FROM announcement
WHERE ended_at IS NOT NULL
  AND EXISTS (
      SELECT 1 FROM subscriber WHERE subscriber.announcement = announcement.id AND subscriber.told_at IS NULL
  )
ORDER BY id
LIMIT :limit;

-- name: announcement_made!
INSERT INTO announcement (text, categories, until, at, by_id) VALUES (:text, :categories, :until, :at, :by);

-- name: announcement_ended!
UPDATE announcement SET ended_at = :at, closing = :closing WHERE id = :id AND ended_at IS NULL;

-- name: subscribed!
INSERT INTO subscriber (announcement, person, at) VALUES (:announcement, :person, :at)
ON CONFLICT (announcement, person) DO NOTHING;

-- name: subscribers_to_notify
SELECT person FROM subscriber WHERE announcement = :announcement AND told_at IS NULL ORDER BY person LIMIT :limit;

-- name: count_subscribers^
SELECT count(*) AS total FROM subscriber WHERE announcement = :announcement;

-- name: subscriber_notified!
UPDATE subscriber SET told_at = :at WHERE announcement = :announcement AND person = :person AND told_at IS NULL;

-- name: recent_sellers
SELECT DISTINCT category, seller_id FROM dialog WHERE created_at >= :since;
