-- How long messages wait in each queue of the service (消息等待), as the process that watches the queues last saw it.
CREATE TABLE queue_waiting (
    queue        text        PRIMARY KEY,
    waiting      integer     NOT NULL CONSTRAINT waiting_is_a_number CHECK (waiting >= 0),
    retrying     integer     NOT NULL CONSTRAINT retrying_is_a_number CHECK (retrying >= 0),
    oldest_since timestamptz,
    looked_at    timestamptz NOT NULL
);
COMMENT ON COLUMN queue_waiting.oldest_since IS 'since when the oldest has waited at the longest; null: none waits';
