-- name: evidence
SELECT stem, topic, dialogs, weight, at FROM search_evidence;

-- name: evidence_kept!
INSERT INTO search_evidence (stem, topic, dialogs, weight, at) VALUES (:stem, :topic, :dialogs, :weight, :at)
ON CONFLICT (stem, topic) DO UPDATE
SET dialogs = excluded.dialogs, weight = excluded.weight, at = excluded.at;

-- name: evidence_forgotten!
DELETE FROM search_evidence WHERE stem = :stem AND topic = :topic;

-- name: taught_until^
SELECT until AS total FROM search_taught WHERE id = 1;

-- name: search_taught!
INSERT INTO search_taught (id, until) VALUES (1, :until)
ON CONFLICT (id) DO UPDATE SET until = excluded.until;

-- name: ended_questions
-- With all that ended in the same millisecond as the last, since who reads on goes by that moment.
SELECT dialog.topic, dialog.ended_at, message.content
FROM dialog JOIN message ON message.id = (
    SELECT first.id FROM message AS first
    WHERE first.dialog = dialog.number AND first.side = 'seller'
    ORDER BY first.id LIMIT 1
)
WHERE dialog.status = 'finished' AND dialog.ended_at > :after AND dialog.answered_at IS NOT NULL
  AND dialog.ended_at <= coalesce((
      SELECT last.ended_at FROM dialog AS last
      WHERE last.status = 'finished' AND last.ended_at > :after AND last.ended_at <= :until
        AND last.answered_at IS NOT NULL
      ORDER BY last.ended_at
      LIMIT 1 OFFSET :limit - 1
  ), :until)
ORDER BY dialog.ended_at;

-- name: search_counted!
INSERT INTO search_figure (day, what, count) VALUES (:day, :what, 1)
ON CONFLICT (day, what) DO UPDATE SET count = search_figure.count + 1;

-- name: search_figures
SELECT what, sum(count) AS total FROM search_figure WHERE day >= :first AND day <= :last GROUP BY what;

-- name: word_missed!
INSERT INTO search_missed (word, topic, count, at) VALUES (:word, :topic, 1, :at)
ON CONFLICT (word, topic) DO UPDATE SET count = search_missed.count + 1, at = excluded.at;

-- name: word_learned!
DELETE FROM search_missed WHERE word = :word;

-- name: missed_words
SELECT word, topic, count FROM search_missed ORDER BY count DESC, word DESC, topic DESC LIMIT :limit;
