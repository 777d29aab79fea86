-- Months that were taken off a table into a file: where they lie, and how one knows them again.
CREATE TABLE month_elsewhere (
    piece       text        PRIMARY KEY,
    of_table    text        NOT NULL,
    bound       text        NOT NULL,
    records     bigint      NOT NULL,
    sha256      text        NOT NULL,
    file_name   text        NOT NULL,
    first_seal  bigint      NOT NULL,
    last_seal   bigint      NOT NULL,
    detached_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN month_elsewhere.bound IS 'as the table had it: FOR VALUES FROM … TO …';
COMMENT ON COLUMN month_elsewhere.first_seal IS 'of the seals that cover its records; what they cover of other months is not looked at, either';
DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON month_elsewhere FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON month_elsewhere TO %I', runtime_role);
END $$;
