-- Agents' groups that the bot has been able to work in, and whether it still is: only what was lost can be back.

CREATE TABLE agents_group (
    chat_id BIGINT PRIMARY KEY,
    able BIGINT NOT NULL
);
