-- Whoever has the runtime role's password could make a login of staff, a session or a terminal by writing a row.
-- What gives a right is sealed under a key that the database does not know.

ALTER TABLE identity ADD COLUMN row_seal text;
ALTER TABLE device_credential ADD COLUMN row_seal text;
ALTER TABLE refresh_token ADD COLUMN row_seal text;

COMMENT ON COLUMN identity.row_seal IS 'keyed hash of what gives the right: the gateway has written it';
COMMENT ON COLUMN device_credential.row_seal IS 'as of identity';
COMMENT ON COLUMN refresh_token.row_seal IS 'keyed hash of the token, its session, and whose and by what that is';

UPDATE identity SET row_seal = 'before seals';
UPDATE device_credential SET row_seal = 'before seals';

-- Their refresh tokens have no seal.
ALTER TABLE session DROP CONSTRAINT end_reason_is_known, ADD CONSTRAINT end_reason_is_known CHECK (end_reason IN (
    'logged_out', 'refresh_reused', 'disabled', 'activated_anew', 'wrong_confirmations', 'ended_by_owner', 'too_many',
    'password_changed', 'deceased', 'terminal_revoked', 'phone_changed', 'upgraded'));
UPDATE session SET ended_at = now(), end_reason = 'upgraded' WHERE ended_at IS NULL;

CREATE FUNCTION refuse_before_seals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row that is not sealed stays as it was before there were seals'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER what_is_not_sealed_stays BEFORE INSERT OR UPDATE OF
    row_seal, id, role, id_number_hash, person_id, employer_number, senior, rights, active_since, disabled_at
ON identity FOR EACH ROW WHEN (NEW.row_seal = 'before seals') EXECUTE FUNCTION refuse_before_seals();

CREATE TRIGGER what_is_not_sealed_stays BEFORE INSERT OR UPDATE OF
    row_seal, identity_id, client_id, secret_hash, channel
ON device_credential FOR EACH ROW WHEN (NEW.row_seal = 'before seals') EXECUTE FUNCTION refuse_before_seals();
