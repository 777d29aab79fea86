-- A month's deposits are a hundred thousand texts that nobody waits for: they go by the hour that each was given, and whoever
-- looks for an urgent one does not read past them.
DROP INDEX delivery_to_send;
CREATE INDEX delivery_to_send ON delivery (priority, text_number) WHERE state = 'queued' AND priority < 3;
CREATE INDEX delivery_bulk_to_send ON delivery (not_before, text_number) WHERE state = 'queued' AND priority >= 3;
