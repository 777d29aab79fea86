-- A lower ratio in hardship 降低缴存比例 (R-DEP-9): on the resolution of the staff, agreed by the centre, for a period; the month
-- after it has the ratios again that would have been in force. Both are changes of ratio, made together, that count in no fund year.
CREATE TABLE ratio_lowering (
    id                uuid        PRIMARY KEY,
    employer_number   text        NOT NULL REFERENCES employer,
    from_month        date        NOT NULL CONSTRAINT lowering_begins_on_a_first CHECK (extract(day FROM from_month) = 1),
    until_month       date        NOT NULL CONSTRAINT lowering_ends_on_a_first CHECK (extract(day FROM until_month) = 1),
    employer_ratio_bp integer     NOT NULL CONSTRAINT lowered_employer_ratio CHECK (employer_ratio_bp BETWEEN 1 AND 10000),
    employee_ratio_bp integer     NOT NULL CONSTRAINT lowered_employee_ratio CHECK (employee_ratio_bp BETWEEN 1 AND 10000),
    employer_bp_after integer     NOT NULL,
    employee_bp_after integer     NOT NULL,
    resolution_number text        NOT NULL,
    resolution_on     date        NOT NULL,
    maker_id          uuid        NOT NULL,
    checker_id        uuid        NOT NULL CONSTRAINT two_people_lower CHECK (checker_id <> maker_id),
    decided_at        timestamptz NOT NULL,
    CONSTRAINT lowering_ends_after_it_begins CHECK (until_month >= from_month)
);
CREATE INDEX ratio_lowering_by_employer ON ratio_lowering (employer_number, from_month);
COMMENT ON COLUMN ratio_lowering.until_month IS 'the last month of it';
COMMENT ON COLUMN ratio_lowering.employer_bp_after IS 'in force again from the month after the last one';
REVOKE UPDATE, DELETE, TRUNCATE ON ratio_lowering FROM accounts;

ALTER TABLE ratio_change ADD COLUMN lowering_id uuid REFERENCES ratio_lowering;
COMMENT ON COLUMN ratio_change.lowering_id IS 'of a lower ratio in hardship, its beginning or its end; none of a change that counts in its fund year';

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed) VALUES
    ('employer.lower_ratio', '2015-01-01', 0, 'senior', 168, 30, true);
