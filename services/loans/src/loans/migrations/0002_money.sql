-- Money in and out: repayment cards, disbursements, debits, offsets, the instalment day, work at the counter.

ALTER TABLE loan_policy
    ADD COLUMN debit_days integer NOT NULL DEFAULT 3
        CONSTRAINT debit_window_is_short CHECK (debit_days BETWEEN 1 AND 10),
    ADD COLUMN due_soon_days integer NOT NULL DEFAULT 3
        CONSTRAINT reminded_within_the_month CHECK (due_soon_days BETWEEN 1 AND 15),
    ADD COLUMN early_per_month integer NOT NULL DEFAULT 1
        CONSTRAINT early_repayments_are_possible CHECK (early_per_month >= 1),
    ADD COLUMN early_minimum_fen bigint NOT NULL DEFAULT 1000000
        CONSTRAINT early_minimum_not_negative CHECK (early_minimum_fen >= 0);
COMMENT ON COLUMN loan_policy.debit_days IS
    'R-REP-6: the card is debited on the due date and, while that fails, on so many days in all';
COMMENT ON COLUMN loan_policy.early_minimum_fen IS 'R-REP-6: smallest partial prepayment';

-- The next instalment that is not fully paid, so that a day finds its loans by an index.
ALTER TABLE account
    ADD COLUMN returned_on date,
    ADD COLUMN next_due_on date NOT NULL GENERATED ALWAYS AS
        ((disbursed_on + make_interval(months => paid_through + 1))::date) STORED,
    ADD CONSTRAINT returned_before_any_repayment
        CHECK (returned_on IS NULL OR principal_repaid_fen = 0);
COMMENT ON COLUMN account.returned_on IS
    'the disbursement came back (退票): there is no loan until it is paid out again';
CREATE INDEX account_by_due_date ON account (next_due_on, contract_number)
    WHERE settled_on IS NULL AND returned_on IS NULL;
CREATE INDEX account_by_rate_year ON account (rate_year, contract_number)
    WHERE settled_on IS NULL AND returned_on IS NULL;

-- A reversing entry (红冲) has the negative amounts of the entry that it undoes, once.
ALTER TABLE entry
    ADD COLUMN source text NOT NULL DEFAULT 'staff' CONSTRAINT source_is_known
        CHECK (source IN ('staff', 'card', 'account', 'counter')),
    ADD COLUMN source_id uuid,
    ADD COLUMN reverses integer,
    DROP CONSTRAINT amount_is_positive,
    DROP CONSTRAINT principal_not_negative,
    DROP CONSTRAINT interest_not_negative,
    DROP CONSTRAINT penalty_not_negative,
    ADD CONSTRAINT only_a_reversal_is_negative CHECK (
        CASE WHEN reverses IS NULL
            THEN amount_fen > 0 AND principal_fen >= 0 AND interest_fen >= 0 AND penalty_fen >= 0
            ELSE amount_fen < 0 AND principal_fen <= 0 AND interest_fen <= 0 AND penalty_fen <= 0
        END),
    ADD CONSTRAINT reverses_an_earlier_entry CHECK (reverses < entry_number),
    ADD CONSTRAINT an_entry_is_reversed_once UNIQUE (contract_number, reverses),
    ADD CONSTRAINT reversed_entry_exists
        FOREIGN KEY (contract_number, reverses) REFERENCES entry (contract_number, entry_number);
ALTER TABLE allocation
    DROP CONSTRAINT principal_not_negative,
    DROP CONSTRAINT interest_not_negative,
    ADD CONSTRAINT an_allocation_has_one_sign CHECK (
        principal_fen >= 0 AND interest_fen >= 0 OR principal_fen <= 0 AND interest_fen <= 0);
ALTER TABLE plan_version
    ADD COLUMN entry_number integer,
    DROP CONSTRAINT cause_is_known,
    ADD CONSTRAINT cause_is_known
        CHECK (cause IN ('disbursement', 'rate_change', 'prepayment', 'reversal'));
COMMENT ON COLUMN plan_version.entry_number IS 'the entry that made it, where one did';

CREATE OR REPLACE FUNCTION check_entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM new_entry AS n
        LEFT JOIN entry AS p
            ON p.contract_number = n.contract_number AND p.entry_number = n.entry_number - 1
        WHERE CASE
            WHEN n.entry_number = 1 THEN n.kind <> '01' OR n.balance_after_fen <> n.amount_fen
            WHEN p.entry_number IS NULL OR n.booked_on < p.booked_on THEN true
            -- Paid out again after a return, or that return itself.
            WHEN n.kind = '01' AND n.reverses IS NULL
                THEN p.balance_after_fen <> 0 OR p.reverses IS NULL
                     OR n.balance_after_fen <> n.amount_fen
            WHEN n.kind = '01' THEN n.balance_after_fen <> p.balance_after_fen + n.principal_fen
            ELSE n.balance_after_fen <> p.balance_after_fen - n.principal_fen END
    ) THEN
        RAISE EXCEPTION 'a loan entry does not follow from the one before it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entries_follow_each_other';
    END IF;
    RETURN NULL;
END $$;

-- Repayment cards (还款银行卡), sealed; the one in use has not been replaced (R-REP-2).
CREATE TABLE repayment_card (
    card_id         uuid        PRIMARY KEY,
    contract_number text        NOT NULL REFERENCES contract,
    card            text        NOT NULL,
    card_tail       text        NOT NULL CONSTRAINT tail_has_4_digits CHECK (card_tail ~ '^[0-9]{4}$'),
    holder_name     text        NOT NULL,
    registered_by   uuid        NOT NULL,
    registered_at   timestamptz NOT NULL,
    replaced_at     timestamptz
);
CREATE UNIQUE INDEX one_card_in_use_a_loan ON repayment_card (contract_number)
    WHERE replaced_at IS NULL;

CREATE FUNCTION only_replace_a_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.replaced_at IS NOT NULL
       OR to_jsonb(OLD) - 'replaced_at' <> to_jsonb(NEW) - 'replaced_at' THEN
        RAISE EXCEPTION 'a repayment card can only be replaced, once (R-REP-2)'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'cards_are_kept';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_replace BEFORE UPDATE ON repayment_card
    FOR EACH ROW EXECUTE FUNCTION only_replace_a_card();

-- Who gets the loan's money (收款人), as the contract says; a corrected payee is a new row.
CREATE TABLE payee (
    contract_number text        NOT NULL REFERENCES contract,
    payee_number    integer     NOT NULL,
    account         text        NOT NULL,
    account_tail    text        NOT NULL,
    holder_name     text        NOT NULL,
    entered_by      uuid        NOT NULL,
    entered_at      timestamptz NOT NULL,
    PRIMARY KEY (contract_number, payee_number)
);

CREATE TABLE disbursement (
    disbursement_id uuid        PRIMARY KEY,
    contract_number text        NOT NULL,
    amount_fen      bigint      NOT NULL,
    payee_number    integer     NOT NULL,
    state           text        NOT NULL DEFAULT 'paying' CONSTRAINT disbursement_state_is_known
                                CHECK (state IN ('paying', 'paid', 'failed', 'returned')),
    approved_on     date        NOT NULL,
    approved_by     uuid        NOT NULL,
    unknown_since   timestamptz,
    ended_on        date,
    bank_serial     text,
    reason_code     text,
    reason_text     text,
    FOREIGN KEY (contract_number, amount_fen) REFERENCES contract (contract_number, amount_fen),
    FOREIGN KEY (contract_number, payee_number) REFERENCES payee
);
CREATE UNIQUE INDEX a_loan_is_paid_out_once ON disbursement (contract_number)
    WHERE state IN ('paying', 'paid');

-- Debits of repayment cards (扣款): one row is one attempt and one order at the bank.
CREATE TABLE debit (
    debit_id        uuid        PRIMARY KEY,
    contract_number text        NOT NULL REFERENCES contract,
    purpose         text        NOT NULL CONSTRAINT purpose_is_known
                                CHECK (purpose IN ('instalment', 'arrears', 'early_repayment', 'payoff')),
    amount_fen      bigint      NOT NULL CONSTRAINT debit_is_positive CHECK (amount_fen > 0),
    card_id         uuid        NOT NULL REFERENCES repayment_card,
    debit_on        date        NOT NULL,
    effect          text        CONSTRAINT effect_is_known CHECK (effect IN ('shorten', 'reduce')),
    counter         boolean     NOT NULL DEFAULT false,
    run_on          date,
    requested_by    uuid        NOT NULL,
    requested_at    timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'debiting' CONSTRAINT debit_state_is_known
                                CHECK (state IN ('debiting', 'applied', 'failed', 'reversed')),
    unknown_since   timestamptz,
    ended_at        timestamptz,
    bank_serial     text,
    debited_on      date,
    entry_number    integer,
    reason_code     text,
    reason_text     text,
    CONSTRAINT applied_means_booked
        CHECK ((state IN ('applied', 'reversed')) = (entry_number IS NOT NULL)),
    CONSTRAINT ended_or_under_way CHECK ((state = 'debiting') = (ended_at IS NULL)),
    CONSTRAINT one_debit_a_loan_and_run UNIQUE (contract_number, run_on)
);
COMMENT ON COLUMN debit.run_on IS 'the instalment day that asked for it; null: a person did';
CREATE UNIQUE INDEX one_debit_under_way_a_loan ON debit (contract_number) WHERE state = 'debiting';
CREATE INDEX debit_by_contract ON debit (contract_number, requested_at);

-- Uses of fund accounts for a loan (冲还贷), by an offset agreement (R-LOAN-7).
CREATE TABLE offset_use (
    offset_id       uuid        PRIMARY KEY,
    contract_number text        NOT NULL REFERENCES contract,
    agreement_id    uuid        NOT NULL REFERENCES offset_agreement,
    person_id       uuid        NOT NULL,
    wanted_fen      bigint      NOT NULL CONSTRAINT wanted_is_positive CHECK (wanted_fen > 0),
    all_or_nothing  boolean     NOT NULL,
    prepays         boolean     NOT NULL,
    run_on          date        NOT NULL,
    requested_at    timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'requested' CONSTRAINT offset_state_is_known
                                CHECK (state IN ('requested', 'applied', 'refused', 'released')),
    amount_fen      bigint      CONSTRAINT no_more_than_wanted CHECK (amount_fen <= wanted_fen),
    entry_number    integer,
    ended_at        timestamptz,
    reason_code     text,
    reason_text     text,
    CONSTRAINT one_offset_an_agreement_and_run UNIQUE (contract_number, run_on, agreement_id),
    CONSTRAINT applied_offset_is_booked CHECK ((state = 'applied') = (entry_number IS NOT NULL))
);
CREATE UNIQUE INDEX one_offset_under_way_a_loan ON offset_use (contract_number)
    WHERE state = 'requested';

-- Work that goes over many loans, some at a time; a run outlives the process.
CREATE TABLE run (
    kind         text        NOT NULL CONSTRAINT run_kind_is_known
                             CHECK (kind IN ('rate_change', 'collection', 'reminder')),
    run_on       date        NOT NULL,
    after_number text        NOT NULL DEFAULT '',
    looked_at    integer     NOT NULL DEFAULT 0,
    acted_on     integer     NOT NULL DEFAULT 0,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    PRIMARY KEY (kind, run_on)
);

-- What staff do at the counter: a maker enters it, another person confirms it, and then it is done.
CREATE TABLE counter_operation (
    operation_id    uuid        PRIMARY KEY,
    contract_number text        NOT NULL REFERENCES contract,
    kind            text        NOT NULL CONSTRAINT operation_kind_is_known
                                CHECK (kind IN ('card_change', 'payee_change', 'card_repayment',
                                                'transfer_repayment', 'early_repayment')),
    details         text        NOT NULL,
    entered_by      uuid        NOT NULL,
    entered_at      timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'to_confirm' CONSTRAINT operation_state_is_known
                                CHECK (state IN ('to_confirm', 'done', 'rejected')),
    decided_by      uuid,
    decided_at      timestamptz,
    note            text,
    CONSTRAINT operation_maker_is_not_checker CHECK (decided_by <> entered_by),
    CONSTRAINT operation_decided_or_open CHECK ((state = 'to_confirm') = (decided_by IS NULL))
);
COMMENT ON COLUMN counter_operation.details IS 'sealed: may hold a card or an account';
CREATE INDEX counter_operation_to_confirm ON counter_operation (entered_at)
    WHERE state = 'to_confirm';

ALTER TABLE offset_agreement ADD COLUMN terms_version text;
COMMENT ON COLUMN offset_agreement.terms_version IS
    'what the signer was shown and accepted online (R-REP-10); null: signed on paper';

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['repayment_card', 'payee', 'disbursement', 'debit', 'offset_use',
                                'counter_operation'] LOOP
        EXECUTE format('CREATE TRIGGER rows_are_kept BEFORE DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON %I FROM loans', kept);
    END LOOP;
END $$;
REVOKE UPDATE ON payee FROM loans;
