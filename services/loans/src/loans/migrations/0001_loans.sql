-- Fund loans: contracts, plans, entries, offset agreements. What was agreed, planned or booked is never
-- changed or deleted: the runtime role lacks the right, and a trigger refuses it even to the owner.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are kept as they are (R-BK-2)', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'rows_are_kept';
END $$;

-- Published rates (R-LOAN-1); a change is a new row.
CREATE TABLE loan_rate (
    effective_from date          NOT NULL,
    home           text          NOT NULL CONSTRAINT home_is_known CHECK (home IN ('first', 'second')),
    rate_type      text          NOT NULL CONSTRAINT rate_type_a_2 CHECK (rate_type IN ('01', '02')),
    annual_rate    numeric(8, 7) NOT NULL CONSTRAINT rate_is_a_fraction
                                 CHECK (annual_rate > 0 AND annual_rate < 0.24),
    source         text          NOT NULL,
    PRIMARY KEY (effective_from, home, rate_type)
);

INSERT INTO loan_rate (effective_from, home, rate_type, annual_rate, source) VALUES
    ('2015-08-26', 'first',  '01', 0.0275,  '人民银行公布利率，2.75%有存档文本，起始日未核实'),
    ('2015-08-26', 'first',  '02', 0.0325,  '人民银行公布利率，3.25%有存档文本，起始日未核实'),
    ('2015-08-26', 'second', '01', 0.03025, '首套利率的1.1倍，未核实'),
    ('2015-08-26', 'second', '02', 0.03575, '首套利率的1.1倍，未核实'),
    ('2022-10-01', 'first',  '01', 0.026,   '2022年10月下调首套利率，未核实'),
    ('2022-10-01', 'first',  '02', 0.031,   '2022年10月下调首套利率，未核实'),
    ('2022-10-01', 'second', '01', 0.03025, '2022年10月二套利率不变，未核实'),
    ('2022-10-01', 'second', '02', 0.03575, '2022年10月二套利率不变，未核实'),
    ('2024-05-18', 'first',  '01', 0.0235,  '2024年5月下调，未核实'),
    ('2024-05-18', 'first',  '02', 0.0285,  '2024年5月下调，2.85%有存档文本'),
    ('2024-05-18', 'second', '01', 0.02775, '2024年5月下调，未核实'),
    ('2024-05-18', 'second', '02', 0.03325, '2024年5月下调，未核实'),
    ('2025-05-08', 'first',  '01', 0.021,   '2025年5月下调，两份存档文件引北京中心'),
    ('2025-05-08', 'first',  '02', 0.026,   '2025年5月下调，两份存档文件引北京中心'),
    ('2025-05-08', 'second', '01', 0.02525, '2025年5月下调，两份存档文件引北京中心'),
    ('2025-05-08', 'second', '02', 0.03075, '2025年5月下调，两份存档文件引北京中心');

-- What the centre decided; a change is a new row.
CREATE TABLE loan_policy (
    effective_from         date          PRIMARY KEY,
    penalty_factor         numeric(4, 3) NOT NULL CONSTRAINT penalty_is_1_3_to_1_5_times
                                         CHECK (penalty_factor BETWEEN 1.3 AND 1.5),
    penalty_on_interest    boolean       NOT NULL,
    payoff_for_co_borrower boolean       NOT NULL,
    source                 text          NOT NULL
);
COMMENT ON COLUMN loan_policy.penalty_on_interest IS
    'R-LOAN-6: penalty on overdue principal and interest (true), or on principal only';
COMMENT ON COLUMN loan_policy.payoff_for_co_borrower IS
    'a co-borrower may rest a withdrawal of type 5 on the loan too';

INSERT INTO loan_policy VALUES
    ('2015-08-26', 1.5, true, false, '罚息按同业做法取合同利率1.5倍；共同借款人暂不得以该贷款提取（A5待定）');

CREATE TABLE contract (
    contract_number text        PRIMARY KEY CONSTRAINT contract_number_form
                                CHECK (contract_number ~ '^[A-Z0-9][A-Z0-9-]{5,29}$'),
    amount_fen      bigint      NOT NULL CONSTRAINT amount_is_sane
                                CHECK (amount_fen BETWEEN 100000 AND 1000000000),
    method          text        NOT NULL CONSTRAINT method_a_11 CHECK (method IN ('01', '02')),
    periods         integer     NOT NULL CONSTRAINT periods_up_to_30_years
                                CHECK (periods BETWEEN 1 AND 360),
    home            text        NOT NULL CONSTRAINT home_is_known CHECK (home IN ('first', 'second')),
    signed_on       date        NOT NULL,
    state           text        NOT NULL CONSTRAINT state_1_2 CHECK (state IN ('6', '1', '2', '3', '8')),
    entered_by      uuid        NOT NULL,
    entered_at      timestamptz NOT NULL,
    decided_by      uuid,
    decided_at      timestamptz,
    decision_note   text,
    CONSTRAINT maker_is_not_checker CHECK (decided_by <> entered_by),
    CONSTRAINT decided_before_anything_else CHECK ((state = '6') = (decided_by IS NULL)),
    UNIQUE (contract_number, amount_fen)
);

-- Borrower, co-borrowers, guarantors, by the person's id.
CREATE TABLE party (
    contract_number text NOT NULL REFERENCES contract,
    person_id       uuid NOT NULL,
    role            text NOT NULL CONSTRAINT role_is_known
                         CHECK (role IN ('borrower', 'co_borrower', 'guarantor')),
    PRIMARY KEY (contract_number, person_id)
);
CREATE UNIQUE INDEX one_borrower_a_contract ON party (contract_number) WHERE role = 'borrower';
CREATE INDEX party_by_person ON party (person_id);

-- The running figures of a disbursed loan; `entry` is what they follow from.
CREATE TABLE account (
    contract_number      text          PRIMARY KEY,
    amount_fen           bigint        NOT NULL,
    disbursed_on         date          NOT NULL,
    version              integer       NOT NULL,
    annual_rate          numeric(8, 7) NOT NULL,
    level_fen            bigint        NOT NULL,
    rate_year            integer       NOT NULL,
    paid_through         integer       NOT NULL,
    entries              integer       NOT NULL,
    principal_repaid_fen bigint        NOT NULL CONSTRAINT principal_only_grows CHECK (principal_repaid_fen >= 0),
    interest_repaid_fen  bigint        NOT NULL CONSTRAINT interest_only_grows CHECK (interest_repaid_fen >= 0),
    penalty_repaid_fen   bigint        NOT NULL CONSTRAINT penalty_only_grows CHECK (penalty_repaid_fen >= 0),
    balance_fen          bigint        GENERATED ALWAYS AS (amount_fen - principal_repaid_fen) STORED,
    penalty_settled_on   date,
    last_repayment_on    date,
    settled_on           date,
    FOREIGN KEY (contract_number, amount_fen) REFERENCES contract (contract_number, amount_fen),
    CONSTRAINT never_repaid_beyond_the_loan CHECK (amount_fen >= principal_repaid_fen),
    CONSTRAINT settled_means_no_balance
        CHECK ((settled_on IS NOT NULL) = (principal_repaid_fen = amount_fen))
);

-- Every version of the repayment plan (R-BK-2); a version replaces the earlier ones from first_number on.
CREATE TABLE plan_version (
    contract_number text          NOT NULL REFERENCES contract,
    version         integer       NOT NULL CONSTRAINT versions_start_at_1 CHECK (version >= 1),
    cause           text          NOT NULL CONSTRAINT cause_is_known
                                  CHECK (cause IN ('disbursement', 'rate_change', 'prepayment')),
    effective_on    date          NOT NULL,
    annual_rate     numeric(8, 7) NOT NULL,
    level_fen       bigint        NOT NULL CONSTRAINT level_not_negative CHECK (level_fen >= 0),
    first_number    integer       NOT NULL CONSTRAINT numbers_start_at_1 CHECK (first_number >= 1),
    PRIMARY KEY (contract_number, version)
);

CREATE TABLE instalment (
    contract_number text    NOT NULL,
    version         integer NOT NULL,
    number          integer NOT NULL,
    due_on          date    NOT NULL,
    principal_fen   bigint  NOT NULL CONSTRAINT principal_not_negative CHECK (principal_fen >= 0),
    interest_fen    bigint  NOT NULL CONSTRAINT interest_not_negative CHECK (interest_fen >= 0),
    PRIMARY KEY (contract_number, version, number),
    FOREIGN KEY (contract_number, version) REFERENCES plan_version
);

-- Loan entries (贷款业务明细): the disbursement and every repayment with its split.
CREATE TABLE entry (
    contract_number   text        NOT NULL REFERENCES contract,
    entry_number      integer     NOT NULL CONSTRAINT entries_start_at_1 CHECK (entry_number >= 1),
    serial            text        NOT NULL,
    kind              text        NOT NULL CONSTRAINT kind_a_15
                                  CHECK (kind IN ('01', '02', '03', '04', '05', '06')),
    booked_on         date        NOT NULL,
    amount_fen        bigint      NOT NULL CONSTRAINT amount_is_positive CHECK (amount_fen > 0),
    principal_fen     bigint      NOT NULL CONSTRAINT principal_not_negative CHECK (principal_fen >= 0),
    interest_fen      bigint      NOT NULL CONSTRAINT interest_not_negative CHECK (interest_fen >= 0),
    penalty_fen       bigint      NOT NULL CONSTRAINT penalty_not_negative CHECK (penalty_fen >= 0),
    balance_after_fen bigint      NOT NULL CONSTRAINT balance_not_negative CHECK (balance_after_fen >= 0),
    recorded_by       uuid        NOT NULL,
    recorded_at       timestamptz NOT NULL,
    PRIMARY KEY (contract_number, entry_number),
    CONSTRAINT serial_books_once UNIQUE (serial),
    CONSTRAINT split_is_the_amount CHECK (amount_fen = principal_fen + interest_fen + penalty_fen)
);

CREATE FUNCTION check_entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM new_entry AS n
        LEFT JOIN entry AS p
            ON p.contract_number = n.contract_number AND p.entry_number = n.entry_number - 1
        WHERE CASE WHEN n.entry_number = 1
            THEN n.kind <> '01' OR n.balance_after_fen <> n.amount_fen
            ELSE p.entry_number IS NULL OR n.kind = '01' OR n.booked_on < p.booked_on
                 OR n.balance_after_fen <> p.balance_after_fen - n.principal_fen END
    ) THEN
        RAISE EXCEPTION 'a loan entry does not follow from the one before it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entries_follow_each_other';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entries_follow_each_other AFTER INSERT ON entry
    REFERENCING NEW TABLE AS new_entry
    FOR EACH STATEMENT EXECUTE FUNCTION check_entry_chain();

-- How much of an entry went to which instalment.
CREATE TABLE allocation (
    contract_number text    NOT NULL,
    entry_number    integer NOT NULL,
    number          integer NOT NULL,
    principal_fen   bigint  NOT NULL CONSTRAINT principal_not_negative CHECK (principal_fen >= 0),
    interest_fen    bigint  NOT NULL CONSTRAINT interest_not_negative CHECK (interest_fen >= 0),
    PRIMARY KEY (contract_number, entry_number, number),
    FOREIGN KEY (contract_number, entry_number) REFERENCES entry
);
CREATE INDEX allocation_by_instalment ON allocation (contract_number, number);

-- Offset agreements (冲抵协议): may be ended once, never deleted (R-WDR-4, R-LOAN-7).
CREATE TABLE offset_agreement (
    agreement_id      uuid        PRIMARY KEY,
    contract_number   text        NOT NULL,
    person_id         uuid        NOT NULL,
    way               text        NOT NULL CONSTRAINT way_is_known CHECK (way IN ('monthly', 'yearly')),
    short_balance     text        NOT NULL CONSTRAINT short_balance_is_known
                                  CHECK (short_balance IN ('account_first', 'all_or_nothing')),
    prepayment_effect text        NOT NULL CONSTRAINT effect_is_known
                                  CHECK (prepayment_effect IN ('shorten', 'reduce')),
    signed_on         date        NOT NULL,
    ended_on          date,
    signed_by         uuid        NOT NULL,
    signed_at         timestamptz NOT NULL,
    ended_by          uuid,
    ended_at          timestamptz,
    FOREIGN KEY (contract_number, person_id) REFERENCES party,
    CONSTRAINT ends_after_it_was_signed CHECK (ended_on >= signed_on),
    CONSTRAINT end_is_whole CHECK ((ended_on IS NULL) = (ended_by IS NULL)
                                   AND (ended_on IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX one_agreement_in_force_a_party ON offset_agreement (contract_number, person_id)
    WHERE ended_on IS NULL;
CREATE INDEX offset_agreement_by_contract ON offset_agreement (contract_number, signed_on);

CREATE FUNCTION only_end_an_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_on IS NOT NULL
       OR (to_jsonb(OLD) - '{ended_on,ended_by,ended_at}'::text[])
          <> (to_jsonb(NEW) - '{ended_on,ended_by,ended_at}'::text[]) THEN
        RAISE EXCEPTION 'an offset agreement can only be ended, once (R-WDR-4)'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agreements_are_kept';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER only_end BEFORE UPDATE ON offset_agreement
    FOR EACH ROW EXECUTE FUNCTION only_end_an_agreement();
CREATE TRIGGER rows_are_kept BEFORE DELETE OR TRUNCATE ON offset_agreement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['loan_rate', 'loan_policy', 'party', 'plan_version', 'instalment',
                                'entry', 'allocation'] LOOP
        EXECUTE format('CREATE TRIGGER rows_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM loans', kept);
    END LOOP;
END $$;
REVOKE INSERT ON loan_rate, loan_policy FROM loans;
REVOKE DELETE, TRUNCATE ON contract, account, offset_agreement FROM loans;
