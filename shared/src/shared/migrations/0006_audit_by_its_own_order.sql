-- The audit trail is ordered by a sequence of its own and sealed by what no seal covers yet, not by the transactions of
-- one cluster: a dump that is restored elsewhere goes on, and no seal can say that what comes is covered already.
-- The runtime role seals by the function alone.

ALTER TABLE audit_record ADD COLUMN seal_number bigint;
ALTER TABLE audit_record DISABLE TRIGGER audit_is_append_only;
UPDATE audit_record SET seal_number = audit_seal.number FROM audit_seal
WHERE transaction_id >= from_transaction AND transaction_id < before_transaction;
DROP TRIGGER audit_is_append_only ON audit_record;
ALTER TABLE audit_seal ALTER COLUMN from_transaction DROP NOT NULL, ALTER COLUMN before_transaction DROP NOT NULL;
COMMENT ON COLUMN audit_seal.from_transaction IS 'of older seals only';
COMMENT ON COLUMN audit_record.seal_number IS 'the seal that covers it; written once';

CREATE UNIQUE INDEX audit_record_in_order ON audit_record (id);
CREATE INDEX audit_record_of_seal ON audit_record (seal_number);
DROP INDEX audit_record_of_actor, audit_record_on_subject;
CREATE INDEX audit_record_of_actor ON audit_record (actor_id, id);
CREATE INDEX audit_record_on_subject ON audit_record (subject, id);

-- Of a record nothing changes but that a seal covers it, once, and that only by its owner's function.
CREATE FUNCTION audit_record_is_only_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.seal_number IS NULL AND only_sealed_anew(to_jsonb(OLD), to_jsonb(NEW), ARRAY['seal_number'], TG_RELID) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_record_is_only_sealed BEFORE UPDATE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_only_sealed();
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- sha256(previous || each record of the seal as JSON, a line each), as it always was.
CREATE FUNCTION audit_hash(seal bigint, previous bytea) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || coalesce(string_agg(
        convert_to(jsonb_build_array(transaction_id, id, (extract(epoch FROM recorded_at) * 1000000)::bigint, actor_id,
            role, actor, channel, address, action, subject, outcome, reason, trace_id)::text, 'UTF8'),
        '\x0a' ORDER BY transaction_id, id), ''))
    FROM audit_record WHERE seal_number = seal
$$;
DROP FUNCTION audit_seal_new();
DROP FUNCTION audit_hash(bigint, bigint, bytea);

-- Seals what can be seen and no seal covers; one at a time. Writers wait for nothing: what they still write comes next.
-- A seal beyond all numbers was put there by somebody else: it is passed over.
CREATE FUNCTION audit_seal_new() RETURNS SETOF audit_seal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last    audit_seal;
    made    bigint;
    covered bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('audit_seal')) THEN
        RETURN;
    END IF;
    SELECT * INTO last FROM audit_seal WHERE number < 1000000000000 ORDER BY number DESC LIMIT 1;
    made := coalesce(last.number, 0) + 1;
    UPDATE audit_record SET seal_number = made WHERE seal_number IS NULL;
    GET DIAGNOSTICS covered = ROW_COUNT;
    IF covered > 0 THEN
        RETURN QUERY INSERT INTO audit_seal (number, records, previous_hash, hash)
            VALUES (made, covered, coalesce(last.hash, ''), audit_hash(made, coalesce(last.hash, '')))
            RETURNING *;
    END IF;
END $$;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON audit_seal FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON audit_seal TO %I', runtime_role);
END $$;
