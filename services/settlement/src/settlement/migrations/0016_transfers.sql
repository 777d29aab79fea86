-- A fifth kind of order: an account that moves to another centre (异地转出, R-TRF-4).
ALTER TABLE payment_order
    DROP CONSTRAINT order_kind_is_known,
    ADD CONSTRAINT order_kind_is_known CHECK (kind IN ('payout', 'disbursement', 'refund', 'transfer', 'debit'));
