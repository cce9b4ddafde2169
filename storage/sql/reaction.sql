-- name: reaction^
SELECT message, emoji, asked_at FROM reaction WHERE message = :message;

-- name: reaction_changed!
INSERT INTO reaction (message, emoji, asked_at) VALUES (:message, :emoji, :asked_at)
ON CONFLICT (message) DO UPDATE SET emoji = excluded.emoji, asked_at = excluded.asked_at;
