-- name: turns_by_place
SELECT dialog.category, dialog.topic, array_agg((turn.answered_at - turn.asked_at) / 1000) AS next_response
FROM turn JOIN dialog ON dialog.number = turn.dialog
WHERE turn.asked_at >= :since AND turn.asked_at < :until AND turn.answered_at IS NOT NULL
GROUP BY dialog.category, dialog.topic;
