-- A word of support in between, which is no answer.

ALTER TABLE message ADD COLUMN holds BIGINT NOT NULL DEFAULT 0;
