-- When a word of the seller brought a dialog back that was put off, and until when it was.

ALTER TABLE dialog ADD COLUMN woken_at BIGINT;

ALTER TABLE dialog ADD COLUMN woken_from BIGINT;
