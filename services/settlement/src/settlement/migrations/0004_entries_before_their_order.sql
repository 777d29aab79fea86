-- An entry of whose order nothing is known is held against it when it is made after all (a restored database).
ALTER TABLE bank_entry DROP CONSTRAINT fate_is_known, ADD CONSTRAINT fate_is_known
    CHECK (fate IN ('settled', 'agreed', 'contradicted', 'unmatched'));
CREATE INDEX bank_entry_unmatched ON bank_entry (key) WHERE fate = 'unmatched';
