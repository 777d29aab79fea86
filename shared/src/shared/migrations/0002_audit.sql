-- The audit trail: who did what, on what, from where, with what outcome. Only ever added to.

CREATE TABLE audit_record (
    -- Of the transaction that wrote it: once no older one runs, no record can come before another any more.
    transaction_id bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_id       uuid,
    role           text        NOT NULL,
    actor          text        NOT NULL,
    channel        text        NOT NULL,
    address        text        NOT NULL,
    action         text        NOT NULL,
    subject        text        NOT NULL,
    outcome        text        NOT NULL CONSTRAINT outcome_is_known CHECK (outcome IN ('done', 'refused', 'denied')),
    reason         text        NOT NULL,
    trace_id       text        NOT NULL,
    PRIMARY KEY (transaction_id, id)
);
CREATE INDEX audit_record_of_actor ON audit_record (actor_id, transaction_id, id);
CREATE INDEX audit_record_on_subject ON audit_record (subject, transaction_id, id);
COMMENT ON COLUMN audit_record.actor IS 'masked name, or the name of an operator''s account';

-- The chain: each seal covers the records of a range of transactions, and the seal before it.
CREATE TABLE audit_seal (
    number             bigint      PRIMARY KEY CONSTRAINT seals_count_from_1 CHECK (number >= 1),
    from_transaction   bigint      NOT NULL,
    before_transaction bigint      NOT NULL,
    records            bigint      NOT NULL,
    previous_hash      bytea       NOT NULL,
    hash               bytea       NOT NULL,
    sealed_at          timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- sha256(previous || each record as JSON, a line each): JSON text has no line breaks of its own.
CREATE FUNCTION audit_hash(from_transaction bigint, before_transaction bigint, previous bytea) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || coalesce(string_agg(
        convert_to(jsonb_build_array(transaction_id, id, (extract(epoch FROM recorded_at) * 1000000)::bigint, actor_id,
            role, actor, channel, address, action, subject, outcome, reason, trace_id)::text, 'UTF8'),
        '\x0a' ORDER BY transaction_id, id), ''))
    FROM audit_record
    WHERE transaction_id >= from_transaction AND transaction_id < before_transaction
$$;

-- Seals what no running transaction can still add to; one at a time. Writers wait for nothing.
CREATE FUNCTION audit_seal_new() RETURNS SETOF audit_seal LANGUAGE plpgsql AS $$
DECLARE
    last audit_seal;
    ends bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('audit_seal')) THEN
        RETURN;
    END IF;
    SELECT * INTO last FROM audit_seal ORDER BY number DESC LIMIT 1;
    ends := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
    RETURN QUERY
        INSERT INTO audit_seal (number, from_transaction, before_transaction, records, previous_hash, hash)
        SELECT coalesce(last.number, 0) + 1, coalesce(last.before_transaction, 0), ends, count(*),
               coalesce(last.hash, ''),
               audit_hash(coalesce(last.before_transaction, 0), ends, coalesce(last.hash, ''))
        FROM audit_record
        WHERE transaction_id >= coalesce(last.before_transaction, 0) AND transaction_id < ends
        HAVING count(*) > 0
        RETURNING *;
END $$;

-- The runtime role adds records, whose order and time are not its to say, and seals.
DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON audit_record, audit_seal FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON audit_record, audit_seal TO %I', runtime_role);
    EXECUTE format('GRANT INSERT (actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id)
                    ON audit_record TO %I', runtime_role);
    EXECUTE format('GRANT INSERT (number, from_transaction, before_transaction, records, previous_hash, hash)
                    ON audit_seal TO %I', runtime_role);
END $$;
