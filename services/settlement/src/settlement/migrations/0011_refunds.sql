-- A fourth kind of order: a receipt, or a part of it, sent back to the account that it came from (退款).
ALTER TABLE payment_order
    DROP CONSTRAINT order_kind_is_known,
    ADD CONSTRAINT order_kind_is_known CHECK (kind IN ('payout', 'disbursement', 'refund', 'debit'));
