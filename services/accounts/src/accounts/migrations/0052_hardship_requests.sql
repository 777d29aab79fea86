-- What an employer in hardship asks for online (缓缴、降低缴存比例, R-DEP-9), with the resolution of its staff as a file. A maker
-- proposes it to a checker, or sends it back in words; while it is open the employer may take it back.
CREATE TABLE hardship_request (
    id                uuid        PRIMARY KEY,
    employer_number   text        NOT NULL REFERENCES employer,
    kind              text        NOT NULL CONSTRAINT known_hardship CHECK (kind IN ('deferral', 'lowering')),
    from_month        date        NOT NULL CONSTRAINT hardship_begins_on_a_first CHECK (extract(day FROM from_month) = 1),
    until_month       date        NOT NULL CONSTRAINT hardship_ends_on_a_first CHECK (extract(day FROM until_month) = 1),
    catch_up_by       date,
    employer_ratio_bp integer     CONSTRAINT asked_employer_ratio CHECK (employer_ratio_bp BETWEEN 1 AND 10000),
    employee_ratio_bp integer     CONSTRAINT asked_employee_ratio CHECK (employee_ratio_bp BETWEEN 1 AND 10000),
    resolution_number text        NOT NULL,
    resolution_on     date        NOT NULL,
    words             text        NOT NULL,
    state             text        NOT NULL CONSTRAINT known_state_of_a_hardship_request
                                      CHECK (state IN ('open', 'agreed', 'returned', 'withdrawn')),
    asked_by          text        NOT NULL,
    asked_at          timestamptz NOT NULL,
    proposal_id       uuid,
    answer            text,
    ended_by          text,
    ended_at          timestamptz,
    CONSTRAINT hardship_ends_after_it_begins CHECK (until_month >= from_month),
    CONSTRAINT r_dep_9_a_deferral_is_caught_up CHECK ((kind = 'deferral') = (catch_up_by IS NOT NULL)),
    CONSTRAINT r_dep_9_a_lower_ratio_has_both_sides
        CHECK (num_nonnulls(employer_ratio_bp, employee_ratio_bp) = CASE WHEN kind = 'lowering' THEN 2 ELSE 0 END),
    CONSTRAINT hardship_ends_by_somebody CHECK ((state <> 'open') = (ended_at IS NOT NULL AND ended_by IS NOT NULL)),
    CONSTRAINT r_dep_9_sent_back_with_a_reason CHECK ((state = 'returned') = (answer IS NOT NULL)),
    CONSTRAINT r_dep_9_agreed_by_a_proposal CHECK (state <> 'agreed' OR proposal_id IS NOT NULL)
);
CREATE UNIQUE INDEX r_dep_9_one_open_request ON hardship_request (employer_number, kind) WHERE state = 'open';
CREATE INDEX hardship_request_of_employer ON hardship_request (employer_number, asked_at DESC, id);
CREATE INDEX hardship_request_open ON hardship_request (asked_at, id) WHERE state = 'open';
COMMENT ON COLUMN hardship_request.proposal_id IS 'the last proposal that it was put to a checker by; while that is open, it waits for the decision';
COMMENT ON COLUMN hardship_request.words IS 'why the employer cannot pay, in its own words';
COMMENT ON COLUMN hardship_request.answer IS 'why it was sent back';
REVOKE DELETE, TRUNCATE ON hardship_request FROM accounts;

-- Files of it, drawn anew (a PDF of pictures), sealed. One that no request names is deleted after a day; the line of another stays.
CREATE TABLE hardship_paper (
    id              uuid        PRIMARY KEY,
    employer_number text        NOT NULL REFERENCES employer,
    request_id      uuid        REFERENCES hardship_request,
    name            text        NOT NULL CONSTRAINT a_hardship_paper_has_a_name CHECK (btrim(name) <> ''),
    sent_bytes      integer     NOT NULL,
    sent_sha256     text        NOT NULL,
    content_sealed  text,
    uploaded_by     text        NOT NULL,
    uploaded_at     timestamptz NOT NULL,
    gone_at         timestamptz,
    CONSTRAINT hardship_paper_is_there_or_gone CHECK ((content_sealed IS NULL) = (gone_at IS NOT NULL))
);
CREATE INDEX hardship_paper_of_request ON hardship_paper (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX hardship_paper_of_none ON hardship_paper (employer_number, uploaded_at) WHERE request_id IS NULL;
CREATE INDEX hardship_paper_unclaimed ON hardship_paper (uploaded_at) WHERE request_id IS NULL;
REVOKE TRUNCATE ON hardship_paper FROM accounts;
