CREATE TABLE numbering (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);

INSERT INTO numbering (name, last) VALUES ('dialog', 100000), ('erased', 0), ('purged', 0);

CREATE TABLE dialog (
    number {id},
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

-- With all that a list is filtered by, so that counting it looks at no dialog.

CREATE INDEX dialog_of_seller ON dialog (seller_id, number, created_at, status, topic);

CREATE INDEX dialog_of_seller_and_topic ON dialog (seller_id, topic, number);

CREATE INDEX dialog_open_of_seller ON dialog (seller_id, number) WHERE status <> 'finished';

CREATE INDEX dialog_silent ON dialog (spoken_at) WHERE status IN ('answered', 'clarifying');

CREATE INDEX dialog_waiting ON dialog (waiting_since, number) WHERE status = 'created';

CREATE INDEX dialog_queue ON dialog (group_id, waiting_since, number) WHERE status = 'created';

CREATE INDEX dialog_in_charge ON dialog (
    agent_id, (CASE status WHEN 'created' THEN 0 ELSE 1 END), waiting_since, number
) WHERE status <> 'finished';

CREATE INDEX dialog_of_group ON dialog (group_id, number);

CREATE INDEX dialog_by_time ON dialog (created_at, number);

CREATE INDEX dialog_by_topic ON dialog (topic, created_at);

CREATE INDEX dialog_by_rating ON dialog (rated_at, number) WHERE rating IS NOT NULL;

CREATE INDEX dialog_by_end ON dialog (ended_at, number) WHERE status = 'finished';

CREATE TABLE topic_taken (
    seller_id BIGINT NOT NULL,
    topic TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (seller_id, topic)
);

-- The seller waits for support, from the first word that is unanswered to the answer's delivery.

CREATE TABLE turn (
    dialog BIGINT NOT NULL REFERENCES dialog (number),
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    agent_id BIGINT,
    agent_name TEXT,
    PRIMARY KEY (dialog, asked_at)
);

CREATE INDEX turn_by_time ON turn (asked_at, dialog);

CREATE TABLE place (
    dialog {id} REFERENCES dialog (number),
    chat_id BIGINT NOT NULL,
    thread_id BIGINT,
    card_id BIGINT,
    name TEXT,
    closed BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX place_by_thread ON place (chat_id, thread_id);

CREATE TABLE group_moved (
    old_id BIGINT PRIMARY KEY,
    new_id BIGINT NOT NULL
);
