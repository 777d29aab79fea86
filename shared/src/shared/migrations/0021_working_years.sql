-- The working days of a year (工作日历) as withdrawals told them, which two people change there. Until it has told, the published
-- days that came with the release count.
CREATE TABLE working_year (
    year      integer     PRIMARY KEY,
    published boolean     NOT NULL,
    days      jsonb       NOT NULL,
    told_at   timestamptz NOT NULL
);
COMMENT ON COLUMN working_year.days IS 'day → whether it is worked; of a published year those that are not as their weekday says';
