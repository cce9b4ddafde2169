CREATE TABLE message (
    id {id},
    dialog BIGINT NOT NULL REFERENCES dialog (number),
    side TEXT NOT NULL CHECK (side IN ('seller', 'agent', 'note')),
    author_id BIGINT NOT NULL,
    author_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    size BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    asks BIGINT NOT NULL DEFAULT 0,
    album TEXT,
    delivered_at BIGINT,
    failure TEXT, -- why it could not be delivered
    words TEXT NOT NULL DEFAULT '' -- stems of the text, to be found by
);

CREATE INDEX message_of_dialog ON message (dialog, id);

CREATE INDEX message_of_album ON message (album) WHERE album IS NOT NULL;

CREATE TABLE message_version (
    message BIGINT NOT NULL REFERENCES message (id),
    content TEXT NOT NULL,
    until BIGINT NOT NULL
);

CREATE INDEX version_of_message ON message_version (message, until);

-- Where a message stands in the messenger. `message` is empty for a card or another post of the bot itself.

CREATE TABLE placed (
    chat_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    dialog BIGINT NOT NULL REFERENCES dialog (number),
    message BIGINT,
    source BIGINT NOT NULL,
    PRIMARY KEY (chat_id, post_id)
){without_rowid};

CREATE INDEX placed_of_dialog ON placed (dialog, message);
