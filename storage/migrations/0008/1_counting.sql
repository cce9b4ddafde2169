-- What the figures of deliveries are counted from: few of the messages, whatever their number.

CREATE INDEX message_undelivered ON message (id) WHERE delivered_at IS NULL;

CREATE INDEX message_notes ON message (id) WHERE side = 'note';
