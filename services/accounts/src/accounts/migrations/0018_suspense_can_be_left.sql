-- Suspense can be left (R-DEP-7): what lies there is allotted to a list, in parts of receipts that together equal it, or sent
-- back to the account that it came from. Either takes two people; never more leaves than lies there.

ALTER TABLE receipt
    ADD COLUMN origin text NOT NULL DEFAULT 'bank' CONSTRAINT known_origin CHECK (origin IN ('bank', 'refund_return')),
    ADD COLUMN payer_account_sealed text,
    ADD COLUMN payer_account_tail text CONSTRAINT tail_of_an_account CHECK (payer_account_tail ~ '^[0-9]{4}$'),
    ADD COLUMN taken_fen bigint NOT NULL DEFAULT 0
        CONSTRAINT r_dep_7_no_more_leaves_than_lies_there CHECK (taken_fen BETWEEN 0 AND amount_fen),
    ADD CONSTRAINT a_receipt_goes_whole_or_in_parts
        CHECK (taken_fen = 0 OR (list_id IS NULL AND loan_claim IS NULL));
COMMENT ON COLUMN receipt.origin IS 'refund_return: a refund that the bank sent back, under the serial of the return';
COMMENT ON COLUMN receipt.taken_fen IS 'allotted to lists, or on its way back to the payer';
CREATE INDEX receipt_waiting ON receipt (value_date)
    WHERE list_id IS NULL AND loan_claim IS NULL AND taken_fen < amount_fen;

CREATE TABLE receipt_part (
    id          uuid        PRIMARY KEY,
    bank_serial text        NOT NULL REFERENCES receipt,
    list_id     uuid        NOT NULL REFERENCES remittance_list,
    amount_fen  bigint      NOT NULL CONSTRAINT part_is_positive CHECK (amount_fen > 0),
    allotted_at timestamptz NOT NULL,
    CONSTRAINT a_list_takes_one_part_of_a_receipt UNIQUE (list_id, bank_serial)
);
CREATE INDEX receipt_part_by_receipt ON receipt_part (bank_serial);
REVOKE UPDATE, DELETE, TRUNCATE ON receipt_part FROM accounts;

-- Money on its way back to its payer: held in suspense until the bank has paid, and there again when it could not.
CREATE TABLE refund (
    id              uuid        PRIMARY KEY,
    bank_serial     text        NOT NULL REFERENCES receipt,
    employer_number text        REFERENCES employer,
    amount_fen      bigint      NOT NULL CONSTRAINT refund_is_positive CHECK (amount_fen > 0),
    state           text        NOT NULL CONSTRAINT known_refund_state CHECK (state IN ('ordered', 'paid', 'failed', 'returned')),
    outcome_unknown boolean     NOT NULL DEFAULT false,
    transfer_id     uuid        NOT NULL UNIQUE REFERENCES transfer,
    maker_id        uuid        NOT NULL,
    checker_id      uuid        NOT NULL CONSTRAINT two_people_send_back CHECK (checker_id <> maker_id),
    ordered_at      timestamptz NOT NULL,
    ordered_on      date        NOT NULL,
    settled_on      date        CONSTRAINT settled_when_it_is_over CHECK ((settled_on IS NULL) = (state = 'ordered')),
    return_serial   text        UNIQUE REFERENCES receipt
                                CONSTRAINT returned_under_a_serial CHECK ((return_serial IS NULL) = (state <> 'returned')),
    reason_text     text        NOT NULL DEFAULT ''
);
CREATE INDEX refund_by_receipt ON refund (bank_serial);
CREATE INDEX refund_by_employer ON refund (employer_number, ordered_at DESC, id DESC);
CREATE INDEX refund_newest ON refund (ordered_at DESC, id DESC);
COMMENT ON COLUMN refund.settled_on IS 'the day on which the bank paid, refused, or sent it back';
REVOKE DELETE, TRUNCATE ON refund FROM accounts;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('suspense.allot',  '1991-01-01', 0,        'checker', 168, 0,  false),
    ('suspense.refund', '1991-01-01', 0,        'checker', 168, 0,  true),
    ('suspense.refund', '1991-01-01', 50000000, 'senior',  168, 30, true);
