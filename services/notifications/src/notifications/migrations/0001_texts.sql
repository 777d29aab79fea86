-- Whom texts go to, the texts themselves and every short message of them that the SMSC accepted.

CREATE TABLE subscriber (
    person_id      uuid        PRIMARY KEY,
    phone_sealed   text        NOT NULL,
    phone_hash     text        NOT NULL,
    phone_tail     text        NOT NULL CONSTRAINT phone_tail_is_four_digits CHECK (phone_tail ~ '^\d{4}$'),
    known_since    date        NOT NULL,
    opted_out_at   timestamptz
);
COMMENT ON TABLE subscriber IS 'The phone on file of each person; opted_out_at: no texts that are not mandatory';
CREATE INDEX subscriber_by_phone ON subscriber (phone_hash);

CREATE TYPE text_state AS ENUM (
    'queued', 'submitting', 'submitted', 'delivered', 'undelivered', 'expired', 'failed'
);

CREATE TABLE text (
    number        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text_id       uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT text_id_is_unique UNIQUE,
    source        text        NOT NULL,
    template      text        NOT NULL,
    about         text        NOT NULL,
    person_id     uuid,
    phone_sealed  text        NOT NULL,
    phone_hash    text        NOT NULL,
    phone_tail    text        NOT NULL,
    body_sealed   text        NOT NULL,
    segments      smallint    NOT NULL CONSTRAINT text_has_segments CHECK (segments BETWEEN 1 AND 10),
    priority      smallint    NOT NULL,
    traceparent   text        NOT NULL,
    state         text_state  NOT NULL DEFAULT 'queued',
    attempts      smallint    NOT NULL DEFAULT 0
        CONSTRAINT text_is_sent_at_most_twice CHECK (attempts BETWEEN 0 AND 2),
    created_at    timestamptz NOT NULL,
    not_before    timestamptz NOT NULL,
    expires_at    timestamptz,
    claim         uuid,
    claimed_until timestamptz,
    submitted_at  timestamptz,
    ask_after     timestamptz,
    ended_at      timestamptz,
    failure       text,
    CONSTRAINT one_fact_makes_one_text UNIQUE (source, template, phone_hash),
    CONSTRAINT submitting_is_claimed
        CHECK (state <> 'submitting' OR (claim IS NOT NULL AND claimed_until IS NOT NULL))
) WITH (fillfactor = 70);
COMMENT ON COLUMN text.source IS 'The fact that it tells, <event type>/<key>: one fact makes one text';
COMMENT ON COLUMN text.about IS 'The subject of the event that caused it';
COMMENT ON COLUMN text.attempts IS
    'How often it went onto the wire without a clear refusal: at least once, at most twice';

CREATE INDEX text_to_send ON text (priority, number) WHERE state = 'queued';
CREATE INDEX text_claimed ON text (claimed_until) WHERE state = 'submitting';
CREATE INDEX text_expiring ON text (expires_at) WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX text_without_receipt ON text (ask_after) WHERE state = 'submitted';
CREATE INDEX text_not_delivered ON text (number) WHERE state IN ('undelivered', 'expired', 'failed');
CREATE INDEX text_of_person ON text (person_id, number) WHERE person_id IS NOT NULL;
CREATE INDEX text_by_age ON text USING brin (created_at);
CREATE INDEX text_about ON text (about, number);

CREATE TABLE text_segment (
    text_number bigint   NOT NULL REFERENCES text,
    segment     smallint NOT NULL,
    message_id  text     NOT NULL,
    outcome     text     CONSTRAINT outcome_is_final
        CHECK (outcome IN ('delivered', 'undelivered', 'expired')),
    outcome_at  timestamptz,
    PRIMARY KEY (text_number, segment)
) WITH (fillfactor = 80);
COMMENT ON TABLE text_segment IS 'Short messages that the SMSC accepted; only the others are sent again';
CREATE INDEX text_segment_by_message_id ON text_segment (message_id);

CREATE TABLE early_receipt (
    message_id  text        NOT NULL,
    outcome     text        NOT NULL,
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE early_receipt IS 'Receipts that came before the acceptance was recorded';
CREATE INDEX early_receipt_by_message_id ON early_receipt (message_id);

CREATE TABLE mo_text (
    mo_id        uuid        PRIMARY KEY,
    phone_sealed text        NOT NULL,
    phone_hash   text        NOT NULL,
    phone_tail   text        NOT NULL,
    body_sealed  text        NOT NULL,
    body_hash    text        NOT NULL,
    command      text        NOT NULL,
    answered     boolean     NOT NULL,
    received_at  timestamptz NOT NULL
);
COMMENT ON TABLE mo_text IS 'What citizens sent to 12329';
CREATE INDEX mo_text_of_phone ON mo_text (phone_hash, received_at);
