-- Balances that people had before this system (期初): entered for an employer as a whole, with the head count and the sum that
-- the former books say, signed by two people, booked once for an account. The money itself is the special account's and
-- is not told here: what was moved in stands against an account of its own until the bank's opening is told too.

ALTER TABLE ledger_account DROP CONSTRAINT known_kind, ADD CONSTRAINT known_kind CHECK (kind IN
    ('individual', 'employer_suspense', 'unmatched_suspense', 'bank', 'interest_expense', 'loan_principal',
     'loan_interest', 'loan_penalty', 'loan_transit', 'loan_counter', 'loan_opening', 'opening_balance'));
INSERT INTO ledger_account (kind, number) VALUES ('opening_balance', 'moved-in');

CREATE TABLE moving_in (
    id              uuid    PRIMARY KEY,
    employer_number text    NOT NULL REFERENCES employer,
    as_of           date    NOT NULL,
    head_count      integer NOT NULL CONSTRAINT somebody_moves_in CHECK (head_count > 0),
    total_fen       bigint  NOT NULL CONSTRAINT balances_not_negative CHECK (total_fen >= 0),
    source          text    NOT NULL,
    maker_id        uuid    NOT NULL,
    checker_id      uuid    NOT NULL CONSTRAINT two_people_sign CHECK (checker_id <> maker_id),
    transfer_id     uuid    NOT NULL UNIQUE REFERENCES transfer,
    booked_at       timestamptz NOT NULL
);
CREATE INDEX moving_in_by_employer ON moving_in (employer_number, booked_at);
COMMENT ON COLUMN moving_in.as_of IS 'the day from which interest runs here; what was due before is in the balance';

CREATE TABLE moving_in_line (
    account_number text   PRIMARY KEY REFERENCES individual_account,
    moving_in_id   uuid   NOT NULL REFERENCES moving_in,
    balance_fen    bigint NOT NULL CONSTRAINT balance_is_positive CHECK (balance_fen > 0),
    paid_up_to     date   NOT NULL CONSTRAINT moved_month_is_a_first CHECK (extract(day FROM paid_up_to) = 1)
);
CREATE INDEX moving_in_line_by_list ON moving_in_line (moving_in_id);
REVOKE UPDATE, DELETE, TRUNCATE ON moving_in, moving_in_line FROM accounts;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours, evidence_needed)
VALUES ('accounts.move_in', '2002-03-24', 'checker', 336, true);
