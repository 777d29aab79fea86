-- Outside a transaction: nobody waits while it is built.
-- What was begun or settled of late, without reading what was before; a block range index costs an insert next to nothing.
DROP INDEX CONCURRENTLY IF EXISTS transfer_by_time;
CREATE INDEX CONCURRENTLY transfer_by_time ON transfer USING brin (settled_at, created_at)
    WITH (pages_per_range = 32, autosummarize = on);
