-- Words that were searched for in vain are forgotten in their time.

CREATE INDEX search_missed_by_age ON search_missed (at);
