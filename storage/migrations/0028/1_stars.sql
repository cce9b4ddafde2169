-- Buttons of earlier answers go in a stream of their own, one waiting for a dialog.
CREATE INDEX outbox_waiting_stars ON outbox (dialog) WHERE state = 0 AND kind = 'stars';

UPDATE outbox SET stream = 'stars:' || dialog, kind = 'stars', details = '{}', priority = 1
WHERE state IN (0, 3) AND kind = 'correct' AND details LIKE '%"buttons"%';
