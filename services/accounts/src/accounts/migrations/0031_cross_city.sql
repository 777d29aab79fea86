-- Cross-city transfers 异地转移接续 (R-TRF-4). What leaves is frozen and posted as a closing withdrawal is, under the types
-- and states of its own; what comes is taken out of suspense whole, by the letter that the receipt names.
ALTER TABLE reservation ADD COLUMN purpose text NOT NULL DEFAULT 'withdrawal'
    CONSTRAINT known_purpose CHECK (purpose IN ('withdrawal', 'transfer_out'));
COMMENT ON COLUMN reservation.application_id IS 'of a transfer out the letter (联系函)';

CREATE TABLE letter_receipt (
    letter_id      uuid   PRIMARY KEY,
    person_id      uuid   NOT NULL REFERENCES person,
    account_number text   NOT NULL REFERENCES individual_account,
    bank_serial    text   NOT NULL REFERENCES receipt CONSTRAINT r_trf_4_a_receipt_is_of_one_letter UNIQUE,
    transfer_id    uuid   NOT NULL UNIQUE REFERENCES transfer,
    principal_fen  bigint NOT NULL CONSTRAINT principal_came CHECK (principal_fen >= 0),
    interest_fen   bigint NOT NULL CONSTRAINT interest_came CHECK (interest_fen >= 0),
    booked_on      date   NOT NULL,
    CONSTRAINT r_trf_4_something_came CHECK (principal_fen + interest_fen > 0)
);
COMMENT ON TABLE letter_receipt IS 'the money of a letter (异地转入), booked once, principal and interest apart';
CREATE INDEX letter_receipt_of_person ON letter_receipt (person_id);
REVOKE UPDATE, DELETE, TRUNCATE ON letter_receipt FROM accounts;
