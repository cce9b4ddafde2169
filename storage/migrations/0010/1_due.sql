-- Until when an answer was promised, and until when an agent put a dialog off. `warn_at` is empty once agents were warned.

ALTER TABLE dialog ADD COLUMN due_at BIGINT;

ALTER TABLE dialog ADD COLUMN warn_at BIGINT;

ALTER TABLE dialog ADD COLUMN snoozed_until BIGINT;

ALTER TABLE dialog ADD COLUMN snooze_told BIGINT NOT NULL DEFAULT 0;

-- The promise of each wait, for the figures.

ALTER TABLE turn ADD COLUMN due_at BIGINT;

-- The queue: what is due first, then what has no time of its own, whoever waits longest first.

DROP INDEX dialog_queue;

CREATE INDEX dialog_queue ON dialog (group_id, coalesce(due_at, 9223372036854775807), waiting_since, number)
WHERE status = 'created' AND snoozed_until IS NULL;

DROP INDEX dialog_waiting;

CREATE INDEX dialog_waiting ON dialog (waiting_since, number)
WHERE status = 'created' AND due_at IS NULL AND snoozed_until IS NULL;

CREATE INDEX dialog_to_warn ON dialog (warn_at) WHERE warn_at IS NOT NULL AND snoozed_until IS NULL;

CREATE INDEX dialog_snoozed ON dialog (snoozed_until) WHERE snoozed_until IS NOT NULL;
