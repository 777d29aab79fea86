-- Papers (证明材料) where no register knows, and sending back to be mended (补正), R-WDR-21.
-- `is_open` says now which states are final, so that a new open state needs no new table.
DROP INDEX r_wdr_10_one_open_application, application_open;
ALTER TABLE application
    DROP COLUMN is_open,
    ADD COLUMN is_open boolean NOT NULL GENERATED ALWAYS AS (
        state NOT IN ('paid', 'failed', 'rejected', 'cancelled', 'returned')) STORED,
    ADD COLUMN complete_on date,
    DROP CONSTRAINT state_is_known,
    ADD CONSTRAINT state_is_known CHECK (state IN (
        'submitted', 'funds_requested', 'awaiting_papers', 'papers_in_review', 'in_review', 'approved',
        'paid', 'failed', 'rejected', 'cancelled', 'returned')),
    DROP CONSTRAINT every_open_step_has_a_deadline,
    ADD CONSTRAINT every_open_step_has_a_deadline CHECK ((step_due_at IS NOT NULL) = (
        state NOT IN ('paid', 'failed', 'rejected', 'cancelled', 'returned')));
CREATE UNIQUE INDEX r_wdr_10_one_open_application ON application (person_id) WHERE is_open;
CREATE INDEX application_open ON application (submitted_at, id) WHERE is_open;
CREATE INDEX application_with_papers ON application (submitted_at, id) WHERE state = 'papers_in_review';
COMMENT ON COLUMN application.complete_on IS 'when the last paper asked for was handed in; the promise counts from then';

-- What was asked of the applicant, each time.
CREATE TABLE paper_request (
    application_id uuid        NOT NULL REFERENCES application,
    number         integer     NOT NULL CONSTRAINT requests_are_numbered CHECK (number >= 1),
    registers      text[]      NOT NULL,
    text           text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    asked_by       uuid,
    by_on          date        NOT NULL,
    handed_in_at   timestamptz,
    PRIMARY KEY (application_id, number)
);
COMMENT ON COLUMN paper_request.asked_by IS 'the member of staff who sent it back; none where rules asked';

-- A file as it was redrawn: a PDF of nothing but pictures, sealed.
CREATE TABLE paper (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    name           text        NOT NULL CONSTRAINT a_paper_has_a_name CHECK (btrim(name) <> ''),
    media_type     text        NOT NULL,
    sent_bytes     integer     NOT NULL CONSTRAINT something_was_sent CHECK (sent_bytes > 0),
    sent_sha256    text        NOT NULL,
    content_sealed text,
    uploaded_at    timestamptz NOT NULL,
    gone_at        timestamptz,
    CONSTRAINT what_is_gone_has_no_content CHECK ((gone_at IS NULL) = (content_sealed IS NOT NULL))
);
CREATE INDEX paper_of_application ON paper (application_id, uploaded_at);
COMMENT ON COLUMN paper.gone_at IS 'when the applicant took it back, or its time was over; the line stays';

REVOKE DELETE, TRUNCATE ON paper, paper_request FROM withdrawals;

INSERT INTO policy (kind, effective_from, document_number, parameters) VALUES
('papers', '2019-01-01', '住房公积金管理条例（2019年修订）', '{"hand_in_within_days": 15, "papers_most": 30}');

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES ('papers.accept', '2015-01-01', 0, 'checker', 72, 0, false);
