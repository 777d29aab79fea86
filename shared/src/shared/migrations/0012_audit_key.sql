-- Outside a transaction: nobody waits while it is built.
-- The audit trail goes into months: the key of what is partitioned has the column that it is partitioned by.
DROP INDEX CONCURRENTLY IF EXISTS audit_record_key;
CREATE UNIQUE INDEX CONCURRENTLY audit_record_key ON audit_record (id, recorded_at);
