-- Whoever has the runtime role's password and an old copy of a row could put it back: what the gateway itself had sealed then
-- is genuine, and not the last word (ADR 69). What was sealed and replaced stands in no row again.
ALTER TABLE identity ADD COLUMN seal_salt uuid;
COMMENT ON COLUMN identity.seal_salt IS 'new with each change of what gives the right: no seal is made twice';

CREATE TABLE superseded_seal (
    digest bytea PRIMARY KEY
);
COMMENT ON TABLE superseded_seal IS 'SHA-256 of sealed values that were replaced; written by the owner''s trigger alone, read by nobody else';
REVOKE ALL ON superseded_seal FROM gateway;

CREATE FUNCTION no_seal_comes_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    sealed text;
    was    text;
    becomes text;
BEGIN
    FOREACH sealed IN ARRAY TG_ARGV LOOP
        was := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ->> sealed END;
        becomes := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> sealed END;
        CONTINUE WHEN becomes IS NOT DISTINCT FROM was;
        IF EXISTS (SELECT FROM superseded_seal WHERE digest = sha256(convert_to(becomes, 'UTF8'))) THEN
            RAISE EXCEPTION 'a sealed value of % that was replaced does not come back', TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF was IS NOT NULL AND was <> 'before seals' THEN
            INSERT INTO superseded_seal VALUES (sha256(convert_to(was, 'UTF8'))) ON CONFLICT DO NOTHING;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION no_seal_comes_back() FROM PUBLIC;

CREATE TRIGGER no_seal_comes_back AFTER INSERT OR DELETE OR UPDATE OF row_seal, phone_sealed ON identity
    FOR EACH ROW EXECUTE FUNCTION no_seal_comes_back('row_seal', 'phone_sealed');
CREATE TRIGGER no_seal_comes_back AFTER INSERT OR DELETE OR UPDATE OF totp_secret_sealed ON staff_credential
    FOR EACH ROW EXECUTE FUNCTION no_seal_comes_back('totp_secret_sealed');
