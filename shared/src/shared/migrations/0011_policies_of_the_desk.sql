-- Policy that two people decide on the desk is put in force by the service, in the transaction of the decision, and its
-- password alone still does nothing: each row comes with a proof under a key that the runtime role never reads. The owner
-- writes the key when somebody migrates who has the lookup key; without it nothing of the desk is put in force.
CREATE TABLE policy_desk (
    only_row  boolean     PRIMARY KEY DEFAULT true,
    inner_key bytea       NOT NULL,
    outer_key bytea       NOT NULL,
    since     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT one_desk CHECK (only_row)
);
COMMENT ON TABLE policy_desk IS 'the two halves of the HMAC key by which the service proves a decision; for the owner alone';

CREATE FUNCTION put_policy_in_force(place text, told text, digest text, seal text, proofs bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM policy_desk
    WHERE sha256(outer_key || sha256(inner_key || convert_to(concat_ws(E'\n', place, told, digest, seal), 'UTF8')))
          = ANY (proofs);
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'nobody has proved that this policy was decided';
    END IF;
    EXECUTE format('INSERT INTO %I SELECT * FROM jsonb_populate_record(NULL::%I, $1)', place, place) USING told::jsonb;
    INSERT INTO adopted_policy (digest, seal) VALUES (put_policy_in_force.digest, put_policy_in_force.seal)
    ON CONFLICT ON CONSTRAINT adopted_policy_pkey DO UPDATE SET seal = excluded.seal, adopted_at = now();
END $$;
REVOKE ALL ON FUNCTION put_policy_in_force FROM PUBLIC;
DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = runtime_role) THEN
        EXECUTE format('REVOKE ALL ON policy_desk FROM %I', runtime_role);
        EXECUTE format('GRANT EXECUTE ON FUNCTION put_policy_in_force TO %I', runtime_role);
    END IF;
END $$;
