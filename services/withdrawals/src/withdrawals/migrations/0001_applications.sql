-- Applications (提取申请), their history, the caps of repaid loans, and the review by two people.

CREATE TABLE application (
    id                    uuid        PRIMARY KEY,
    person_id             uuid        NOT NULL,
    kind                  text        NOT NULL,
    state                 text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'submitted', 'funds_requested', 'in_review', 'approved',
        'paid', 'failed', 'rejected', 'cancelled', 'returned')),
    is_open               boolean     NOT NULL GENERATED ALWAYS AS (state IN (
        'submitted', 'funds_requested', 'in_review', 'approved')) STORED,
    channel               text        NOT NULL,
    card_sealed           text        NOT NULL,
    card_hash             text        NOT NULL,
    card_tail             text        NOT NULL CONSTRAINT r_chk_2_card_tail CHECK (card_tail ~ '^[0-9]{4}$'),
    loan_contract_number  text,
    accepted_on           date        NOT NULL,
    submitted_at          timestamptz NOT NULL,

    -- The promise to the citizen; recomputed while open when the calendar changes (R-CAL-3).
    decide_by             date        NOT NULL,
    pay_by                date        NOT NULL,
    provisional           boolean     NOT NULL,
    calendar_version      integer     NOT NULL,
    step_due_at           timestamptz,
    overdue_at            timestamptz,

    round                 integer     NOT NULL DEFAULT 0 CONSTRAINT round_counts_up CHECK (round >= 0),
    reviewed              boolean     NOT NULL DEFAULT false,

    -- What loans certified.
    payoff_contract       text,
    payoff_settled_on     date,
    payoff_repaid_fen     bigint      CONSTRAINT payoff_is_not_negative CHECK (payoff_repaid_fen >= 0),
    payoff_offset_ever    boolean,
    loan_claim_fen        bigint      NOT NULL DEFAULT 0,

    -- What accounts froze.
    reserved_on           date,
    account_tail          text,
    holder_name_sealed    text,
    closing               boolean,
    principal_fen         bigint,
    interest_fen          bigint,
    amount_fen            bigint      CONSTRAINT r_wdr_11_amount_is_positive CHECK (amount_fen > 0),
    balance_after_fen     bigint,
    retained_fen          bigint,
    seal_reason           text,
    sealed_on             date,
    paid_up_to            text,
    months_behind         integer,

    refusal_code          text,
    refusal_rule          text,
    refusal_text          text,
    eligible_from         date,
    decided_by            text,

    unknown_since         timestamptz,
    paid_on               date,
    bank_serial           text,

    CONSTRAINT every_open_step_has_a_deadline CHECK ((step_due_at IS NOT NULL) = (state IN (
        'submitted', 'funds_requested', 'in_review', 'approved'))),
    CONSTRAINT amount_is_principal_and_interest CHECK (amount_fen = principal_fen + interest_fen),
    CONSTRAINT r_wdr_13_money_moves_only_when_frozen CHECK (
        state NOT IN ('in_review', 'approved', 'paid', 'returned') OR amount_fen IS NOT NULL),
    CONSTRAINT r_wdr_8_refusal_has_a_reason CHECK (
        (state NOT IN ('rejected', 'failed', 'returned'))
        OR (refusal_code IS NOT NULL AND refusal_text IS NOT NULL)),
    CONSTRAINT paid_by_the_bank CHECK (
        state NOT IN ('paid', 'returned') OR (paid_on IS NOT NULL AND bank_serial IS NOT NULL)),
    CONSTRAINT r_wdr_5_claim_rests_on_a_loan CHECK (
        loan_claim_fen >= 0 AND (loan_claim_fen = 0 OR payoff_contract IS NOT NULL)),
    CONSTRAINT r_wdr_5_ended_without_money_claims_nothing CHECK (
        loan_claim_fen = 0 OR state NOT IN ('failed', 'rejected', 'cancelled', 'returned'))
) WITH (fillfactor = 60);

-- `is_open` changes once in a life, so that the steps in between touch no index.
CREATE UNIQUE INDEX r_wdr_10_one_open_application ON application (person_id) WHERE is_open;
CREATE INDEX application_open ON application (submitted_at, id) WHERE is_open;
CREATE INDEX application_of_person ON application (person_id, submitted_at DESC, id DESC);
CREATE INDEX application_by_card ON application (card_hash);

CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'application % cannot go from % to %', OLD.id, OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'final_states_stay';
END $$;

-- The law of the state table, once more: what is final stays, what is approved is paid or fails.
CREATE TRIGGER final_states_stay BEFORE UPDATE ON application FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND (
        OLD.state IN ('failed', 'rejected', 'cancelled', 'returned')
        OR (OLD.state = 'paid' AND NEW.state <> 'returned')
        OR (OLD.state = 'approved' AND NEW.state NOT IN ('paid', 'failed'))))
    EXECUTE FUNCTION refuse_illegal_move();

-- What happened to an application, in order; written once.
CREATE TABLE application_history (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    application_id uuid        NOT NULL REFERENCES application,
    at             timestamptz NOT NULL,
    step           text        NOT NULL,
    state          text        NOT NULL,
    text           text        NOT NULL,
    actor          text        NOT NULL,
    facts          jsonb,
    PRIMARY KEY (application_id, id)
);

-- Never approved twice, never paid twice, whatever arrives in whatever order.
CREATE UNIQUE INDEX r_wdr_13_approved_once ON application_history (application_id) WHERE step = 'approved';
CREATE UNIQUE INDEX r_wdr_13_paid_once ON application_history (application_id) WHERE step = 'paid';

CREATE FUNCTION wake_live_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('application_progress', '');
    RETURN NULL;
END $$;

CREATE TRIGGER wake_live_progress AFTER INSERT ON application_history
    FOR EACH STATEMENT EXECUTE FUNCTION wake_live_progress();

-- How much of each repaid loan's cap is taken or held by open applications (R-WDR-5).
CREATE TABLE loan_cap (
    contract_number text   PRIMARY KEY,
    repaid_fen      bigint NOT NULL,
    claimed_fen     bigint NOT NULL DEFAULT 0,
    CONSTRAINT r_wdr_5_cap CHECK (claimed_fen BETWEEN 0 AND repaid_fen)
);

-- A review: a maker proposes, another person confirms or sends it back.
CREATE TABLE review (
    application_id   uuid        PRIMARY KEY REFERENCES application,
    reasons          text[]      NOT NULL,
    opened_at        timestamptz NOT NULL,
    proposal         text        CONSTRAINT proposal_is_known CHECK (proposal IN ('approve', 'reject')),
    proposed_by      uuid,
    proposed_by_name text,
    proposed_at      timestamptz,
    proposal_text    text,
    confirmed_by     uuid,
    closed_at        timestamptz,
    CONSTRAINT r_wdr_8_four_eyes CHECK (confirmed_by <> proposed_by),
    CONSTRAINT proposal_has_a_maker CHECK ((proposal IS NULL) = (proposed_by IS NULL)),
    CONSTRAINT confirmed_is_proposed_and_closed CHECK (
        confirmed_by IS NULL OR (proposed_by IS NOT NULL AND closed_at IS NOT NULL)),
    CONSTRAINT rejection_has_a_reason CHECK (proposal <> 'reject' OR length(proposal_text) > 0)
);
CREATE INDEX review_open ON review (opened_at, application_id) WHERE closed_at IS NULL;

-- What reviewers said, for the next reviewer of the same person; written once.
CREATE TABLE review_opinion (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application,
    person_id      uuid        NOT NULL,
    staff_id       uuid        NOT NULL,
    staff_name     text        NOT NULL,
    verdict        text        NOT NULL CONSTRAINT verdict_is_known
        CHECK (verdict IN ('propose_approve', 'propose_reject', 'confirm', 'send_back')),
    opinion        text        NOT NULL,
    given_at       timestamptz NOT NULL
);
CREATE INDEX review_opinion_of_person ON review_opinion (person_id, id);

-- Who of the staff looked at whose application (R-QRY-5); written once.
CREATE TABLE staff_view (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid        NOT NULL,
    staff_id       uuid        NOT NULL,
    viewed_at      timestamptz NOT NULL
);

-- Persons who used false materials (R-WDR-14): proposed by one, in force when another has confirmed.
CREATE TABLE ban (
    id               uuid        PRIMARY KEY,
    person_id        uuid        NOT NULL,
    cause            text        NOT NULL CONSTRAINT cause_is_known
        CHECK (cause IN ('false_materials', 'loan_fraud')),
    found_on         date        NOT NULL,
    ends_on          date        NOT NULL,
    document_number  text        NOT NULL,
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    confirmed_by     uuid,
    confirmed_at     timestamptz,
    lifted_by        uuid,
    lifted_at        timestamptz,
    lift_reason      text,
    CONSTRAINT r_wdr_14_four_eyes CHECK (confirmed_by <> proposed_by),
    CONSTRAINT ban_ends_after_it_begins CHECK (ends_on >= found_on),
    CONSTRAINT lifting_has_a_reason CHECK ((lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE INDEX ban_in_force ON ban (person_id, ends_on) WHERE confirmed_at IS NOT NULL AND lifted_at IS NULL;

REVOKE UPDATE, DELETE, TRUNCATE ON application_history, review_opinion, staff_view FROM withdrawals;
REVOKE DELETE, TRUNCATE ON application, review, ban, loan_cap FROM withdrawals;
