-- A booked row or a balance that somebody disputes (REG26 art. 37): the bank answers in writing within five working days, then,
-- if the person still objects, the centre.
CREATE TABLE dispute (
    id                uuid        PRIMARY KEY,
    person_id         uuid        NOT NULL REFERENCES person,
    account_number    text        NOT NULL REFERENCES individual_account,
    entry_id          bigint,
    words_sealed      text        NOT NULL,
    state             text        NOT NULL CONSTRAINT known_dispute_state CHECK (state IN (
        'at_bank', 'bank_answered', 'at_centre', 'centre_answered')),
    made_at           timestamptz NOT NULL,
    due_on            date        NOT NULL,
    bank_answer       text,
    bank_entered_by   uuid,
    bank_entered_name text,
    bank_answered_at  timestamptz,
    objected_at       timestamptz,
    objection_sealed  text,
    centre_answer     text,
    answered_by       uuid,
    answered_by_name  text,
    answered_at       timestamptz,
    CONSTRAINT r_qry_4_bank_answers_in_writing CHECK ((bank_answer IS NULL) = (bank_answered_at IS NULL)
        AND (bank_answer IS NULL) = (bank_entered_by IS NULL) AND (bank_answer IS NULL) = (bank_entered_name IS NULL)),
    CONSTRAINT r_qry_4_centre_answers_in_writing CHECK ((state = 'centre_answered') = (centre_answer IS NOT NULL
        AND answered_by IS NOT NULL AND answered_by_name IS NOT NULL AND answered_at IS NOT NULL)),
    CONSTRAINT r_qry_4_the_bank_is_first CHECK (CASE state WHEN 'at_bank' THEN bank_answer IS NULL AND objected_at IS NULL
        WHEN 'bank_answered' THEN bank_answer IS NOT NULL AND objected_at IS NULL
        ELSE objected_at IS NOT NULL END)
);
COMMENT ON COLUMN dispute.entry_id IS 'the booked row; none: the balance as a whole';
COMMENT ON COLUMN dispute.due_on IS 'last day of whoever is to answer';
CREATE UNIQUE INDEX one_dispute_of_a_row_at_a_time ON dispute (account_number, coalesce(entry_id, 0))
    WHERE state IN ('at_bank', 'at_centre');
CREATE INDEX dispute_of_person ON dispute (person_id, made_at DESC);
CREATE INDEX dispute_by_state ON dispute (state, made_at, id);
CREATE INDEX dispute_waiting ON dispute (due_on) WHERE state IN ('at_bank', 'at_centre');
REVOKE DELETE, TRUNCATE ON dispute FROM accounts;
