-- The audit trail by month. What there is becomes the first piece, untouched; each month after it is a piece of its own, made
-- ahead by the service; what fits into none, which should be nothing, goes into the rest and is never refused.
-- Formerly 18db619735f9da8f4ba621df642ff2cb87046ade720b46fb3301947f74ce31e8

-- Who writes gets no number between the look at the last one and the table of their pieces.
LOCK TABLE audit_record IN ACCESS EXCLUSIVE MODE;
DO $$
DECLARE
    last_id bigint := pg_sequence_last_value(pg_get_serial_sequence('audit_record', 'id'));
    begins  date := obj_description((SELECT oid FROM pg_constraint WHERE conname = 'before_the_months'
                                     AND conrelid = 'audit_record'::regclass), 'pg_constraint');
BEGIN
    DROP TRIGGER audit_record_is_only_sealed ON audit_record;
    ALTER TABLE audit_record RENAME TO audit_record_before;
    ALTER INDEX audit_record_of_actor RENAME TO audit_record_before_of_actor;
    ALTER INDEX audit_record_on_subject RENAME TO audit_record_before_on_subject;
    ALTER INDEX audit_record_of_seal RENAME TO audit_record_before_of_seal;
    DROP INDEX audit_record_in_order;
    ALTER TABLE audit_record_before DROP CONSTRAINT audit_record_pkey;
    ALTER TABLE audit_record_before ADD CONSTRAINT audit_record_before_pkey PRIMARY KEY USING INDEX audit_record_key;
    ALTER TABLE audit_record_before ALTER COLUMN id DROP IDENTITY;

    CREATE TABLE audit_record (
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
        seal_number    bigint,
        PRIMARY KEY (id, recorded_at)
    ) PARTITION BY RANGE (recorded_at);
    IF last_id IS NOT NULL THEN
        PERFORM setval(pg_get_serial_sequence('audit_record', 'id'), last_id);
    END IF;
    CREATE INDEX audit_record_of_actor ON audit_record (actor_id, id);
    CREATE INDEX audit_record_on_subject ON audit_record (subject, id);
    CREATE INDEX audit_record_of_seal ON audit_record (seal_number);
    CREATE TABLE audit_record_rest PARTITION OF audit_record DEFAULT;
    IF EXISTS (SELECT FROM audit_record_before) THEN
        EXECUTE format('ALTER TABLE audit_record ATTACH PARTITION audit_record_before FOR VALUES FROM (MINVALUE) TO (%L)',
                       begins::timestamp AT TIME ZONE 'Asia/Shanghai');
    ELSE
        DROP TABLE audit_record_before;
    END IF;
END $$;
COMMENT ON COLUMN audit_record.actor IS 'masked name, or the name of an operator''s account';
COMMENT ON COLUMN audit_record.seal_number IS 'the seal that covers it; written once';
CREATE TRIGGER audit_record_is_only_sealed BEFORE UPDATE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_only_sealed();
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Makes this month and so many after it for every table that is partitioned by month; returns those of this and the next month that
-- are not there and could not be made: their rows lie in the rest. A month is the centre's, whatever the zone of the session.
-- The runtime role has a table's rights through the table, never on a piece of it.
CREATE FUNCTION months_made(ahead integer) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
    this  date := date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai');
    whole record;
    month date;
    piece text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('months_made'));
    FOR whole IN
        SELECT relname AS name, atttypid = 'date'::regtype AS by_date
        FROM pg_partitioned_table JOIN pg_class ON pg_class.oid = partrelid
        JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0]
        WHERE relnamespace = 'public'::regnamespace AND relname <> 'inbox' AND partstrat = 'r'
    LOOP
        EXECUTE format('REVOKE ALL ON %I FROM %I', whole.name || '_rest', runtime_role);
        FOR month IN SELECT generate_series(this, this + make_interval(months => ahead), interval '1 month')::date LOOP
            piece := whole.name || to_char(month, '_YYYYMMDD');
            CONTINUE WHEN to_regclass(piece) IS NOT NULL;
            BEGIN
                EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)',
                               piece, whole.name);
                EXECUTE format('REVOKE ALL ON %I FROM %I', piece, runtime_role);
                EXECUTE format(
                    'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', whole.name, piece,
                    CASE WHEN whole.by_date THEN month::text
                         ELSE (month::timestamp AT TIME ZONE 'Asia/Shanghai')::text END,
                    CASE WHEN whole.by_date THEN (month + interval '1 month')::date::text
                         ELSE ((month + interval '1 month')::timestamp AT TIME ZONE 'Asia/Shanghai')::text END);
            EXCEPTION
                WHEN invalid_object_definition THEN
                    NULL;  -- an older piece has this month
                WHEN check_violation THEN
                    IF month <= this + interval '1 month' THEN
                        RETURN NEXT piece;
                    END IF;
            END;
        END LOOP;
    END LOOP;
END $$;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
    piece text;
BEGIN
    FOR piece IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'audit_record'::regclass LOOP
        EXECUTE format('REVOKE ALL ON %s FROM %I', piece, runtime_role);
    END LOOP;
    EXECUTE format('REVOKE ALL ON audit_record FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON audit_record TO %I', runtime_role);
    EXECUTE format('GRANT INSERT (actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id)
                    ON audit_record TO %I', runtime_role);
END $$;
SELECT months_made(3);
