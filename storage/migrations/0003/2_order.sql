-- By the messenger's clock: an outage lets words in in any order.

ALTER TABLE dialog ADD COLUMN seller_said_at BIGINT;

ALTER TABLE dialog ADD COLUMN support_said_at BIGINT;
