-- What is asked all day is found by an index, also where a database knows nothing of its tables yet.

CREATE INDEX placed_by_message ON placed (message) WHERE message IS NOT NULL;

CREATE INDEX dialog_answering ON dialog (group_id) WHERE status <> 'finished';

-- In the place of two that held only what waits: erasing and sending again look for the rest, too.

DROP INDEX outbox_waiting_in_lane;

CREATE INDEX outbox_of_lane ON outbox (lane, state, id);

CREATE INDEX outbox_of_dialog ON outbox (dialog) WHERE dialog IS NOT NULL;

CREATE INDEX subscriber_of_person ON subscriber (person);

CREATE INDEX topic_taken_by_time ON topic_taken (at);

CREATE INDEX announcement_ended ON announcement (ended_at) WHERE ended_at IS NOT NULL;
