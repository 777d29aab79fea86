-- Whether a card is in a name (账户核验): asked of the bank until it answers, or the question has lived out.
CREATE TABLE card_check (
    check_id      uuid        PRIMARY KEY,
    card_sealed   text        NOT NULL,
    holder_sealed text        NOT NULL,
    traceparent   text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    times_asked   integer     NOT NULL DEFAULT 0,
    next_at       timestamptz,
    verdict       text        CONSTRAINT verdict_is_known CHECK (verdict IN ('matched', 'refused', 'unanswered')),
    reason_code   text,
    answered_at   timestamptz,
    CONSTRAINT what_is_not_answered_is_asked_again CHECK ((verdict IS NULL) = (next_at IS NOT NULL)),
    CONSTRAINT an_answer_has_its_time CHECK ((verdict IS NULL) = (answered_at IS NULL)),
    CONSTRAINT only_a_refusal_has_a_reason CHECK ((verdict = 'refused') = (reason_code IS NOT NULL) OR verdict IS NULL)
);
CREATE INDEX card_check_due ON card_check (next_at) WHERE verdict IS NULL;
COMMENT ON COLUMN card_check.asked_at IS 'when it was first wanted; a question lives CARD_CHECK_LIFE_HOURS from then';

CREATE FUNCTION wake_verifier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('settlement_cards', '');
    RETURN NULL;
END $$;
CREATE TRIGGER wake_verifier AFTER INSERT ON card_check FOR EACH STATEMENT EXECUTE FUNCTION wake_verifier();

REVOKE DELETE, TRUNCATE ON card_check FROM settlement;
