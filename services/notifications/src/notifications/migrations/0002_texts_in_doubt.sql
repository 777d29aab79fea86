-- What an attempt in doubt came to is told by its receipt: it repeats our reference, and comes from the phone.

ALTER TABLE text ADD COLUMN doubt_until timestamptz;
COMMENT ON COLUMN text.doubt_until IS
    'An attempt may or may not have been accepted; accepted, it would have had its final receipt by then';
CREATE INDEX text_in_doubt ON text (phone_hash) WHERE doubt_until IS NOT NULL;

ALTER TABLE early_receipt
    ADD COLUMN phone_hash text,
    ADD COLUMN reference  integer CONSTRAINT reference_has_16_bits CHECK (reference BETWEEN 0 AND 65535);
COMMENT ON COLUMN early_receipt.reference IS
    'user_message_reference: the text''s number modulo 4096, times 16, plus the part; null: not repeated';
CREATE INDEX early_receipt_by_phone ON early_receipt (phone_hash);
