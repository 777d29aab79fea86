-- Same-city transfer (同城转移, R-TRF-1 to 3), and a person's own request to be sealed (R-SEAL-7).

-- Whose months a period has: what the former employer left unpaid stays its own.
ALTER TABLE contribution_period ADD COLUMN employer_number text REFERENCES employer;
UPDATE contribution_period AS period SET employer_number = account.employer_number
FROM individual_account AS account WHERE account.number = period.account_number;
ALTER TABLE contribution_period ALTER COLUMN employer_number SET NOT NULL;
CREATE INDEX contribution_period_by_employer ON contribution_period (employer_number, account_number);

CREATE OR REPLACE FUNCTION account_contributes_from_its_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contribution_period (account_number, from_month, employer_number)
        SELECT number, date_trunc('month', opened_on)::date, employer_number FROM added;
    RETURN NULL;
END $$;

DROP FUNCTION owed_months(individual_account, date);
-- The months that are owed on an account, or of these what one employer owes.
CREATE FUNCTION owed_months(account individual_account, today date, by_employer text DEFAULT NULL) RETURNS date[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(month::date ORDER BY month), '{}')
    FROM contribution_period AS period
    JOIN employer ON employer.number = period.employer_number
    CROSS JOIN LATERAL generate_series(
        period.from_month,
        least(period.until_month - interval '1 month',
              greatest(employer.paid_up_to, last_overdue_month(employer.payday, today))),
        '1 month') AS month
    WHERE period.account_number = account.number AND coalesce(employer.number = by_employer, true)
      AND NOT EXISTS (SELECT FROM entry
                      WHERE entry.ledger_account_id = account.ledger_account_id
                        AND entry.contribution_month = month::date AND entry.amount_fen > 0)
$$;

CREATE OR REPLACE FUNCTION contributions(of_employer text, of_month date)
RETURNS TABLE (account_number text, base_fen bigint, employer_fen bigint, employee_fen bigint)
LANGUAGE sql STABLE AS $$
    WITH policy AS (
        SELECT base_min_fen, base_max_fen, rounding = 'yuan_up' AS up,
               CASE rounding WHEN 'fen_half_up' THEN 1 ELSE 100 END AS unit
        FROM deposit_policy WHERE effective_from <= $2 ORDER BY effective_from DESC LIMIT 1
    ), contributing AS (
        SELECT number, least(greatest(coalesce(
                   (SELECT changed.base_fen FROM base_change AS changed
                    WHERE changed.account_number = account.number AND effective_month <= $2
                    ORDER BY effective_month DESC LIMIT 1), account.base_fen), base_min_fen), base_max_fen) AS base,
               unit, up
        FROM individual_account AS account CROSS JOIN policy
        WHERE state NOT IN ('03', '04', '05') AND coalesce(paid_up_to < $2, true)
          AND number IN (SELECT period.account_number FROM contribution_period AS period
                         WHERE period.employer_number = $1 AND period.from_month <= $2
                           AND coalesce(period.until_month > $2, true))
    ), side AS (
        SELECT contributing.number, base, unit, up, base * ratio.employer_ratio_bp::numeric / 10000 / unit AS employer_units,
               base * ratio.employee_ratio_bp::numeric / 10000 / unit AS employee_units
        FROM contributing CROSS JOIN (
            SELECT ratio.* FROM employer CROSS JOIN LATERAL ratios_of(employer, $2) AS ratio WHERE number = $1) AS ratio
    )
    SELECT number, base,
           (CASE WHEN up THEN ceil(employer_units) ELSE round(employer_units) END * unit)::bigint,
           (CASE WHEN up THEN ceil(employee_units) ELSE round(employee_units) END * unit)::bigint
    FROM side
$$;

CREATE TABLE transfer_policy (
    effective_from       date PRIMARY KEY,
    consent_days         integer NOT NULL CONSTRAINT a_person_has_time CHECK (consent_days BETWEEN 1 AND 90),
    release_working_days integer NOT NULL CONSTRAINT an_employer_has_time CHECK (release_working_days BETWEEN 1 AND 60)
);
INSERT INTO transfer_policy VALUES ('1991-01-01', 15, 5);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON transfer_policy FROM accounts;

CREATE TABLE account_transfer (
    id             uuid        PRIMARY KEY,
    account_number text        NOT NULL REFERENCES individual_account,
    person_id      uuid        NOT NULL REFERENCES person,
    from_employer  text        NOT NULL REFERENCES employer,
    to_employer    text        NOT NULL REFERENCES employer,
    first_month    date        NOT NULL CONSTRAINT transfer_month_is_a_first CHECK (extract(day FROM first_month) = 1),
    base_fen       bigint      NOT NULL CONSTRAINT transfer_base_is_positive CHECK (base_fen > 0),
    state          text        NOT NULL CONSTRAINT known_state_of_a_transfer
                                   CHECK (state IN ('asked', 'consented', 'done', 'refused', 'withdrawn', 'expired', 'void')),
    asked_by       text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    consent_by     date        NOT NULL,
    release_by     date        NOT NULL,
    consented_at   timestamptz,
    ended_at       timestamptz,
    CONSTRAINT r_trf_2_between_two_employers CHECK (from_employer <> to_employer),
    CONSTRAINT ended_has_an_instant CHECK ((state IN ('asked', 'consented')) = (ended_at IS NULL)),
    CONSTRAINT r_trf_3_done_with_consent CHECK (state <> 'done' OR consented_at IS NOT NULL)
);
COMMENT ON TABLE account_transfer IS 'same-city transfer 同城转移, from the request of the new employer to its end';
CREATE UNIQUE INDEX r_trf_2_one_open_transfer_per_account ON account_transfer (account_number)
    WHERE state IN ('asked', 'consented');
CREATE INDEX account_transfer_by_person ON account_transfer (person_id, asked_at);
CREATE INDEX account_transfer_from ON account_transfer (from_employer, asked_at);
CREATE INDEX account_transfer_to ON account_transfer (to_employer, asked_at);
REVOKE DELETE, TRUNCATE ON account_transfer FROM accounts;

-- What moves between the books of two employers (单位明细): one transfer leaves one and enters the other, in the same
-- transaction, and together they are 0. The person's own ledger account is not touched: number, history, balance stay.
CREATE TABLE employer_movement (
    account_transfer_id uuid   NOT NULL REFERENCES account_transfer,
    employer_number     text   NOT NULL REFERENCES employer,
    account_number      text   NOT NULL REFERENCES individual_account,
    amount_fen          bigint NOT NULL,
    last_entry_id       bigint NOT NULL,
    booked_on           date   NOT NULL,
    PRIMARY KEY (account_transfer_id, employer_number)
);
COMMENT ON COLUMN employer_movement.amount_fen IS 'the balance that came to the employer, negative where it left';
COMMENT ON COLUMN employer_movement.last_entry_id IS 'last entry of the account that this balance counts';
CREATE INDEX employer_movement_by_account ON employer_movement (account_number);
CREATE FUNCTION movements_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY account_transfer_id HAVING sum(amount_fen) <> 0 OR count(*) <> 2) THEN
        RAISE EXCEPTION 'what leaves one employer enters another' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER movements_balance AFTER INSERT ON employer_movement REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION movements_balance();
CREATE TRIGGER movement_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON employer_movement
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_row_is_immutable();
REVOKE UPDATE, DELETE, TRUNCATE ON employer_movement FROM accounts;

CREATE TABLE seal_request (
    id                  uuid        PRIMARY KEY,
    account_number      text        NOT NULL REFERENCES individual_account,
    person_id           uuid        NOT NULL REFERENCES person,
    employer_number     text        NOT NULL REFERENCES employer,
    reason              text        NOT NULL,
    employment_ended_on date        NOT NULL,
    evidence            text[]      NOT NULL,
    state               text        NOT NULL CONSTRAINT known_state_of_a_seal_request
                                        CHECK (state IN ('open', 'done', 'withdrawn')),
    asked_at            timestamptz NOT NULL,
    ended_at            timestamptz,
    CONSTRAINT ended_request_has_an_instant CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX r_seal_7_one_open_request_per_account ON seal_request (account_number) WHERE state = 'open';
CREATE INDEX seal_request_by_end ON seal_request (employment_ended_on, id) WHERE state = 'open';
REVOKE DELETE, TRUNCATE ON seal_request FROM accounts;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('account.transfer', '1991-01-01', 0, 'checker', 168, 0, true);
