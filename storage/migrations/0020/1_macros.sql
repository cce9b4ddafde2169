-- Canned answers in other languages (locale -> text), and what is done as one is sent.

ALTER TABLE template ADD COLUMN translations TEXT NOT NULL DEFAULT '{}';

ALTER TABLE template ADD COLUMN macro TEXT NOT NULL DEFAULT '{}';
