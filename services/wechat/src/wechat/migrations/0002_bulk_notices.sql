-- What a day's work makes for many at once goes when nothing that somebody waits for is due, and nobody reads past it.
ALTER TABLE outgoing ADD COLUMN bulk boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outgoing.bulk IS 'One of many at once: it goes when nothing else is due';
DROP INDEX outgoing_to_send;
CREATE INDEX outgoing_to_send ON outgoing (not_before, number) WHERE state = 'queued' AND NOT bulk;
CREATE INDEX outgoing_bulk_to_send ON outgoing (not_before, number) WHERE state = 'queued' AND bulk;
