-- What a text says never changes; how far it has come does, three times at least. Beside each other each
-- change moved the whole row in every index of `text`.

CREATE TABLE delivery (
    text_number   bigint      PRIMARY KEY REFERENCES text,
    state         text_state  NOT NULL DEFAULT 'queued',
    segments      smallint    NOT NULL CONSTRAINT text_has_segments CHECK (segments BETWEEN 1 AND 10),
    priority      smallint    NOT NULL,
    attempts      smallint    NOT NULL DEFAULT 0
        CONSTRAINT text_is_sent_at_most_twice CHECK (attempts BETWEEN 0 AND 2),
    not_before    timestamptz NOT NULL,
    expires_at    timestamptz,
    claim         uuid,
    claimed_until timestamptz,
    submitted_at  timestamptz,
    ask_after     timestamptz,
    doubt_until   timestamptz,
    ended_at      timestamptz,
    failure       text,
    CONSTRAINT submitting_is_claimed
        CHECK (state <> 'submitting' OR (claim IS NOT NULL AND claimed_until IS NOT NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE delivery IS 'How far each text has come';
COMMENT ON COLUMN delivery.attempts IS
    'How often it went onto the wire without a clear refusal: at least once, at most twice';
COMMENT ON COLUMN delivery.doubt_until IS
    'An attempt may or may not have been accepted; accepted, it would have had its final receipt by then';

INSERT INTO delivery
SELECT number, state, segments, priority, attempts, not_before, expires_at, claim, claimed_until,
       submitted_at, ask_after, doubt_until, ended_at, failure
FROM text;

CREATE INDEX delivery_to_send ON delivery (priority, text_number) WHERE state = 'queued';
CREATE INDEX delivery_claimed ON delivery (claimed_until) WHERE state = 'submitting';
CREATE INDEX delivery_expiring ON delivery (expires_at) WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX delivery_without_receipt ON delivery (ask_after) WHERE state = 'submitted';
CREATE INDEX delivery_failed ON delivery (text_number) WHERE state IN ('undelivered', 'expired', 'failed');
CREATE INDEX delivery_in_doubt ON delivery (text_number)
    WHERE doubt_until IS NOT NULL AND state IN ('queued', 'failed');

ALTER TABLE text
    DROP COLUMN state,
    DROP COLUMN segments,
    DROP COLUMN priority,
    DROP COLUMN attempts,
    DROP COLUMN not_before,
    DROP COLUMN expires_at,
    DROP COLUMN claim,
    DROP COLUMN claimed_until,
    DROP COLUMN submitted_at,
    DROP COLUMN ask_after,
    DROP COLUMN doubt_until,
    DROP COLUMN ended_at,
    DROP COLUMN failure,
    RESET (fillfactor);

DROP TRIGGER wake_sender ON text;
CREATE TRIGGER wake_sender AFTER INSERT ON delivery FOR EACH STATEMENT EXECUTE FUNCTION wake_sender();
