-- name: answers_read_until^
SELECT last AS total FROM numbering WHERE name = 'answers-read';

-- name: answers_read!
UPDATE numbering SET last = :until WHERE name = 'answers-read';

-- name: helped_dialogs
-- With all that ended in the same millisecond as the last, since who reads on goes by that moment.
SELECT * FROM dialog
WHERE status = 'finished' AND ended_at > :after AND first_answer_at IS NOT NULL
  AND (rating >= 4 OR (rating IS NULL AND ending IN ('closed', 'expired')))
  AND ended_at <= coalesce((
      SELECT last.ended_at FROM dialog AS last
      WHERE last.status = 'finished' AND last.ended_at > :after AND last.ended_at <= :until
        AND last.first_answer_at IS NOT NULL
        AND (last.rating >= 4 OR (last.rating IS NULL AND last.ending IN ('closed', 'expired')))
      ORDER BY last.ended_at
      LIMIT 1 OFFSET :limit - 1
  ), :until)
ORDER BY ended_at, number;

-- name: answer_remembered!
-- Nothing where the dialog was erased meanwhile.
INSERT INTO helpful_answer (dialog, topic, message, at)
SELECT number, topic, CAST(:message AS BIGINT), CAST(:at AS BIGINT) FROM dialog WHERE number = :dialog
ON CONFLICT (dialog) DO NOTHING;

-- name: stem_remembered!
INSERT INTO helpful_stem (topic, stem, dialog)
SELECT topic, CAST(:stem AS TEXT), dialog FROM helpful_answer WHERE dialog = :dialog
ON CONFLICT (topic, stem, dialog) DO NOTHING;

-- name: oldest_answers_forgotten!
DELETE FROM helpful_answer WHERE dialog IN (
    SELECT dialog FROM helpful_answer WHERE topic = :topic ORDER BY at DESC, dialog DESC LIMIT 1000 OFFSET :most
);

-- name: shared_stems
SELECT helpful_stem.stem, helpful_stem.dialog, helpful_answer.at
FROM helpful_stem JOIN helpful_answer ON helpful_answer.dialog = helpful_stem.dialog
WHERE helpful_stem.topic = :topic AND helpful_stem.stem = :stem;

-- name: earlier_answer^
SELECT dialog.*, person.name AS person_name, person.username,
       message.id AS message_id, message.side, message.author_id, message.author_name, message.content,
       message.created_at AS message_at, message.edited_at, message.asks, message.holds,
       message.album AS message_album, message.merged_from, message.merged_at
FROM helpful_answer
JOIN dialog ON dialog.number = helpful_answer.dialog
JOIN person ON person.id = dialog.seller_id
JOIN message ON message.id = helpful_answer.message
WHERE helpful_answer.dialog = :number AND (dialog.rating IS NULL OR dialog.rating >= 4) AND message.side = 'agent';

-- name: names_in_dialog
SELECT DISTINCT author_name FROM message WHERE dialog = :number;

-- name: parts_of_dialog
WITH RECURSIVE part (number) AS (
    SELECT number FROM dialog WHERE merged_into = :number
    UNION ALL
    SELECT dialog.number FROM dialog JOIN part ON dialog.merged_into = part.number
)
SELECT dialog.* FROM dialog JOIN part ON part.number = dialog.number;
