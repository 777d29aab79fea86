-- While the lookup key is replaced, a natural person is found under either key and moved to the active one.
CREATE INDEX subject_by_name_hash ON subject (name_hash) WHERE name_hash IS NOT NULL;
DO $$
BEGIN
    EXECUTE format('GRANT UPDATE (code_hash) ON subject TO %I', regexp_replace(current_user, '_owner$', ''));
END $$;
