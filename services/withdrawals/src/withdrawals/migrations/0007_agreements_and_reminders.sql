-- Agreed periodic withdrawals (约定提取): signed once, each run is an application of its own (R-WDR-48 to 52).
CREATE TABLE agreement (
    id           uuid        PRIMARY KEY,
    person_id    uuid        NOT NULL,
    kind         text        NOT NULL,
    subject      text,
    every_months integer     NOT NULL CONSTRAINT monthly_quarterly_or_yearly CHECK (every_months IN (1, 3, 12)),
    card_sealed  text        NOT NULL,
    card_tail    text        NOT NULL CONSTRAINT agreement_card_tail CHECK (card_tail ~ '^[0-9]{4}$'),
    signed_on    date        NOT NULL,
    period_on    date        NOT NULL,
    next_try_on  date,
    failures     integer     NOT NULL DEFAULT 0 CONSTRAINT failures_are_counted CHECK (failures >= 0),
    card_failed  boolean     NOT NULL DEFAULT false,
    state        text        NOT NULL CONSTRAINT agreement_state_is_known CHECK (state IN ('active', 'paused', 'ended')),
    reason       text,
    ended_on     date,
    CONSTRAINT only_an_active_one_runs CHECK ((state = 'active') = (next_try_on IS NOT NULL)),
    CONSTRAINT ended_on_a_day CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
    CONSTRAINT paused_and_ended_say_why CHECK (state = 'active' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX r_wdr_48_one_agreement_a_thing ON agreement (person_id, kind, coalesce(subject, ''))
    WHERE state <> 'ended';
CREATE INDEX agreement_due ON agreement (next_try_on) WHERE state = 'active';
COMMENT ON COLUMN agreement.period_on IS 'the regular run day of the period that runs next';

CREATE TABLE agreement_run (
    agreement_id   uuid        NOT NULL REFERENCES agreement,
    run_on         date        NOT NULL,
    application_id uuid        UNIQUE,
    outcome        text        CONSTRAINT outcome_is_known CHECK (outcome IN (
        'paid', 'nothing_due', 'failed', 'postponed', 'ended', 'paused')),
    text           text,
    concluded_at   timestamptz,
    returned       boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (agreement_id, run_on),
    CONSTRAINT an_outcome_has_its_time CHECK ((outcome IS NULL) = (concluded_at IS NULL))
);
CREATE INDEX agreement_run_open ON agreement_run (application_id) WHERE outcome IS NULL;
CREATE INDEX agreement_run_paid ON agreement_run (application_id) WHERE outcome = 'paid' AND NOT returned;

-- Who was refused until a day, and wants to be told when it has come (R-WDR-27).
CREATE TABLE reminder (
    application_id uuid        PRIMARY KEY REFERENCES application,
    due_on         date        NOT NULL,
    told_at        timestamptz
);
CREATE INDEX reminder_due ON reminder (due_on) WHERE told_at IS NULL;

REVOKE DELETE, TRUNCATE ON agreement, agreement_run, reminder FROM withdrawals;

INSERT INTO policy (kind, effective_from, document_number, parameters) VALUES
('agreed', '2026-09-20', '国务院令第844号', '{
    "kinds": ["rent", "repay_running"], "run_day": 20, "retry_working_days": 3, "end_after_failures": 3,
    "least_part_fen": 10000
}');
