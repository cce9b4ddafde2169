-- What whoever asked to be told is told, in the words of whoever ended it; NULL: in the desk's own.

ALTER TABLE announcement ADD COLUMN closing TEXT;
