-- Who gave a dialog's first answer: figures are theirs, whoever is in charge later.

ALTER TABLE dialog ADD COLUMN first_answer_by BIGINT;

ALTER TABLE dialog ADD COLUMN first_answer_name TEXT;

UPDATE dialog
SET first_answer_by = (
        SELECT turn.agent_id FROM turn
        WHERE turn.dialog = dialog.number AND turn.answered_at IS NOT NULL
        ORDER BY turn.answered_at
        LIMIT 1
    ),
    first_answer_name = (
        SELECT turn.agent_name FROM turn
        WHERE turn.dialog = dialog.number AND turn.answered_at IS NOT NULL
        ORDER BY turn.answered_at
        LIMIT 1
    )
WHERE first_answer_at IS NOT NULL;
