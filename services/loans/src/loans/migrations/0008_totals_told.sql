-- Money has two ends: what stands here of the money of loans is told once a business date, for settlement to compare.
CREATE TABLE totals_told (
    as_of   date        PRIMARY KEY,
    told_at timestamptz NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON totals_told FROM loans;
