-- What a text says from a day on (短信文字), as two people have approved it. A text without a row says what the release ships,
-- and so does one whose row names no wording. Rows are put in force by `put_policy_in_force` alone.
CREATE TABLE wording (
    template       text NOT NULL,
    effective_from date NOT NULL,
    wording        text CONSTRAINT a_wording_says_something CHECK (length(wording) BETWEEN 1 AND 500),
    source         text NOT NULL,
    PRIMARY KEY (template, effective_from)
);
COMMENT ON COLUMN wording.wording IS 'null: as the release ships it';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON wording FROM notifications;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('text.reword', '2019-01-01', 0, 'senior', 336, 30, false);
