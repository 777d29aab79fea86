-- Cards that the bank has been asked about (账户核验): whose it is, R-WDR-3; some are kept by their owners, R-CRT-4.
CREATE TABLE card (
    id           uuid        PRIMARY KEY,
    person_id    uuid        NOT NULL,
    card_hash    text        NOT NULL,
    card_sealed  text        NOT NULL,
    card_tail    text        NOT NULL CONSTRAINT kept_card_tail CHECK (card_tail ~ '^[0-9]{4}$'),
    state        text        NOT NULL CONSTRAINT card_state_is_known CHECK (state IN (
        'naming', 'asked', 'verified', 'refused', 'unanswered')),
    check_id     uuid        NOT NULL CONSTRAINT a_question_is_about_one_card UNIQUE,
    asked_at     timestamptz NOT NULL,
    verified_on  date,
    refusal_code text,
    kept_at      timestamptz,
    CONSTRAINT one_row_a_persons_card UNIQUE (person_id, card_hash),
    CONSTRAINT what_is_verified_has_its_day CHECK (state <> 'verified' OR verified_on IS NOT NULL),
    CONSTRAINT what_is_refused_is_not_verified CHECK (state <> 'refused' OR verified_on IS NULL)
);
CREATE INDEX card_of_person ON card (person_id) WHERE kept_at IS NOT NULL;
CREATE INDEX card_asked ON card (asked_at) WHERE state IN ('naming', 'asked');
CREATE INDEX card_aging ON card (verified_on) WHERE kept_at IS NOT NULL AND state = 'verified';
COMMENT ON COLUMN card.state IS 'naming: accounts is asked for the holder''s name; asked: the bank is';
COMMENT ON COLUMN card.verified_on IS 'when the bank last said that it is the person''s; stays while it is asked again';

-- An application waits for it with its money frozen.
ALTER TABLE application
    DROP CONSTRAINT state_is_known,
    ADD CONSTRAINT state_is_known CHECK (state IN (
        'submitted', 'funds_requested', 'card_check', 'awaiting_papers', 'papers_in_review', 'in_review',
        'approved', 'paid', 'failed', 'rejected', 'cancelled', 'returned')),
    ADD CONSTRAINT a_card_is_checked_for_frozen_money CHECK (state <> 'card_check' OR amount_fen IS NOT NULL);
CREATE INDEX application_card_check ON application (person_id, card_hash) WHERE state = 'card_check';

REVOKE DELETE, TRUNCATE ON card FROM withdrawals;
