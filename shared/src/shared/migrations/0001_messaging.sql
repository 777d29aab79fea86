-- The tables that the plumbing of every service relies on. Runtime roles may write them, never alter them.

-- How many events each subject has published: CloudEvents `sequence`, from 1.
CREATE TABLE subject_sequence (
    subject       text   PRIMARY KEY,
    last_sequence bigint NOT NULL CONSTRAINT sequence_starts_at_1 CHECK (last_sequence >= 1)
) WITH (fillfactor = 80);

-- Events of committed transactions that the broker has not confirmed yet. The relay publishes and deletes.
CREATE TABLE outbox (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id  uuid        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    sequence    bigint      NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text        NOT NULL,
    body        text        NOT NULL
);

CREATE FUNCTION outbox_wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END $$;

CREATE TRIGGER wake_relay AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake_relay();

-- Messages that were handled, so that a redelivery is not handled again. The partition follows from the
-- message's own time, which a redelivery repeats: a message always meets its earlier self.
CREATE TABLE inbox (
    queue        text        NOT NULL,
    message_id   uuid        NOT NULL,
    message_time timestamptz NOT NULL,
    PRIMARY KEY (queue, message_id, message_time)
) PARTITION BY RANGE (message_time);

CREATE TABLE inbox_rest PARTITION OF inbox DEFAULT;

-- One partition a day, made a week ahead; whole days are dropped once they are older than keep_days.
CREATE FUNCTION inbox_maintain(keep_days integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
    day   date;
    old   regclass;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('inbox_maintain'));
    FOR day IN SELECT generate_series(today - 1, today + 7, interval '1 day')::date LOOP
        IF to_regclass('inbox_' || to_char(day, 'YYYYMMDD')) IS NULL
           AND NOT EXISTS (SELECT FROM inbox_rest
                           WHERE message_time >= day::timestamp AT TIME ZONE 'UTC'
                             AND message_time < (day + 1)::timestamp AT TIME ZONE 'UTC') THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF inbox FOR VALUES FROM (%L) TO (%L)',
                'inbox_' || to_char(day, 'YYYYMMDD'),
                day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        END IF;
    END LOOP;
    FOR old IN
        SELECT inhrelid::regclass FROM pg_inherits
        WHERE inhparent = 'inbox'::regclass
          AND inhrelid::regclass::text ~ '^inbox_\d{8}$'
          AND to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') < today - keep_days
    LOOP
        EXECUTE format('DROP TABLE %s', old);
    END LOOP;
    DELETE FROM inbox_rest WHERE message_time < now() - make_interval(days => keep_days);
END $$;

SELECT inbox_maintain(60);

-- Answers to POSTs that must not happen twice. Same key and body: same answer; other body: refused.
CREATE TABLE idempotency_key (
    identity_id  uuid        NOT NULL,
    key          text        NOT NULL CONSTRAINT key_is_short CHECK (length(key) <= 200),
    request_hash text        NOT NULL,
    status       smallint,
    location     text,
    body         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (identity_id, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
