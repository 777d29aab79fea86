-- Outside a transaction: nobody waits while it is built.
DROP INDEX CONCURRENTLY IF EXISTS reservation_by_transfer;
CREATE INDEX CONCURRENTLY reservation_by_transfer ON reservation (transfer_id) WHERE transfer_id IS NOT NULL;
