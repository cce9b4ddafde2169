-- Messages stand in the order of their ids, more or less, so a few pages tell where those of the last months are.

CREATE INDEX message_by_age ON message USING brin (id) WITH (autosummarize = on);
