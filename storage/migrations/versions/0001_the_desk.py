"""Dialogs, messages, people, the outbox: all that the main job keeps."""

from alembic import op

revision = "0001"
down_revision = None

IDENTITY = {
    "sqlite": "INTEGER PRIMARY KEY AUTOINCREMENT",
    "postgresql": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
}

# All times are UTC milliseconds. Content, titles, details and data are JSON texts.
SCHEMA = """
CREATE TABLE person (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    username TEXT,
    language TEXT,
    locale TEXT,
    banned_at BIGINT,
    ban_reason TEXT,
    writing_to BIGINT,
    unreachable_since BIGINT,
    first_seen_at BIGINT NOT NULL
);

CREATE INDEX person_by_username ON person (lower(username)) WHERE username IS NOT NULL;

CREATE TABLE numbering (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);

INSERT INTO numbering (name, last) VALUES ('dialog', 100000);

CREATE TABLE dialog (
    number BIGINT PRIMARY KEY,
    seller_id BIGINT NOT NULL REFERENCES person (id),
    category TEXT NOT NULL,
    topic TEXT NOT NULL,
    titles TEXT NOT NULL,
    group_id BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('created', 'answered', 'clarifying', 'finished')),
    ending TEXT CHECK (ending IN ('rated', 'cancelled', 'closed', 'expired')),
    created_at BIGINT NOT NULL,
    waiting_since BIGINT,
    spoken_at BIGINT,
    reminded_at BIGINT,
    nudged_at BIGINT,
    escalated_at BIGINT,
    answered_at BIGINT,
    first_answer_at BIGINT,
    ended_at BIGINT,
    rating BIGINT CHECK (rating BETWEEN 1 AND 5),
    rating_comment TEXT,
    rated_at BIGINT,
    agent_id BIGINT,
    agent_name TEXT,
    has_files BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 0,
    CHECK ((status = 'finished') = (ending IS NOT NULL))
);

CREATE INDEX dialog_of_seller ON dialog (seller_id, number);

CREATE INDEX dialog_of_seller_and_topic ON dialog (seller_id, topic, number);

CREATE INDEX dialog_open_of_seller ON dialog (seller_id, number) WHERE status <> 'finished';

CREATE INDEX dialog_silent ON dialog (spoken_at) WHERE status IN ('answered', 'clarifying');

CREATE INDEX dialog_waiting ON dialog (waiting_since, number) WHERE status = 'created';

CREATE INDEX dialog_queue ON dialog (group_id, waiting_since, number) WHERE status = 'created';

CREATE INDEX dialog_in_charge ON dialog (agent_id, number) WHERE status <> 'finished';

CREATE INDEX dialog_of_group ON dialog (group_id, number);

CREATE INDEX dialog_by_time ON dialog (created_at);

CREATE INDEX dialog_by_topic ON dialog (topic, created_at);

CREATE TABLE topic_taken (
    seller_id BIGINT NOT NULL,
    topic TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (seller_id, topic)
);

CREATE TABLE message (
    id BIGINT PRIMARY KEY,
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
    album TEXT
);

CREATE INDEX message_of_dialog ON message (dialog, id);

CREATE INDEX message_of_album ON message (album) WHERE album IS NOT NULL;

CREATE TABLE message_version (
    message BIGINT NOT NULL REFERENCES message (id),
    content TEXT NOT NULL,
    until BIGINT NOT NULL
);

CREATE INDEX version_of_message ON message_version (message, until);

CREATE TABLE placed (
    chat_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL,
    message BIGINT REFERENCES message (id),
    dialog BIGINT NOT NULL REFERENCES dialog (number),
    source BIGINT NOT NULL,
    PRIMARY KEY (chat_id, post_id)
);

CREATE INDEX placed_message ON placed (message);

CREATE TABLE place (
    dialog BIGINT PRIMARY KEY REFERENCES dialog (number),
    chat_id BIGINT NOT NULL,
    thread_id BIGINT,
    card_id BIGINT,
    name TEXT,
    closed BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX place_by_thread ON place (chat_id, thread_id);

CREATE TABLE outbox (
    id {identity},
    lane TEXT NOT NULL,
    kind TEXT NOT NULL,
    dialog BIGINT,
    message BIGINT,
    details TEXT NOT NULL,
    album TEXT,
    priority BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    state BIGINT NOT NULL DEFAULT 0,
    error TEXT,
    done_at BIGINT
);

CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 0;

CREATE INDEX outbox_waiting_of_album ON outbox (album) WHERE state = 0 AND album IS NOT NULL;

CREATE INDEX outbox_waiting_card ON outbox (dialog) WHERE state = 0 AND kind = 'card';

CREATE INDEX outbox_done ON outbox (state, done_at) WHERE state <> 0;

CREATE TABLE update_seen (
    update_id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL
);

CREATE INDEX update_seen_by_time ON update_seen (at);

CREATE TABLE update_set_aside (
    update_id BIGINT PRIMARY KEY,
    body TEXT NOT NULL,
    error TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE conversation (
    key TEXT PRIMARY KEY,
    state TEXT,
    data TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX conversation_by_time ON conversation (at);

CREATE TABLE catalogue (
    id {identity},
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id BIGINT NOT NULL
);

CREATE TABLE group_moved (
    old_id BIGINT PRIMARY KEY,
    new_id BIGINT NOT NULL
);

CREATE TABLE audit (
    id {identity},
    by_id BIGINT NOT NULL,
    deed TEXT NOT NULL,
    details TEXT NOT NULL,
    at BIGINT NOT NULL
)
"""


def upgrade() -> None:
    schema = SCHEMA.format(identity=IDENTITY[op.get_context().dialect.name])
    for statement in schema.split(";\n"):
        op.execute(statement)
