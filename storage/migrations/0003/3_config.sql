-- Counts the changes of what every process holds in memory.

INSERT INTO numbering (name, last) VALUES ('config', 0);
