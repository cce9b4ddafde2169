-- name: canned_answers
SELECT id, category, title, text, position FROM template ORDER BY category, position, title, id;

-- name: canned_answer^
SELECT id, category, title, text, position FROM template WHERE id = :id;

-- name: canned_answer_added!
INSERT INTO template (category, title, text, position) VALUES (:category, :title, :text, :position);

-- name: canned_answer_changed!
UPDATE template SET category = :category, title = :title, text = :text, position = :position WHERE id = :id;

-- name: canned_answer_removed!
DELETE FROM template WHERE id = :id;
