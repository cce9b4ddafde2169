-- A dialog that became part of another one of the same seller keeps its number, which leads there.

ALTER TABLE dialog ADD COLUMN merged_into BIGINT;

CREATE INDEX dialog_merged ON dialog (merged_into) WHERE merged_into IS NOT NULL;

-- In which dialog a message was said, and since when it stands in another one; empty where it stands where it was said.

ALTER TABLE message ADD COLUMN merged_from BIGINT;

ALTER TABLE message ADD COLUMN merged_at BIGINT;

-- What is needed to undo a merge, for as long as it may be undone.

CREATE TABLE dialog_merge (
    number {id},
    survivor BIGINT NOT NULL,
    by_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    details TEXT NOT NULL
);

CREATE INDEX dialog_merge_by_time ON dialog_merge (at);
