-- How many of a group are put off: counted without a look at those of the others.

CREATE INDEX dialog_snoozed_of_group ON dialog (group_id, snoozed_until) WHERE snoozed_until IS NOT NULL;
