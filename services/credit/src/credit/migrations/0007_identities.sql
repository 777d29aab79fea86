-- Since when a person has that number by the gateway's word (R-INF-2): an older word does not count.
ALTER TABLE person_link ADD COLUMN changed_at timestamptz;
DO $$
BEGIN
    EXECUTE format('GRANT UPDATE (changed_at) ON person_link TO %I', regexp_replace(current_user, '_owner$', ''));
END $$;
