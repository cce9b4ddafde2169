-- name: canned_answers
SELECT id, category, title, text, position, translations, macro FROM canned_answer
ORDER BY category, position, title, id;

-- name: canned_answer^
SELECT id, category, title, text, position, translations, macro FROM canned_answer WHERE id = :id;

-- name: canned_answer_added!
INSERT INTO canned_answer (category, title, text, position, translations, macro)
VALUES (:category, :title, :text, :position, :translations, :macro);

-- name: canned_answer_changed!
UPDATE canned_answer
SET category = :category, title = :title, text = :text, position = :position, translations = :translations, macro = :macro
WHERE id = :id;

-- name: canned_answer_removed!
DELETE FROM canned_answer WHERE id = :id;
