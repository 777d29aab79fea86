-- What is asked of services and registers before the law's cases are decided, and before an estimate (R-WDR-21, 27).
CREATE TABLE inquiry (
    id               uuid        PRIMARY KEY,
    person_id        uuid        NOT NULL,
    purpose          text        NOT NULL CONSTRAINT purpose_is_known CHECK (purpose IN ('application', 'estimate')),
    kind             text,
    subject          text,
    wanted_fen       bigint      CONSTRAINT wanted_is_positive CHECK (wanted_fen > 0),
    on_day           date        NOT NULL,
    asked_at         timestamptz NOT NULL,
    account          jsonb,
    loans            jsonb,
    identity_sealed  text,
    registers_sealed text,
    next_try_at      timestamptz,
    tries            integer     NOT NULL DEFAULT 0,
    gathered_at      timestamptz,
    answer           jsonb,
    answered_at      timestamptz,
    CONSTRAINT an_application_has_a_kind CHECK ((purpose = 'application') = (kind IS NOT NULL)),
    CONSTRAINT answered_is_gathered CHECK (answered_at IS NULL OR gathered_at IS NOT NULL)
);
CREATE INDEX inquiry_due ON inquiry (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX inquiry_of_person ON inquiry (person_id, asked_at DESC) WHERE purpose = 'estimate';
CREATE INDEX inquiry_answered ON inquiry (answered_at) WHERE purpose = 'estimate';
COMMENT ON COLUMN inquiry.next_try_at IS 'when registers are asked; none before the services have told, and after';

-- What applications took or hold of something that several may claim (R-WDR-19, 20). Those of applications that
-- ended without money do not count.
CREATE TABLE claim (
    application_id  uuid    NOT NULL REFERENCES application,
    position        integer NOT NULL,
    exclusive_group text,
    key             text    NOT NULL,
    period          text    NOT NULL,
    fen             bigint  NOT NULL CONSTRAINT claim_is_not_negative CHECK (fen >= 0),
    household       text    NOT NULL,
    PRIMARY KEY (application_id, position)
);
CREATE INDEX claim_by_key ON claim (key);
CREATE INDEX claim_by_household ON claim (household);

-- Whoever decides about something that several may claim holds it here until the decision stands.
CREATE TABLE claim_lock (key text PRIMARY KEY);

REVOKE TRUNCATE ON inquiry FROM withdrawals;
REVOKE DELETE, TRUNCATE ON claim, claim_lock FROM withdrawals;

-- The law's cases beside the seed's five (R-WDR-16 to R-WDR-44). Every number is illustrative and of one city.
-- The book of 2019 knows rent, purchase, building, running loans and disability at the counter only (R-WDR-18);
-- that of 2026 has them online, and renovation and property fee beside them.

WITH terms (kind, effective_from, ground) AS (VALUES
    ('rent', '2019-01-01'::date, '{
        "at_counter": true, "exclusive_group": "rent", "months_contributed": 3, "most_behind_months": 2,
        "share_of_wages_bp": 1500, "person_month_fen": 120000, "household_month_fen": 240000, "back_months": 12
    }'::jsonb),
    ('rent', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "rent", "months_contributed": 3, "most_behind_months": 2,
        "share_of_wages_bp": null, "person_month_fen": 120000, "household_month_fen": 240000, "back_months": 12
    }'),
    ('purchase', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "purchase", "window_months": 12, "homes_most": 2,
        "strangers_wait_months": 6
    }'),
    ('purchase', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "purchase", "window_months": 12, "homes_most": 2,
        "strangers_wait_months": 6
    }'),
    ('build', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "purchase", "window_months": 12,
        "cost_fen_per_square_metre": 180000
    }'),
    ('build', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "purchase", "window_months": 12,
        "cost_fen_per_square_metre": 180000
    }'),
    ('repay_running', '2019-01-01', '{
        "at_counter": true, "exclusive_group": "loan", "window_months": 12, "least_instalments": 12,
        "basis": "past", "offset_shortfall_claimable": false, "once_a_year": true
    }'),
    ('repay_running', '2026-09-20', '{
        "at_counter": false, "exclusive_group": "loan", "window_months": 12, "least_instalments": 12,
        "basis": "past", "offset_shortfall_claimable": false, "once_a_year": true
    }'),
    ('renovation', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "share_bp": 5000, "flat_most_fen": 25000000,
        "again_after_months": 120, "invoice_months": 12, "expenses_from": "2026-09-20"
    }'),
    ('property_fee', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "household_year_fen": 360000,
        "expenses_from": "2026-09-20"
    }'),
    ('unable_to_work', '2019-01-01', '{
        "at_counter": true, "exclusive_group": null, "worst_grades": 4
    }'),
    ('unable_to_work', '2026-09-20', '{
        "at_counter": false, "exclusive_group": null, "worst_grades": 4
    }')
), documents (effective_from, document_number) AS (VALUES
    ('2019-01-01'::date, '住房公积金管理条例（2019年修订）'),
    ('2026-09-20'::date, '国务院令第844号')
)
INSERT INTO policy (kind, effective_from, document_number, parameters)
SELECT kind, effective_from, document_number, jsonb_build_object(
    'sealed_required', kind = 'unable_to_work',
    'stop_period', null,
    'loan_cap', null,
    'unpaid_loan_bars', CASE WHEN kind IN ('rent', 'renovation', 'property_fee', 'unable_to_work')
        THEN '["borrower", "co_borrower"]'::jsonb ELSE '[]'::jsonb END,
    'review', jsonb_build_object('always', false, 'from_fen', 20000000,
                                 'seal_reason_mismatch', kind = 'unable_to_work', 'months_behind', false),
    'ground', ground)
FROM terms JOIN documents USING (effective_from);
