-- What is sealed is bound to its row: an odd entry gets its number only in the database, and this before.
ALTER TABLE odd_entry ADD COLUMN row_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT row_id_is_unique UNIQUE;
