-- name: turns_by_place
-- `OFFSET 0`: the dialog of each turn is looked up. Joined as it likes, the server reads all dialogs that there are.
SELECT dialog.category, dialog.topic, array_agg((turn.answered_at - turn.asked_at) / 1000) AS next_response
FROM turn JOIN LATERAL (SELECT category, topic FROM dialog WHERE number = turn.dialog OFFSET 0) AS dialog ON true
WHERE turn.asked_at >= :since AND turn.asked_at < :until AND turn.answered_at IS NOT NULL
GROUP BY dialog.category, dialog.topic;
