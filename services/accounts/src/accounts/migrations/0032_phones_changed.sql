-- When the owner or the counter last changed a person's phone, as the gateway says (R-INF-2).
ALTER TABLE person ADD COLUMN phone_changed_at timestamptz;
