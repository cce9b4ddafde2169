-- Full text.

ALTER TABLE message
ADD COLUMN searched TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;

CREATE INDEX message_words ON message USING gin (searched);

ALTER TABLE person
ADD COLUMN searched TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;

CREATE INDEX person_words ON person USING gin (searched);
