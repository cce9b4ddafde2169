-- What all processes have sent to a chat lately, and until when Telegram wants to hear nothing there (the server's
-- clock, microseconds). Telegram counts it as one bot's. Worth no log: a minute later it is of no use.

CREATE UNLOGGED TABLE pace (
    chat BIGINT PRIMARY KEY,
    sent BIGINT[] NOT NULL,
    held_until BIGINT NOT NULL DEFAULT 0
);
