-- Employers, persons, individual accounts, remittance lists, receipts, reservations, interest. Months are kept
-- as the first day of the month. Ratios are basis points: 800 = 8 %.

CREATE TABLE person (
    id               uuid        PRIMARY KEY,
    name_sealed      text        NOT NULL,
    id_number_sealed text        NOT NULL,
    id_number_hash   text        NOT NULL CONSTRAINT r_acc_8_one_person_per_id UNIQUE,
    id_number_tail   text        NOT NULL,
    phone_sealed     text        NOT NULL,
    phone_hash       text        NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now()
);

CREATE SEQUENCE employer_number START 100001;
CREATE TABLE employer (
    number                    text        PRIMARY KEY,
    name                      text        NOT NULL,
    social_credit_code        text        NOT NULL CONSTRAINT one_employer_per_code UNIQUE,
    state                     text        NOT NULL CONSTRAINT state_of_appendix_a4 CHECK (state IN ('01', '02', '03', '04', '05', '99')),
    payday                    smallint    NOT NULL CONSTRAINT payday_is_a_day CHECK (payday BETWEEN 1 AND 31),
    employer_ratio_bp         integer     NOT NULL CONSTRAINT employer_ratio_is_a_ratio CHECK (employer_ratio_bp BETWEEN 1 AND 10000),
    employee_ratio_bp         integer     NOT NULL CONSTRAINT employee_ratio_is_a_ratio CHECK (employee_ratio_bp BETWEEN 1 AND 10000),
    operator_name_sealed      text        NOT NULL,
    operator_id_number_sealed text        NOT NULL,
    operator_phone_sealed     text        NOT NULL,
    paid_up_to                date        CONSTRAINT employer_month_is_a_first CHECK (extract(day FROM paid_up_to) = 1),
    agreement_version         text,
    agreement_signed_on       date,
    agreement_revoked_on      date,
    registered_on             date        NOT NULL,
    ledger_account_id         bigint      NOT NULL UNIQUE REFERENCES ledger_account
);
COMMENT ON COLUMN employer.ledger_account_id IS 'its suspense account (暂收)';

CREATE SEQUENCE account_number START 10000001;
CREATE TABLE individual_account (
    number            text     PRIMARY KEY,
    person_id         uuid     NOT NULL REFERENCES person,
    employer_number   text     NOT NULL REFERENCES employer,
    ledger_account_id bigint   NOT NULL UNIQUE REFERENCES ledger_account,
    state             text     NOT NULL CONSTRAINT state_of_appendix_a6 CHECK (state IN ('01', '02', '03', '04', '05', '06', '99')),
    state_before_freeze text   CONSTRAINT frozen_remembers CHECK ((state = '06') = (state_before_freeze IS NOT NULL)),
    base_fen          bigint   NOT NULL CONSTRAINT base_is_positive CHECK (base_fen > 0),
    opened_on         date     NOT NULL,
    paid_up_to        date     CONSTRAINT month_is_a_first CHECK (extract(day FROM paid_up_to) = 1),
    sealed_on         date,
    sealed_month      date     CONSTRAINT sealed_month_is_a_first CHECK (extract(day FROM sealed_month) = 1),
    seal_reason       text,
    unsealed_month    date,
    closed_on         date,
    interest_from     date     NOT NULL,
    interest_entry_id bigint   NOT NULL DEFAULT 0,
    CONSTRAINT r_seal_3_sealed_with_date_and_reason CHECK
        (state <> '02' OR (sealed_on IS NOT NULL AND sealed_month IS NOT NULL AND seal_reason IS NOT NULL)),
    CONSTRAINT closed_has_a_date CHECK ((state IN ('03', '04', '05')) = (closed_on IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX r_acc_8_one_open_account_per_person ON individual_account (person_id)
    WHERE state NOT IN ('03', '04', '05');
CREATE INDEX individual_account_by_person ON individual_account (person_id);
CREATE INDEX individual_account_by_employer ON individual_account (employer_number, number);
COMMENT ON COLUMN individual_account.base_fen IS 'when it was opened; later ones are in base_change';
COMMENT ON COLUMN individual_account.sealed_month IS 'first of the month from which nothing is contributed (R-SEAL-3)';
COMMENT ON COLUMN individual_account.interest_from IS 'first day whose interest is not settled yet';
COMMENT ON COLUMN individual_account.interest_entry_id IS 'last entry that the last settlement counted (R-INT-4)';

-- What happened to an account besides money: seal, unseal, freeze, close.
CREATE TABLE account_history (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_number text        NOT NULL REFERENCES individual_account,
    business_type  text        NOT NULL,
    state_after    text        NOT NULL,
    on_date        date        NOT NULL,
    reason         text        NOT NULL DEFAULT '',
    evidence       text        NOT NULL DEFAULT '',
    actor          text        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_history_by_account ON account_history (account_number, id);
REVOKE UPDATE, DELETE ON account_history FROM accounts;

-- Which member of the staff looked at whose account (R-QRY-5).
CREATE TABLE account_view (
    account_number text        NOT NULL REFERENCES individual_account,
    identity_id    uuid        NOT NULL,
    viewed_at      timestamptz NOT NULL
);
CREATE INDEX account_view_by_account ON account_view (account_number, viewed_at);
REVOKE UPDATE, DELETE ON account_view FROM accounts;

-- The contribution base from a month on (基数调整, R-CHG-2, 3); the base in force is the latest not after the month.
CREATE TABLE base_change (
    account_number  text        NOT NULL REFERENCES individual_account,
    effective_month date        NOT NULL CONSTRAINT base_month_is_a_first CHECK (extract(day FROM effective_month) = 1),
    base_fen        bigint      NOT NULL CONSTRAINT changed_base_is_positive CHECK (base_fen > 0),
    reason          text        NOT NULL,
    actor           text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (account_number, effective_month)
);

CREATE FUNCTION base_in_force(account individual_account, month date) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT base_fen FROM base_change
                     WHERE account_number = account.number AND effective_month <= month
                     ORDER BY effective_month DESC LIMIT 1), account.base_fen)
$$;

-- Limits and rounding by committee decision (政策信息); the row in force is the latest not after the date.
CREATE TABLE deposit_policy (
    effective_from  date    PRIMARY KEY,
    ratio_min_bp    integer NOT NULL,
    ratio_max_bp    integer NOT NULL,
    base_min_fen    bigint  NOT NULL,
    base_max_fen    bigint  NOT NULL,
    rounding        text    NOT NULL CONSTRAINT r_dep_3_known_rounding CHECK (rounding IN ('fen_half_up', 'yuan_half_up', 'yuan_up')),
    document_number text    NOT NULL
);
INSERT INTO deposit_policy VALUES
    ('2002-03-24', 500, 1200, 173000, 1650000, 'fen_half_up', '演示数据，非德州实际标准');

CREATE TABLE interest_rate (
    effective_from date          PRIMARY KEY,
    rate           numeric(8, 7) NOT NULL CONSTRAINT rate_is_a_fraction CHECK (rate >= 0 AND rate < 1),
    document_number text         NOT NULL
);
INSERT INTO interest_rate VALUES ('1999-04-03', 0.0150000, '演示数据'), ('2016-02-21', 0.0150000, '一年期定期存款基准利率');

-- Monthly lists (汇缴清册): frozen when confirmed, booked whole when their receipt equals them to the fen.
CREATE TABLE remittance_list (
    id                uuid        PRIMARY KEY,
    employer_number   text        NOT NULL REFERENCES employer,
    month             date        NOT NULL CONSTRAINT list_month_is_a_first CHECK (extract(day FROM month) = 1),
    state             text        NOT NULL CONSTRAINT known_list_state CHECK (state IN ('draft', 'confirmed', 'booked', 'withdrawn')),
    payment_reference text        NOT NULL CONSTRAINT one_list_per_reference UNIQUE,
    head_count        integer     NOT NULL CONSTRAINT list_is_not_empty CHECK (head_count > 0),
    employer_fen      bigint      NOT NULL,
    employee_fen      bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    confirmed_at      timestamptz,
    booked_at         timestamptz,
    bank_serial       text
);
CREATE UNIQUE INDEX r_dep_6_one_list_per_month ON remittance_list (employer_number, month) WHERE state <> 'withdrawn';

CREATE TABLE remittance_line (
    list_id        uuid   NOT NULL REFERENCES remittance_list,
    account_number text   NOT NULL REFERENCES individual_account,
    base_fen       bigint NOT NULL,
    employer_fen   bigint NOT NULL CONSTRAINT employer_part_is_positive CHECK (employer_fen > 0),
    employee_fen   bigint NOT NULL CONSTRAINT employee_part_is_positive CHECK (employee_fen > 0),
    PRIMARY KEY (list_id, account_number)
);
CREATE INDEX remittance_line_by_account ON remittance_line (account_number);

CREATE FUNCTION remittance_lines_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM gone JOIN remittance_list ON remittance_list.id = gone.list_id
               WHERE remittance_list.state IN ('confirmed', 'booked')) THEN
        RAISE EXCEPTION 'the list is confirmed: its lines are frozen' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER r_dep_6_lines_are_frozen_delete AFTER DELETE ON remittance_line REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION remittance_lines_stay();
CREATE TRIGGER r_dep_6_lines_are_frozen_update AFTER UPDATE ON remittance_line REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION remittance_lines_stay();

-- Bank money that arrived (bank receipts); without a list it stays in suspense and the employer sees it.
CREATE TABLE receipt (
    bank_serial            text        PRIMARY KEY,
    amount_fen             bigint      NOT NULL CONSTRAINT receipt_is_positive CHECK (amount_fen > 0),
    payer_name             text        NOT NULL,
    remittance_information text        NOT NULL,
    value_date             date        NOT NULL,
    employer_number        text        REFERENCES employer,
    list_id                uuid        REFERENCES remittance_list,
    recorded_at            timestamptz NOT NULL
);
CREATE INDEX receipt_in_suspense ON receipt (remittance_information) WHERE list_id IS NULL;
CREATE INDEX receipt_of_employer_in_suspense ON receipt (employer_number, bank_serial) WHERE list_id IS NULL;
CREATE UNIQUE INDEX r_dep_8_one_receipt_per_list ON receipt (list_id) WHERE list_id IS NOT NULL;

-- The money of a withdrawal, from frozen to posted, released or restored. Without an account it is a
-- tombstone: the application ended before its request for funds came.
CREATE TABLE reservation (
    application_id uuid    PRIMARY KEY,
    person_id      uuid    NOT NULL,
    account_number text    REFERENCES individual_account,
    transfer_id    uuid    REFERENCES transfer,
    state          text    NOT NULL CONSTRAINT known_reservation_state CHECK (state IN ('reserved', 'posted', 'released', 'restored', 'refused')),
    round          integer NOT NULL,
    closing        boolean NOT NULL,
    principal_fen  bigint  NOT NULL,
    interest_fen   bigint  NOT NULL,
    reserved_on    date,
    CONSTRAINT only_a_tombstone_has_no_account CHECK (account_number IS NOT NULL OR state IN ('released', 'refused'))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX r_wdr_10_one_reservation_per_account ON reservation (account_number) WHERE state = 'reserved';

-- Yearly interest (年终结息): one 09 entry per account and fund year, whatever is started again (R-INT-5).
CREATE TABLE interest_settlement (
    account_number text        NOT NULL REFERENCES individual_account,
    fund_year      integer     NOT NULL,
    interest_fen   bigint      NOT NULL,
    transfer_id    uuid        REFERENCES transfer,
    settled_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT r_int_5_once_per_fund_year PRIMARY KEY (account_number, fund_year)
);
COMMENT ON COLUMN interest_settlement.fund_year IS 'the year in which it ends: 2019 is 1 July 2018 to 30 June 2019';
REVOKE UPDATE, DELETE ON interest_settlement FROM accounts;

-- A run over all accounts; whoever finds it running goes on after the last account that was looked at.
CREATE TABLE interest_run (
    fund_year     integer     PRIMARY KEY,
    state         text        NOT NULL CONSTRAINT known_run_state CHECK (state IN ('running', 'finished')),
    after_number  text        NOT NULL DEFAULT '',
    settled       bigint      NOT NULL DEFAULT 0,
    interest_fen  bigint      NOT NULL DEFAULT 0,
    left_out      bigint      NOT NULL DEFAULT 0,
    requested_at  timestamptz NOT NULL,
    finished_at   timestamptz
);
COMMENT ON COLUMN interest_run.left_out IS 'open accounts that a closing withdrawal holds: settled by a later run';

-- Interest that is due on accounts up to, not including, a day: the product of days and balances at the rate of
-- each day, / 360, rounded once (R-INT-3, 4). An entry that was booked after the last settlement with an
-- earlier value date counts from that date.
CREATE FUNCTION interest_due(ledger_account_ids bigint[], until date)
RETURNS TABLE (ledger_account_id bigint, interest_fen bigint) LANGUAGE sql STABLE AS $$
    WITH period AS (
        SELECT effective_from AS starts, rate,
               lead(effective_from, 1, date '9999-12-31') OVER (ORDER BY effective_from) AS ends
        FROM interest_rate
    )
    SELECT account.ledger_account_id,
           round(sum(entry.amount_fen * period.rate * greatest(0, least(period.ends, until) - greatest(
               period.starts,
               CASE WHEN entry.id <= account.interest_entry_id
                    THEN greatest(account.interest_from, entry.value_date) ELSE entry.value_date END))) / 360)::bigint
    FROM individual_account AS account
    JOIN entry ON entry.ledger_account_id = account.ledger_account_id AND entry.value_date < until
    CROSS JOIN period
    WHERE account.ledger_account_id = ANY (ledger_account_ids)
    GROUP BY account.ledger_account_id
$$;
