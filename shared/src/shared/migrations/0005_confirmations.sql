-- What was confirmed with a fresh code is done once: its id is burnt in the row of the idempotency key, and free
-- again with it where what was confirmed was refused.
ALTER TABLE idempotency_key ADD COLUMN confirmation_id uuid;
CREATE UNIQUE INDEX a_confirmation_works_once ON idempotency_key (confirmation_id)
    WHERE confirmation_id IS NOT NULL;
