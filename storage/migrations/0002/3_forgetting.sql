-- The audit grows, and is forgotten in its time only. `subject`: whom a line is about, until they are forgotten.

ALTER TABLE audit ADD COLUMN subject BIGINT;

CREATE INDEX audit_about ON audit (subject) WHERE subject IS NOT NULL;

CREATE INDEX audit_by_time ON audit (at);

-- 'audit': what is older may be forgotten. 'merged': when words that were deleted were last taken out of the full text.

INSERT INTO numbering (name, last) VALUES ('audit', 0), ('merged', 0);
