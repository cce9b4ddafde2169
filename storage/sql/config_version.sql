-- name: config_version^
SELECT last FROM numbering WHERE name = 'config';

-- name: config_read!
-- Locks it, too: who comes second finds another version.
UPDATE numbering SET last = last WHERE name = 'config' AND last = :version;

-- name: config_changed!
UPDATE numbering SET last = last + 1 WHERE name = 'config';
