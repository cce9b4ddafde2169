-- Who is on shift in an agents' group, and when the desk last gave them a dialog by itself.

CREATE TABLE shift (
    group_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    seen_at BIGINT NOT NULL,
    given_at BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (group_id, agent_id)
);
