-- Tables and columns are called as everything else is: by the words of the glossary.

ALTER TABLE place RENAME TO thread;

ALTER TABLE placed RENAME TO message_ref;

ALTER TABLE template RENAME TO canned_answer;

ALTER TABLE conversation RENAME TO fsm_state;

ALTER TABLE outbox RENAME COLUMN lane TO stream;

ALTER TABLE audit RENAME COLUMN deed TO action;

ALTER TABLE dialog RENAME COLUMN spoken_at TO support_wrote_at;
