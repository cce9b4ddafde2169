-- The head of a stream: what is most urgent, and of that the oldest.

DROP INDEX outbox_of_lane;

CREATE INDEX outbox_of_lane ON outbox (lane, state, priority, id);

CREATE INDEX outbox_waiting_for_person ON outbox (created_at)
WHERE state = 0 AND lane >= 'person:' AND lane < 'person;';
