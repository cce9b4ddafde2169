-- name: dialogs_of_people
-- `+number`: sorted when found, not sought among all dialogs in that order.
WITH called AS MATERIALIZED (
    SELECT id FROM person WHERE searched @@ CAST(:question AS tsquery)
)
SELECT * FROM dialog
WHERE seller_id IN (SELECT id FROM called ORDER BY id DESC LIMIT :people)
ORDER BY +number DESC
LIMIT :limit;

-- name: prefixes_of_words
-- All words stand in one index, as they are.
SELECT '' AS prefix;

-- name: messages_with
-- Words that many messages have are found soon among the newest; the index, which knows no order, is for the others.
-- Where there was one among the newest there are many, and it looks at the latest part of all the time that there is.
WITH newest AS MATERIALIZED (
    SELECT id
    FROM (SELECT id, searched FROM message WHERE id < :before ORDER BY id DESC LIMIT 5000) AS last_ones
    WHERE searched @@ CAST(:question AS tsquery)
    ORDER BY id DESC
    LIMIT :limit
),
latest_part AS MATERIALIZED (
    SELECT last - (last - (SELECT min(id) FROM message)) / 64 AS first
    FROM (SELECT least(:before, max(id)) AS last FROM message) AS newest_one
),
late AS MATERIALIZED (
    SELECT id FROM message
    WHERE searched @@ CAST(:question AS tsquery) AND id >= (SELECT first FROM latest_part) AND id < :before
      AND (SELECT count(*) FROM newest) BETWEEN 1 AND :limit - 1
),
every AS MATERIALIZED (
    SELECT id FROM message
    WHERE searched @@ CAST(:question AS tsquery)
      AND (SELECT count(*) FROM newest) < :limit AND (SELECT count(*) FROM late) < :limit
),
hit AS (
    SELECT id FROM newest
    UNION
    SELECT id FROM late
    UNION
    SELECT id FROM every WHERE id < :before
    ORDER BY id DESC
    LIMIT :limit
)
SELECT dialog.*,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.holds,
       message.album AS message_album, message.merged_from, message.merged_at
FROM hit
JOIN message ON message.id = hit.id
JOIN dialog ON dialog.number = message.dialog
ORDER BY message.id DESC;
