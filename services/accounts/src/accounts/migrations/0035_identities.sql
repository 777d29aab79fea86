-- Since when a person is called so, and has that number, by the gateway's word (R-INF-2): an older word does not count.
ALTER TABLE person ADD COLUMN identity_changed_at timestamptz;
