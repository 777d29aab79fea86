-- Whatever staff do to a loan is a proposal that another person decides; a loan is with people whom the fund knows, and
-- its balance goes down only by money that the ledger knows of.

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed)
VALUES
    ('contract.enter',         '2015-01-01',        0, 'checker', 120,  0, false),
    ('contract.enter',         '2015-01-01', 10000000, 'checker', 120, 30, false),
    ('contract.enter',         '2015-01-01', 50000000, 'senior',  120, 30, false),
    ('payee.change',           '2015-01-01',        0, 'checker',  72,  0, true),
    ('payee.change',           '2015-01-01', 10000000, 'checker',  72, 30, true),
    ('payee.change',           '2015-01-01', 50000000, 'senior',   72, 30, true),
    ('card.change',            '2015-01-01',        0, 'checker',  72,  0, false),
    ('agreement.sign',         '2015-01-01',        0, 'checker',  72,  0, false),
    ('agreement.end',          '2015-01-01',        0, 'checker',  72,  0, false),
    ('repayment.debit',        '2015-01-01',        0, 'checker',  24,  0, false),
    ('repayment.debit',        '2015-01-01', 20000000, 'senior',   24, 30, false),
    ('repayment.early',        '2015-01-01',        0, 'checker',  24,  0, false),
    ('repayment.early',        '2015-01-01', 10000000, 'checker',  24, 30, false),
    ('repayment.early',        '2015-01-01', 20000000, 'senior',   24, 30, false),
    ('repayment.transfer',     '2015-01-01',        0, 'checker',  72,  0, false),
    ('repayment.transfer',     '2015-01-01', 10000000, 'checker',  72, 30, false),
    ('repayment.transfer',     '2015-01-01', 20000000, 'senior',   72, 30, false);

-- Everybody with an account, as accounts says.
CREATE TABLE person (
    person_id uuid PRIMARY KEY,
    name      text NOT NULL,
    opened_on date NOT NULL
);
COMMENT ON COLUMN person.name IS 'sealed';
REVOKE DELETE, TRUNCATE ON person FROM loans;

-- On what a loan rests; loans of before have none of it here.
ALTER TABLE contract
    ADD COLUMN application_number text,
    ADD COLUMN months_contributed integer CONSTRAINT months_are_counted CHECK (months_contributed >= 0),
    ADD COLUMN guarantee_type     text    CONSTRAINT guarantee_a_10 CHECK (guarantee_type IN ('01', '02', '03', '99')),
    ADD COLUMN guarantee_number   text,
    ADD CONSTRAINT basis_is_whole CHECK (
        num_nulls(application_number, months_contributed, guarantee_type, guarantee_number) IN (0, 4));
CREATE UNIQUE INDEX one_contract_an_application ON contract (application_number);
ALTER TABLE payee ADD COLUMN kind text CONSTRAINT payee_kind_is_known CHECK (kind IN ('borrower', 'seller'));

-- What waited at the counter is history now; the rows stay readable, and a maker proposes it again.
UPDATE counter_operation
SET state = 'rejected', decided_by = '00000000-0000-0000-0000-000000000000', decided_at = now(),
    note = '改为双人复核申请，请重新提出'
WHERE state = 'to_confirm';
REVOKE INSERT, UPDATE ON counter_operation FROM loans;
GRANT UPDATE (details) ON counter_operation TO loans;

-- A bank receipt that two people took for a loan; the entry is made when accounts has taken it out of suspense.
CREATE TABLE receipt_claim (
    claim_id        uuid        PRIMARY KEY,
    contract_number text        NOT NULL REFERENCES contract,
    bank_serial     text        NOT NULL,
    amount_fen      bigint      NOT NULL CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    paid_on         date        NOT NULL,
    kind            text        NOT NULL,
    effect          text        CONSTRAINT effect_is_known CHECK (effect IN ('shorten', 'reduce')),
    requested_by    uuid        NOT NULL,
    requested_at    timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'requested' CONSTRAINT claim_state_is_known
                                CHECK (state IN ('requested', 'applied', 'refused')),
    entry_number    integer,
    ended_at        timestamptz,
    reason_code     text,
    reason_text     text,
    CONSTRAINT applied_claim_is_booked CHECK ((state = 'applied') = (entry_number IS NOT NULL)),
    CONSTRAINT ended_or_under_way CHECK ((state = 'requested') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX a_receipt_repays_once ON receipt_claim (bank_serial) WHERE state IN ('requested', 'applied');
CREATE UNIQUE INDEX one_claim_under_way_a_loan ON receipt_claim (contract_number) WHERE state = 'requested';
CREATE INDEX receipt_claim_by_contract ON receipt_claim (contract_number, requested_at);
CREATE TRIGGER rows_are_kept BEFORE DELETE OR TRUNCATE ON receipt_claim
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE DELETE, TRUNCATE ON receipt_claim FROM loans;
