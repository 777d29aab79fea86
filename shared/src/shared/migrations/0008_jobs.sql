-- Work that the clock starts (定时任务): when it was looked at and done last, when it comes next, what went wrong.
-- That it is done once is kept by an advisory lock of its name; the row is written in the job's own transaction.
CREATE TABLE job (
    name          text        PRIMARY KEY,
    since         timestamptz NOT NULL,
    looked_at     timestamptz,
    next_at       timestamptz,
    waiting_since timestamptz,
    did_at        timestamptz,
    did           text,
    failed_at     timestamptz,
    failure       text,
    failures      integer     NOT NULL DEFAULT 0 CONSTRAINT failures_count CHECK (failures >= 0),
    CONSTRAINT what_was_done_has_its_time CHECK ((did IS NULL) = (did_at IS NULL)),
    CONSTRAINT a_failure_has_its_time CHECK ((failure IS NULL) = (failed_at IS NULL))
);
COMMENT ON COLUMN job.since IS 'when it was first known; all instants are those of the business clock';
COMMENT ON COLUMN job.looked_at IS 'end of the last round that left nothing to do';
COMMENT ON COLUMN job.waiting_since IS 'since when something has been due that is not done; null: nothing is';
COMMENT ON COLUMN job.failures IS 'rounds that failed since the last that did not';
