-- What somebody is about to do and must confirm with a fresh code: one operation with one body, in one session.
CREATE TABLE confirmation (
    id            uuid        PRIMARY KEY,
    identity_id   uuid        NOT NULL REFERENCES identity,
    session_id    uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
    operation     text        NOT NULL,
    digest_sealed text        NOT NULL,
    code_hash     text        NOT NULL,
    state         text        NOT NULL CONSTRAINT confirmation_state_is_known CHECK (state IN (
        'active', 'used', 'exhausted')),
    wrong_codes   integer     NOT NULL DEFAULT 0
        CONSTRAINT five_wrong_confirmations_at_most CHECK (wrong_codes BETWEEN 0 AND 5),
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT confirmation_ends_after_it_begins CHECK (expires_at > created_at)
);
CREATE INDEX confirmation_of_session ON confirmation (session_id);
CREATE INDEX confirmation_by_age ON confirmation (expires_at);
COMMENT ON COLUMN confirmation.digest_sealed IS 'of the body, which holds a card number that a plain hash would give away';

CREATE TRIGGER a_confirmation_works_once BEFORE UPDATE ON confirmation FOR EACH ROW
    WHEN (OLD.state <> 'active' AND OLD.state <> NEW.state) EXECUTE FUNCTION refuse_second_use();

ALTER TABLE session DROP CONSTRAINT end_reason_is_known;
ALTER TABLE session ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner',
    'too_many', 'password_changed'));
