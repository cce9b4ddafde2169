-- Full text.

CREATE INDEX message_words ON message USING gin (array_to_tsvector(string_to_array(words, ' ')));

CREATE INDEX person_words ON person USING gin (array_to_tsvector(string_to_array(words, ' ')));
