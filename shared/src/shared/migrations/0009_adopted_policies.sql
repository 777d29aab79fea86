-- Policy rows that a centre has put in force itself: the digest of each, sealed under a key that the database does not
-- know. What the migrations of a release put into policy tables counts without.
CREATE TABLE adopted_policy (
    digest     text        PRIMARY KEY,
    seal       text        NOT NULL,
    adopted_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE adopted_policy IS 'digests of policy rows that count though no release ships them';
DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = runtime_role) THEN
        EXECUTE format('REVOKE ALL ON adopted_policy FROM %I', runtime_role);
        EXECUTE format('GRANT SELECT ON adopted_policy TO %I', runtime_role);
    END IF;
END $$;
