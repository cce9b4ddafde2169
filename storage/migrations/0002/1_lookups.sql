-- What is asked all day is found by an index, also where a database knows nothing of its tables yet.

CREATE INDEX placed_by_message ON placed (message) WHERE message IS NOT NULL;

CREATE INDEX dialog_answering ON dialog (group_id) WHERE status <> 'finished';

-- In the order in which an album is read: a planner without statistics would walk through all messages for that.

DROP INDEX message_of_album;

CREATE INDEX message_of_album ON message (album, id) WHERE album IS NOT NULL;

-- In the place of two that held only a part: erasing and sending again look for the rest, too, and SQLite does not see
-- that a state of 1 is none of 0.

DROP INDEX outbox_waiting_in_lane;

CREATE INDEX outbox_of_lane ON outbox (lane, state, id);

DROP INDEX outbox_done;

CREATE INDEX outbox_done ON outbox (state, done_at);

CREATE INDEX outbox_of_dialog ON outbox (dialog) WHERE dialog IS NOT NULL;

CREATE INDEX subscriber_of_person ON subscriber (person);

CREATE INDEX topic_taken_by_time ON topic_taken (at);

CREATE INDEX announcement_ended ON announcement (ended_at) WHERE ended_at IS NOT NULL;
