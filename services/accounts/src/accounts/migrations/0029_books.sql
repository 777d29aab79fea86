-- The general ledger (总账) on the sector's chart of accounts (住房公积金会计核算办法, 财会字[1999]33号). It keeps no money of its
-- own: a voucher (记账凭证) says on the chart what entries of the ledger have moved, so the two can never tell different sums.

-- What the ledger did not know so far: income, costs, and what becomes of the added value (增值收益).
ALTER TABLE ledger_account DROP CONSTRAINT known_kind, ADD CONSTRAINT known_kind CHECK (kind IN
    ('individual', 'employer_suspense', 'unmatched_suspense', 'bank', 'interest_expense', 'loan_principal',
     'loan_interest', 'loan_penalty', 'loan_transit', 'loan_counter', 'loan_opening', 'opening_balance',
     'added_value_bank', 'interest_receivable', 'treasury_bonds', 'overdue_principal', 'interest_payable',
     'management_fee_payable', 'housing_supplement_payable', 'loan_risk_reserve', 'added_value',
     'added_value_distribution', 'deposit_interest_income', 'added_value_interest_income',
     'bond_interest_income', 'other_income', 'collection_fee', 'loan_fee', 'other_expense'));
INSERT INTO ledger_account (kind, number)
SELECT kind, kind FROM unnest(ARRAY[
    'added_value_bank', 'interest_receivable', 'treasury_bonds', 'overdue_principal', 'interest_payable',
    'management_fee_payable', 'housing_supplement_payable', 'loan_risk_reserve', 'added_value',
    'added_value_distribution', 'deposit_interest_income', 'added_value_interest_income',
    'bond_interest_income', 'other_income', 'collection_fee', 'loan_fee', 'other_expense']) AS kind;

CREATE TABLE ledger_subject (
    code    text    PRIMARY KEY CONSTRAINT code_of_the_chart CHECK (code ~ '^[1-9]\d{2}(\d{2})?$'),
    name    text    NOT NULL,
    class   text    NOT NULL CONSTRAINT known_class CHECK (class IN ('asset', 'liability', 'net_asset', 'income', 'expense', 'opening')),
    by_hand boolean NOT NULL
);
COMMENT ON TABLE ledger_subject IS '会计科目; opening (期初过渡) is ours: what was moved in before its counterpart is';
COMMENT ON COLUMN ledger_subject.by_hand IS 'a voucher by hand may move it; people''s and employers'' money, loans and what is due to them move by business alone';
INSERT INTO ledger_subject (code, name, class, by_hand) VALUES
    ('101', '住房公积金存款', 'asset', true),
    ('102', '增值收益存款', 'asset', true),
    ('111', '应收利息', 'asset', true),
    ('119', '其他应收款', 'asset', false),
    ('121', '委托贷款', 'asset', false),
    ('122', '逾期贷款', 'asset', false),
    ('124', '国家债券', 'asset', true),
    ('201', '住房公积金', 'liability', false),
    ('211', '应付利息', 'liability', true),
    ('21401', '专项应付款－住房公积金中心管理费用', 'liability', true),
    ('21402', '专项应付款－城市廉租住房建设补充资金', 'liability', true),
    ('219', '其他应付款', 'liability', false),
    ('301', '贷款风险准备', 'net_asset', true),
    ('311', '增值收益', 'net_asset', false),
    ('321', '增值收益分配', 'net_asset', false),
    ('40101', '业务收入－住房公积金利息收入', 'income', true),
    ('40102', '业务收入－增值收益利息收入', 'income', true),
    ('40103', '业务收入－委托贷款利息收入', 'income', false),
    ('40104', '业务收入－国家债券利息收入', 'income', true),
    ('40105', '业务收入－贷款罚息收入', 'income', false),
    ('40109', '业务收入－其他收入', 'income', true),
    ('41101', '业务支出－住房公积金利息支出', 'expense', true),
    ('41102', '业务支出－住房公积金归集手续费', 'expense', true),
    ('41103', '业务支出－委托贷款手续费', 'expense', true),
    ('41109', '业务支出－其他支出', 'expense', true),
    ('901', '期初过渡', 'opening', false);

CREATE TABLE subject_of_kind (
    kind    text PRIMARY KEY,
    subject text NOT NULL REFERENCES ledger_subject
);
COMMENT ON TABLE subject_of_kind IS 'which ledger accounts stand behind a subject; one account behind each that a voucher by hand moves';
INSERT INTO subject_of_kind (kind, subject) VALUES
    ('bank', '101'), ('added_value_bank', '102'), ('interest_receivable', '111'), ('loan_counter', '119'),
    ('loan_principal', '121'), ('overdue_principal', '122'), ('treasury_bonds', '124'),
    ('individual', '201'), ('interest_payable', '211'), ('management_fee_payable', '21401'),
    ('housing_supplement_payable', '21402'), ('employer_suspense', '219'), ('unmatched_suspense', '219'),
    ('loan_transit', '219'), ('loan_risk_reserve', '301'), ('added_value', '311'),
    ('added_value_distribution', '321'), ('deposit_interest_income', '40101'),
    ('added_value_interest_income', '40102'), ('loan_interest', '40103'), ('bond_interest_income', '40104'),
    ('loan_penalty', '40105'), ('other_income', '40109'), ('interest_expense', '41101'),
    ('collection_fee', '41102'), ('loan_fee', '41103'), ('other_expense', '41109'),
    ('opening_balance', '901'), ('loan_opening', '901');

CREATE TABLE accounting_period (
    month       date PRIMARY KEY CONSTRAINT period_is_a_month CHECK (extract(day FROM month) = 1),
    state       text NOT NULL DEFAULT 'open' CONSTRAINT known_period_state CHECK (state IN ('open', 'closed')),
    proposed_by uuid,
    decided_by  uuid,
    closed_at   timestamptz,
    CONSTRAINT two_people_close CHECK ((state = 'closed') = (num_nonnulls(proposed_by, decided_by, closed_at) = 3)
                                       AND (state = 'open' OR proposed_by <> decided_by))
);
CREATE TABLE voucher (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month         date    NOT NULL REFERENCES accounting_period,
    number        integer NOT NULL CONSTRAINT numbers_begin_at_1 CHECK (number > 0),
    kind          text    NOT NULL CONSTRAINT known_voucher CHECK (kind IN ('day', 'manual', 'closing')),
    booked_on     date    NOT NULL,
    business_type text    CONSTRAINT day_has_a_type CHECK ((business_type IS NOT NULL) = (kind = 'day')),
    transfer_id   uuid    UNIQUE REFERENCES transfer CONSTRAINT by_hand_moves_money CHECK ((transfer_id IS NULL) = (kind = 'day')),
    summary       text    NOT NULL,
    proposed_by   uuid,
    decided_by    uuid,
    made_at       timestamptz NOT NULL,
    CONSTRAINT one_number_a_period UNIQUE (month, number),
    CONSTRAINT two_people_sign CHECK (kind = 'day' OR (num_nulls(proposed_by, decided_by) = 0 AND proposed_by <> decided_by))
);
CREATE UNIQUE INDEX one_voucher_a_day_and_type ON voucher (booked_on, business_type) WHERE kind = 'day';
COMMENT ON COLUMN voucher.month IS 'the period that it belongs to; of one by hand it may be an earlier one that is open';
CREATE TABLE voucher_line (
    voucher_id bigint  NOT NULL REFERENCES voucher,
    position   integer NOT NULL,
    subject    text    NOT NULL REFERENCES ledger_subject,
    debit_fen  bigint  NOT NULL,
    credit_fen bigint  NOT NULL,
    PRIMARY KEY (voucher_id, position),
    CONSTRAINT line_moves_money CHECK (debit_fen >= 0 AND credit_fen >= 0 AND debit_fen + credit_fen > 0)
);
CREATE INDEX voucher_line_by_subject ON voucher_line (subject, voucher_id);
CREATE TABLE vouchered_day (
    booked_on date PRIMARY KEY REFERENCES ledger_day,
    made_at   timestamptz NOT NULL
);

CREATE FUNCTION vouchers_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM voucher_line WHERE voucher_id IN (SELECT voucher_id FROM added)
               GROUP BY voucher_id HAVING sum(debit_fen) <> sum(credit_fen)) THEN
        RAISE EXCEPTION 'a voucher does not balance' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM added JOIN voucher ON voucher.id = added.voucher_id
               JOIN accounting_period AS period USING (month) WHERE period.state = 'closed') THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER vouchers_balance AFTER INSERT ON voucher_line REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION vouchers_balance();
CREATE TRIGGER voucher_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON voucher
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();
CREATE TRIGGER voucher_line_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON voucher_line
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();

CREATE FUNCTION period_closes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'closed' OR NEW.month <> OLD.month THEN
        RAISE EXCEPTION 'a closed period is never opened again' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER period_closes_once BEFORE UPDATE ON accounting_period
    FOR EACH ROW EXECUTE FUNCTION period_closes_once();

-- What the bank pays as interest comes as a receipt of nobody's: a voucher takes it out of suspense, as a list takes its money.
ALTER TABLE receipt_part
    ADD COLUMN transfer_id uuid REFERENCES transfer,
    DROP CONSTRAINT a_part_pays_one_thing,
    ADD CONSTRAINT a_part_pays_one_thing CHECK (num_nonnulls(list_id, back_payment_id, transfer_id) = 1);
COMMENT ON COLUMN receipt_part.transfer_id IS 'the voucher by hand that took it';

ALTER TABLE ledger_verification ADD COLUMN business_date date;
COMMENT ON COLUMN ledger_verification.business_date IS 'the business date on which it was; a month closes on one after its end';

CREATE TABLE distribution_policy (
    effective_from   date    PRIMARY KEY,
    reserve_share_bp integer NOT NULL CONSTRAINT share_of_the_added_value CHECK (reserve_share_bp BETWEEN 0 AND 10000),
    reserve_loans_bp integer NOT NULL CONSTRAINT share_of_the_loans CHECK (reserve_loans_bp BETWEEN 0 AND 10000),
    document_number  text    NOT NULL
);
COMMENT ON TABLE distribution_policy IS
    'risk reserve (贷款风险准备金): so much of the year''s added value at least, or so much of the loans that run';
INSERT INTO distribution_policy VALUES ('2000-01-01', 6000, 100, '财综字[1999]59号');

-- Where the books and the ledger tell different sums: what the ledger says, less what no voucher has yet. Of the entries only
-- those of the last days are read.
CREATE VIEW books_difference AS
WITH told AS (
    SELECT subject, sum(credit_fen - debit_fen) AS fen FROM voucher_line GROUP BY 1
), whole AS (
    SELECT behind.subject, sum(balance.posted_fen) AS fen
    FROM ledger_balance AS balance JOIN ledger_account AS account ON account.id = balance.ledger_account_id
    JOIN subject_of_kind AS behind USING (kind) GROUP BY 1
), waiting AS (
    SELECT behind.subject, sum(entry.amount_fen) AS fen FROM entry
    JOIN ledger_account AS account ON account.id = entry.ledger_account_id
    JOIN subject_of_kind AS behind USING (kind) JOIN transfer ON transfer.id = entry.transfer_id
    WHERE entry.booked_on > coalesce((SELECT max(booked_on) FROM vouchered_day), '-infinity')
      AND NOT starts_with(transfer.idempotency_key, 'voucher:')
    GROUP BY 1
)
SELECT subject, coalesce(told.fen, 0) AS books_fen, whole.fen - coalesce(waiting.fen, 0) AS ledger_fen
FROM whole FULL JOIN told USING (subject) LEFT JOIN waiting USING (subject)
WHERE coalesce(told.fen, 0) <> coalesce(whole.fen, 0) - coalesce(waiting.fen, 0);

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ledger_subject, subject_of_kind, distribution_policy FROM accounts;
REVOKE UPDATE, DELETE, TRUNCATE ON voucher, voucher_line, vouchered_day FROM accounts;
REVOKE DELETE, TRUNCATE ON accounting_period FROM accounts;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours, evidence_needed) VALUES
    ('voucher.post', '2000-01-01', 'checker', 336, true),
    ('period.close', '2000-01-01', 'checker', 336, false),
    ('year.close', '2000-01-01', 'checker', 336, true);
