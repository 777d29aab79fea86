-- The money of fund loans (委托贷款) in the ledger, and repayments out of individual accounts (冲还贷).
--
-- What is lent stands on loan_principal (debit). What was collected for loans waits on loan_transit (credit)
-- until the loan says what it repaid: principal, interest, penalty interest. What the counter takes stands on
-- loan_counter (debit) until its bank receipt is matched.

ALTER TABLE ledger_account DROP CONSTRAINT known_kind, ADD CONSTRAINT known_kind CHECK (kind IN
    ('individual', 'employer_suspense', 'unmatched_suspense', 'bank', 'interest_expense',
     'loan_principal', 'loan_interest', 'loan_penalty', 'loan_transit', 'loan_counter'));

-- Money of loans is told by the bank and by loans, in any order: none of these has a floor.
CREATE OR REPLACE FUNCTION ledger_account_begins_at_0() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO ledger_balance (ledger_account_id, may_be_negative)
        SELECT id, kind NOT IN ('individual', 'employer_suspense', 'unmatched_suspense') FROM added;
    RETURN NULL;
END $$;
INSERT INTO ledger_account (kind, number) VALUES
    ('loan_transit', 'repayments-in-transit'), ('loan_principal', 'entrusted-loans'),
    ('loan_interest', 'loan-interest'), ('loan_penalty', 'penalty-interest'), ('loan_counter', 'loan-counter');

ALTER TABLE transfer ADD COLUMN withdrawal_reason text
    CONSTRAINT reason_of_appendix_a7 CHECK (withdrawal_reason ~ '^\d\d$');
COMMENT ON COLUMN transfer.withdrawal_reason IS '提取原因: 06 偿还住房贷款本息, of an offset';

CREATE OR REPLACE FUNCTION transfer_only_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'pending' OR NEW.state = 'pending'
       OR (NEW.id, NEW.idempotency_key, NEW.business_type, NEW.reversal_flag, NEW.reverses, NEW.reference,
           NEW.withdrawal_reason, NEW.created_at)
          IS DISTINCT FROM
          (OLD.id, OLD.idempotency_key, OLD.business_type, OLD.reversal_flag, OLD.reverses, OLD.reference,
           OLD.withdrawal_reason, OLD.created_at) THEN
        RAISE EXCEPTION 'transfer % only goes from pending to posted or voided', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

-- A repayment out of an individual account, from frozen to posted or released. Without an account it is a
-- tombstone: it was refused, or released before its request came.
CREATE TABLE loan_offset (
    offset_id       uuid   PRIMARY KEY,
    person_id       uuid   NOT NULL,
    contract_number text,
    account_number  text   REFERENCES individual_account,
    transfer_id     uuid   CONSTRAINT one_transfer_per_offset UNIQUE REFERENCES transfer,
    state           text   NOT NULL CONSTRAINT known_offset_state
        CHECK (state IN ('reserved', 'posted', 'released', 'refused')),
    reserved_fen    bigint NOT NULL CONSTRAINT reserved_not_negative CHECK (reserved_fen >= 0),
    posted_fen      bigint NOT NULL DEFAULT 0 CONSTRAINT posted_within_reserved
        CHECK (posted_fen BETWEEN 0 AND reserved_fen AND (posted_fen > 0) = (state = 'posted')),
    CONSTRAINT only_a_tombstone_has_no_account CHECK (
        (account_number IS NOT NULL AND transfer_id IS NOT NULL AND reserved_fen > 0)
        OR state IN ('released', 'refused'))
) WITH (fillfactor = 80);
REVOKE DELETE, TRUNCATE ON loan_offset FROM accounts;

-- What was booked of the money of loans, once for each order of the bank and each entry of a loan.
CREATE TABLE loan_money (
    kind            text   NOT NULL CONSTRAINT known_loan_money CHECK (kind IN
        ('disbursement', 'disbursement_return', 'debit', 'debit_reversal', 'repayment', 'repayment_reversal')),
    key             text   NOT NULL,
    amount_fen      bigint NOT NULL CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    contract_number text,
    source          text   CONSTRAINT known_source CHECK (source IN ('card', 'account', 'counter')),
    source_id       uuid,
    principal_fen   bigint NOT NULL DEFAULT 0,
    interest_fen    bigint NOT NULL DEFAULT 0,
    penalty_fen     bigint NOT NULL DEFAULT 0,
    transfer_id     uuid   NOT NULL CONSTRAINT one_transfer_per_booking UNIQUE REFERENCES transfer,
    CONSTRAINT booked_once PRIMARY KEY (kind, key),
    CONSTRAINT repayment_has_a_source CHECK (
        (kind IN ('repayment', 'repayment_reversal'))
        = (contract_number IS NOT NULL AND source IS NOT NULL AND source_id IS NOT NULL)),
    CONSTRAINT parts_are_the_whole CHECK (
        principal_fen + interest_fen + penalty_fen
        = CASE WHEN kind IN ('repayment', 'repayment_reversal') THEN amount_fen ELSE 0 END)
);
CREATE INDEX loan_money_by_source ON loan_money (source_id) WHERE source_id IS NOT NULL;
COMMENT ON COLUMN loan_money.source_id IS 'the debit, the offset, or the counter''s operation';
REVOKE UPDATE, DELETE, TRUNCATE ON loan_money FROM accounts;
