-- Outside a transaction: nobody waits while it is built.
DROP INDEX CONCURRENTLY IF EXISTS subject_sequence_by_time;
CREATE INDEX CONCURRENTLY subject_sequence_by_time ON subject_sequence USING brin (spoken_at) WITH (autosummarize = on);
