-- name: canned_answers
SELECT id, category, title, text, position, translations, macro FROM template
ORDER BY category, position, title, id;

-- name: canned_answer^
SELECT id, category, title, text, position, translations, macro FROM template WHERE id = :id;

-- name: canned_answer_added!
INSERT INTO template (category, title, text, position, translations, macro)
VALUES (:category, :title, :text, :position, :translations, :macro);

-- name: canned_answer_changed!
UPDATE template
SET category = :category, title = :title, text = :text, position = :position, translations = :translations, macro = :macro
WHERE id = :id;

-- name: canned_answer_removed!
DELETE FROM template WHERE id = :id;
