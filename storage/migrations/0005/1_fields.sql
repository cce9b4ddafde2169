-- What the seller answered to the fields of the topic: [[titles by language, value], ...].

ALTER TABLE dialog ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
