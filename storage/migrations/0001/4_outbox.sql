-- `state`: 0 waits, 1 delivered, 2 can't be delivered.

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

CREATE INDEX outbox_waiting_in_lane ON outbox (lane, id) WHERE state = 0;

CREATE INDEX outbox_waiting_of_album ON outbox (album) WHERE state = 0 AND album IS NOT NULL;

CREATE INDEX outbox_waiting_card ON outbox (dialog) WHERE state = 0 AND kind = 'card';

CREATE INDEX outbox_waiting_message ON outbox (message) WHERE state = 0 AND kind = 'relay';

CREATE INDEX outbox_done ON outbox (state, done_at) WHERE state <> 0;

CREATE TABLE update_seen (
    update_id {id},
    at BIGINT NOT NULL
);

CREATE INDEX update_seen_by_time ON update_seen (at);

CREATE TABLE update_set_aside (
    update_id {id},
    body TEXT NOT NULL,
    error TEXT NOT NULL,
    at BIGINT NOT NULL
);
